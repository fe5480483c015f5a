// What a release is made of, and what a check of it says.
import type { ReadableFile } from '../formats/readableFile.ts';

/** Files by their paths, with `/`, below the release's folder. */
export type ReleaseFiles = ReadonlyMap<string, ReadableFile>;

/** The file that lists the digests of all others. */
export const CHECKSUMS = 'SHA256SUMS';

/** One check of a release: what it found, or why it was not made. */
export interface Verification {
  name: string;
  problems: string[];
  skipped?: string;
}
