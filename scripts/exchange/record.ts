// The shape of a foreign record: its values by role, and where each of them stands.
import type { RuleCode } from '../findings/finding.ts';
import type { ClaimRole, ListName, SourceFile } from './mapping.ts';

/** Text as it was written; null where the file says null, undefined where it says nothing. */
export type Value = string | null | undefined;

/** A record as a file holds it, before anything is made of it. */
export interface RawRecord {
  /** Its place in the file, from 0. */
  row: number;
  /** The line that it begins on, from 1; in a sheet its row, in a JSON file 0. */
  line: number;
  /** An object: of a table its cells by column. */
  value: Readonly<Record<string, unknown>>;
  /** Where in the file its values stand, by their pointers in the record, where it was made of parts of the file. */
  pointers?: Readonly<Record<string, string>>;
}

/** One item of a list: a piece of evidence, a review, a vote. */
export interface ListItem {
  /** JSON Pointer to it in the record. */
  pointer: string;
  /** JSON Pointer to what holds it, as the question of an answer. */
  holder: string;
  values: Readonly<Record<string, Value>>;
  /** Roles that have several values, as votes. */
  many: Readonly<Record<string, readonly Value[]>>;
}

/** One record of a foreign dataset. */
export interface ForeignRecord extends RawRecord {
  file: SourceFile;
  /** The split of its file, or what its own field says. */
  split: string | null;
  /** By role; what the mapping does not name is absent. Native values, even where there is a map. */
  values: Readonly<Partial<Record<ClaimRole, Value>>>;
  /** The verdict after the mapping's map: null where there is none, or where the map does not know it. */
  verdict: string | null;
  lists: Readonly<Partial<Record<ListName, readonly ListItem[]>>>;
  /** Fields that are kept without a role, by path. */
  extra: Readonly<Record<string, Value>>;
}

/** A place in a foreign file. Lines and columns are worked out only for what has a finding. */
export interface RecordPlace {
  file: string;
  /** The record's place in its file; null for the file as a whole, -1 for its header. */
  row: number | null;
  /** See {@link RawRecord}. */
  line: number;
  /** JSON Pointer inside the record; of a table `/` and the column. */
  pointer: string;
}

/** What cannot be read. Nothing else is said of a record that is refused. */
export interface ReadProblem extends RecordPlace {
  code: RuleCode;
  message: string;
  expected?: string;
  found?: string;
  hint?: string;
  /** Records that are lost with it, as far as that is known. */
  records: number;
}

/** Takes what is read of one file. */
export interface RowSink {
  /** The columns of a table, before its records. */
  columns?(names: readonly string[], line: number): void;
  /** Takes a record; false to stop. */
  record(record: RawRecord): boolean;
  problem(problem: ReadProblem): void;
  /** What a reader was lenient about, in words, before the record of that row. */
  note?(what: string, row: number): void;
}

/** Gives the bytes of a file piece by piece. @throws Error with a sentence for a person where it cannot be read */
export type OpenFile = (path: string) => Iterable<Uint8Array>;
