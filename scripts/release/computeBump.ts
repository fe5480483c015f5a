// A difference → how far the version moves, and why.
import { TABLES } from '../schemas/generated/tables.ts';
import { type Bump, largerBump } from './bump.ts';
import type { Change, Difference, StructureChange } from './compareReleases.ts';

/** The bump that the changes imply, null where nothing changed, and the reasons for it (not for smaller ones). */
export interface ComputedBump {
  bump: Bump | null;
  reasons: string[];
}

/**
 * Major: what breaks a reader (a column, class or table gone or new in kind, another licence). Minor: what moves scores
 * or adds (rows, columns, files, verdicts, texts, particulars, evidence and its stance, the scale). Patch: everything
 * else that a release holds, a description too. The
 * list is that of the project's data model, "Versions and releases".
 */
export function computeBump(difference: Difference): ComputedBump {
  const found = new Map<string, { bump: Bump; times: number }>();
  const add = (bump: Bump, reason: string) => {
    const entry = found.get(reason) ?? { bump, times: 0 };
    found.set(reason, { bump, times: entry.times + 1 });
  };
  for (const change of difference.structure) add(bumpOfStructure(change), describeStructure(change));
  for (const change of difference.changes) add(change.kind === 'metadata' ? 'patch' : 'minor', describeKind(change));
  const bump = [...found.values()].reduce<Bump | null>((largest, entry) => largerBump(largest, entry.bump), null);
  return {
    bump,
    reasons: [...found].flatMap(([reason, entry]) =>
      entry.bump === bump ? [entry.times > 1 ? `${reason} (${entry.times} times)` : reason] : [],
    ),
  };
}

function bumpOfStructure(change: StructureChange): Bump {
  switch (change.kind) {
    case 'column added':
    case 'table added':
    case 'file added':
      return 'minor';
    case 'description changed':
      // The scale says what a verdict means and which number it becomes: results move with it.
      return change.input === 'scale' ? 'minor' : 'patch';
    case 'file removed':
      // A file of rows is a table to whoever reads that format; a description is not.
      return TABLES.some(({ name }) => change.path.replace(/\.[^.]*$/, '') === name) ? 'major' : 'patch';
    default:
      return 'major';
  }
}

/** The parts of a release that are no rows, in words. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  changelog: 'what CHANGELOG.md says above the releases',
  citation: 'CITATION.cff',
  colours: 'colours of verdicts',
  datasheet: 'DATASHEET.md',
  config: 'veritable.config.yml',
  distortions: 'raw/vocabulary/distortions.yml',
  documents: 'docs/annotation-guidelines.md or docs/rules.md',
  licence: 'LICENSE-DATA',
  licences: 'raw/vocabulary/licences.yml',
  publishers: 'raw/vocabulary/publishers.yml',
  scale: 'the scale of verdicts: a label, definition, rating or mapping',
  schemas: 'schemas/',
  spellings: 'raw/vocabulary/spellings.yml',
  topics: 'raw/vocabulary/topics.yml',
};

/** A structure change in words. */
export function describeStructure(change: StructureChange): string {
  switch (change.kind) {
    case 'column retyped':
      return `column retyped: ${change.table}.${change.column}, ${change.old} to ${change.new}`;
    case 'column added':
    case 'column removed':
      return `${change.kind}: ${change.table}.${change.column}`;
    case 'description changed':
      return `changed: ${DESCRIPTIONS[change.input] ?? change.input}`;
    case 'licence changed':
      return `licence changed: ${change.old} to ${change.new}`;
    case 'verdict class added':
    case 'verdict class removed':
      return `${change.kind}: ${change.verdict}`;
    case 'file added':
    case 'file removed':
      return `${change.kind}: ${change.path}`;
    default:
      return `${change.kind}: ${change.table}`;
  }
}

function describeKind({ table, kind, column }: Change): string {
  return column === null ? `${kind}: row of ${table}` : `changed: ${table}.${column}`;
}
