// What a check of a project gives, and how its rows are handed on.
import type { Tally } from '../claims/tally.ts';
import type { Finding } from '../findings/finding.ts';
import type { Parts } from '../formats/bytes/partWriter.ts';
import type { Snapshot } from '../release/snapshot.ts';
import type { ClaimRow, EntityRow, Report } from '../schemas/generated/types.ts';
import type { RowChoice } from './partFiles.ts';

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
  /** Which files parts have rows for. */
  readonly choice: RowChoice;
  /** These files, in the order of a part's rows. */
  readonly layouts: readonly Layout[];
  /** Begins, or begins again where article files changed while they were read. */
  begin(): Promise<void>;
  /** What is given must stay as it is until this has ended. */
  add(rows: Parts): Promise<void>;
}
