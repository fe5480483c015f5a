// What is asked of article files, and the part of a dataset that they give; both pass between threads.
import { createHash } from 'node:crypto';
import { serialize } from 'node:v8';
import type { Settings } from '../citation/settings.ts';
import type { Clusters } from '../claims/clusters.ts';
import type { Parts } from '../formats/bytes/partWriter.ts';
import type { ReadResult } from '../platform/reading.ts';
import type { ReleasedRows } from '../release/recordRows.ts';
import type { Edition } from '../schemas/published.ts';
import type { Assigned } from '../splits/ledger.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { CastVotes } from '../votes/voteLines.ts';
import type { RowChoice } from './partFiles.ts';
import type { Totals } from './totals.ts';

/** All that a part depends on besides its files and the clusters; plain data. */
export interface Setup {
  raw: string;
  captures: string | undefined;
  vocabulary: Pick<Vocabulary, 'lists' | 'files' | 'damaged'>;
  settings: Settings;
  /** The split of each claim that has one; null where there is no ledger of splits. */
  splits: ReadonlyMap<string, Assigned> | null;
  /** Votes that stand in files of their own: they count as part of the files of their articles. */
  votes: CastVotes;
  edition: Edition;
  /** Which files of rows are rendered. */
  rows: RowChoice;
  /** The releases so far, for records.jsonl and the comparison with them. */
  released: ReleasedRows;
  /** Whether a decoded file is kept for a second task: for few files only. */
  remember: boolean;
  /** Whether results tell what the files held that they are of: see {@link Witness}. */
  witness: boolean;
}

/** All that a part depends on; the rest of a setup says how it is made. */
export type PartSetup = Omit<Setup, 'remember' | 'witness'>;

/** What is asked of some files: to be examined, or only which of their claims take part in `same_as`. */
export type Task =
  | { kind: 'examine'; files: readonly string[] }
  | { kind: 'link'; files: readonly string[]; all: boolean };
export type TaskResult = Part | Linked;

/** A published claim and the claims that it names, if any. */
export interface Link {
  id: string;
  sameAs: readonly string[];
}

/** What files held when they were looked at: a digest of each, in their order; none where it is not asked for. */
export interface Witness {
  sources: string[];
}

export interface Linked extends Witness {
  links: Link[];
}

/** What some articles, one after another, give. */
export interface Part extends Totals, Witness {
  /** What the articles are in every file that lists rows; empty where rows are not rendered. */
  rows: Parts;
  /** Paths of the captures that were asked for, whether they are there or not. */
  looked: string[];
}

/** A part with the bytes of its rows, which are good until the next part is asked for. */
export interface ExaminedPart {
  part: Part;
  bytes: Uint8Array<ArrayBuffer>[];
  articles: number;
}

/** A part that was examined before, here or elsewhere. */
export interface FormerPart {
  /** The part without its rows, and its bytes where they are to be kept once more. */
  load(): { part: Part; packed: Uint8Array | null };
  /** The bytes of its rows, good until rows are read again. */
  readRows(): Uint8Array<ArrayBuffer>[];
}

/** Parts of before, null where there is none, by the groups of files; and the closure of `same_as` in their rows. */
export interface FormerParts {
  clusters: Clusters;
  parts: readonly (FormerPart | null)[];
  close(): void;
}

/** Digest of an article file: of its name, and of its bytes or why they cannot be read. */
export function digestSource(file: string, found: ReadResult): string {
  const hash = createHash('sha256');
  if ('problem' in found) hash.update(JSON.stringify([file, found.problem]));
  else hash.update(JSON.stringify([file, found.bytes.length])).update(found.bytes);
  return hash.digest('base64');
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
