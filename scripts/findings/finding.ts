// The shape of a finding: what is wrong, where, and what to do about it.

import type { RuleCode } from './generated/ruleCode.ts';

export type { RuleCode };
export type Severity = 'error' | 'warning' | 'info';

/** Lines and columns from 1, columns in code points, end exclusive. */
export interface Range {
  start: { line: number; column: number };
  end: { line: number; column: number };
}

/**
 * A place in a file. Rules name places by JSON Pointer; {@link Range}s are worked out only for what has a finding.
 * `part`: the value, its key, or the place where an entry of a mapping or sequence would be added.
 */
export interface Place {
  file: string;
  pointer?: string;
  part?: 'key' | 'value' | 'mapping';
  /** Code points inside the text of a scalar value, end exclusive. */
  span?: [number, number];
  /** UTF-16 offsets in the file, where no pointer can name the place. */
  offsets?: [number, number];
}

/**
 * A change of a file's text. `set` writes a value, and its key where that is not there; `append` adds an item to a
 * list, which is begun where there is none.
 */
export type Change =
  | { kind: 'set'; pointer: string; value: unknown }
  | { kind: 'append'; pointer: string; value: unknown }
  | { kind: 'rename'; pointer: string; key: string }
  | { kind: 'remove'; pointer: string }
  | { kind: 'splice'; offsets: [number, number]; text: string };

/** `file` is the finding's own where it is left out. */
export interface Fix {
  title: string;
  file?: string;
  changes: Change[];
}

/** What a rule reports. */
export interface Finding extends Place {
  code: RuleCode;
  severity: Severity;
  message: string;
  expected?: string;
  found?: string;
  hint?: string;
  fix?: Fix;
  related?: (Place & { message: string })[];
}

/** A finding before its rule has given it severity and title, where it does not say something else. */
export type Draft = Omit<Finding, 'severity' | 'message'> & { message?: string; severity?: Severity };

/** What a report says of a rule. */
export interface RuleText {
  code: string;
  title: string;
  severity: Severity;
  rationale: string;
}

/**
 * Shortens text of the data for a message: one line, at most 80 code points. No report may show more than 120 of an
 * article.
 */
export function excerpt(text: string): string {
  const line = [...text.replace(/\s+/g, ' ')];
  return line.length <= 80 ? line.join('') : `${line.slice(0, 79).join('')}…`;
}
