// The shape of an audit's rule: like a rule of the own labels it finds, explains, and is its own test.
import type { ForeignRecord, ReadProblem, RecordPlace } from '../exchange/record.ts';
import type { RuleCode, Severity } from '../findings/finding.ts';
import type { AuditData } from './data.ts';

/** What a rule says of a place. Without a message the rule's title is the message. */
export interface Remark {
  place: RecordPlace;
  /** Numbers of the records that it touches. */
  rows: readonly number[];
  message?: string;
  severity?: Severity;
  expected?: string;
  found?: string;
  hint?: string;
  related?: (RecordPlace & { message: string })[];
}
export type Report = (remark: Remark) => void;

/** A rule at work on one dataset: it is shown every record once, and keeps no more of it than it needs. */
export interface Judge {
  /** A record, and its number among all. */
  record?(record: ForeignRecord, number: number): void;
  /** What could not be read, and the number that its record has, or the next has. */
  problem?(problem: ReadProblem, number: number): void;
  /** After the last record. */
  end?(): void;
}

/**
 * A small dataset that a rule accepts, or (with `at`) refuses: `at` is the text that the finding's range covers, '' for
 * a whole file.
 */
export interface AuditExample {
  why?: string;
  /** The mapping without `mapping` and `name`; that of a CSV file with id, claim and verdict where it is left out. */
  mapping?: string;
  files: Readonly<Record<string, string>>;
  at?: string;
}

export interface AuditRule {
  /** Stable for ever; family F. */
  code: RuleCode;
  title: string;
  severity: Severity;
  /** What it looks at. */
  scope: 'file' | 'row' | 'list' | 'dataset' | 'splits';
  rationale: string;
  examples: { good: AuditExample[]; bad: AuditExample[] };
  open(data: AuditData, report: Report): Judge;
}

/** The mapping of examples that have none of their own. */
export const USUAL_MAPPING = `files: [{ path: claims.csv }]
fields: { id: id, text: claim, verdict: verdict }
`;
