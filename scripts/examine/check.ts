// What a check of a project gives, and what may be asked of it.
import type { Tally } from '../claims/tally.ts';
import type { Finding } from '../findings/finding.ts';
import type { Parts } from '../formats/bytes/partWriter.ts';
import type { Snapshot } from '../release/snapshot.ts';
import type { ClaimRow, EntityRow, Report } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import type { BuildCache } from './buildCache.ts';

export interface Check {
  findings: Finding[];
  summary: Report['summary'];
  tally: Tally;
  entities: EntityRow[];
  /** The first claim of every verdict that occurs, for prose; without evidence, votes and revisions. */
  examples: ClaimRow[];
  /** Lines of records.jsonl for the entities; those of the articles are in the rows of parts. */
  records: string;
  /** The state of today, as it is compared with the newest release; null before the first unless it was asked for. */
  snapshot: Snapshot | null;
}

/** How a file of rows begins, and what stands between the rows of two articles. */
export interface Layout {
  path: string;
  opening: string;
  separator: string;
}

/** Takes the rows of parts, part after part in order. */
export interface RowSink {
  /** The files that parts have rows for, in the order of a part's rows. */
  readonly layouts: readonly Layout[];
  /** Begins, or begins again where article files changed while they were read. */
  begin(): Promise<void>;
  add(rows: Parts): void;
}

export interface CheckOptions {
  edition?: Edition;
  /** Threads; by default as many as help. Nothing in the result depends on it. */
  jobs?: number | undefined;
  /** Whether {@link Check.snapshot} is wanted also before the first release. */
  compare?: boolean;
  /** Is given the rendered rows, where they are wanted. */
  rows?: RowSink;
  /** What an earlier run found; is told what this one finds, and finished by the caller. */
  cache?: BuildCache | null;
  /** Is told how many of the article files have been examined, after each part. */
  onProgress?: ((done: number, all: number) => void) | undefined;
}
