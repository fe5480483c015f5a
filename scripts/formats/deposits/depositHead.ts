// What those who keep or list datasets are told of a release.
import type { Settings } from '../../citation/settings.ts';
import type { FileEntry } from '../manifest.ts';

/** A file with its size and digest. */
export type MeasuredEntry = Omit<FileEntry, 'rows'>;

/** `files` are those of the dataset as they were measured; `languages` are BCP 47 tags. */
export interface DepositHead {
  settings: Settings;
  version: string;
  files: readonly MeasuredEntry[];
  languages: readonly string[];
}

/** What the dataset is, in a sentence at least. */
export function describe({ title, abstract }: Settings): string {
  return abstract?.trim() ?? title;
}

/** Where GitHub has the files of a release, or null where the repository is elsewhere or unknown. */
export function assetAddress(
  { settings: { repository }, version }: Pick<DepositHead, 'settings' | 'version'>,
  file: string,
): string | null {
  return repository !== null && /^https:\/\/github\.com\/[^/]+\/[^/]+$/.test(repository)
    ? `${repository}/releases/download/v${version}/${file}`
    : null;
}

/** JSON as all of them are written. */
export function toJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
