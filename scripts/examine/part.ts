// What is asked of article files, and the part of a dataset that they give; both pass between threads.
import { serialize } from 'node:v8';
import type { Settings } from '../citation/settings.ts';
import type { Parts } from '../formats/bytes/partWriter.ts';
import type { ReleasedRows } from '../release/recordRows.ts';
import type { Edition } from '../schemas/published.ts';
import type { Assigned } from '../splits/ledger.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Totals } from './totals.ts';

/** All that a part depends on besides its files and the clusters; plain data. */
export interface Setup {
  raw: string;
  captures: string | undefined;
  vocabulary: Pick<Vocabulary, 'lists' | 'files' | 'damaged'>;
  settings: Settings;
  /** The split of each claim that has one; null where there is no ledger of splits. */
  splits: ReadonlyMap<string, Assigned> | null;
  edition: Edition;
  /** Whether rows are rendered in every row format, or only counted. */
  rows: 'rendered' | 'counted';
  /** The releases so far, for records.jsonl and the comparison with them. */
  released: ReleasedRows;
  /** Whether a decoded file is kept for a second task: for few files only. */
  remember: boolean;
}

/** What is asked of some files: to be examined, or only which of their claims take part in `same_as`. */
export type Task =
  | { kind: 'examine'; files: readonly string[] }
  | { kind: 'link'; files: readonly string[]; all: boolean };
export type TaskResult = Part | Link[];

/** A published claim and the claims that it names. */
export interface Link {
  id: string;
  sameAs: readonly string[];
}

/** What some articles, one after another, give. */
export interface Part extends Totals {
  /** What the articles are in every file that lists rows; empty where rows are not rendered. */
  rows: Parts;
  /** Paths of the captures that were asked for, whether they are there or not. */
  looked: string[];
}

/** A part as bytes, without the bytes of its rows. */
export function packPart(part: Part): Uint8Array {
  return serialize({ ...part, rows: { ...part.rows, bytes: [] } });
}

/** Memory of a result that may be handed over instead of being copied. */
export function listMemory(result: TaskResult): ArrayBuffer[] {
  const [first] = 'rows' in result ? result.rows.bytes : [];
  return first ? [first.buffer] : [];
}

/** A result that shares no memory with what it was made from but the bytes of rows. */
export function copyResult(result: TaskResult): TaskResult {
  if (!('rows' in result)) return structuredClone(result);
  const { rows, ...rest } = result;
  return { ...structuredClone(rest as Part), rows };
}
