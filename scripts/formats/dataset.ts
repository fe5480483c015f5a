// What a build gives: the files of a dataset as they were measured, and what is said of them.
import type { ManifestCounts } from '../schemas/generated/types.ts';
import type { FileEntry } from './manifest.ts';
import type { Text } from './text.ts';

/** What the manifest says of the files, what is in those that describe the dataset, and the counts. */
export interface Dataset {
  /** Every file but SHA256SUMS and the manifest, in the order in which they are written. */
  entries: FileEntry[];
  /** Every file. */
  measured: Omit<FileEntry, 'rows'>[];
  /** Text of the files that are no table, by path. */
  texts: Map<string, Text>;
  counts: ManifestCounts;
  version: string;
}
