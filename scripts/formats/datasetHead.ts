// What describes a dataset as a whole: its settings, vocabulary, counts and measured files.
import type { Settings } from '../citation/settings.ts';
import type { ManifestCounts, ReleasedChange } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { FileEntry } from './manifest.ts';

/**
 * What a description may speak of. `tables` are the files of rows as they were measured; `datasheet` is the text of
 * DATASHEET.md with the numbers of this build, or null where there is none; `languages` are that of the labels where it
 * is known and those of the articles, sorted, `days` those on which there was a vote.
 */
export interface DatasetHead {
  settings: Settings;
  version: string;
  vocabulary: Vocabulary;
  counts: ManifestCounts;
  tables: readonly FileEntry[];
  edition: Edition;
  /** Those of all releases, anew each time that they are asked for. */
  changes: Iterable<ReleasedChange>;
  datasheet: string | null;
  languages: readonly string[];
  days: readonly string[];
}
