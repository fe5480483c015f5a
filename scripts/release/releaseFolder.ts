// The files of a dataset and what goes with them → the files of a release.
import { measureFile, renderChecksums } from '../formats/manifest.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import type { ReleaseFiles } from './archive.ts';

/** The file that lists the digests of all others. */
export const CHECKSUMS = 'SHA256SUMS';

/** Files of the project that a release holds: name there → name in the project. */
export const COMPANIONS: Readonly<Record<string, string>> = {
  'CITATION.cff': 'CITATION.cff',
  'CHANGELOG.md': 'CHANGELOG.md',
  'DATASHEET.md': 'DATASHEET.md',
  LICENSE: 'LICENSE-DATA',
};

/**
 * Everything that a release's folder holds. Schemas are written from the program, so that they are those that the rows were judged by; the dataset's own
 * SHA256SUMS gives way to one over all files.
 */
export function assembleRelease(
  dataset: ReleaseFiles,
  companions: ReleaseFiles,
  ledgers: ReleaseFiles,
): Map<string, Uint8Array> {
  const files = new Map([...dataset, ...companions]);
  files.delete(CHECKSUMS);
  for (const [path, bytes] of ledgers) files.set(`releases/${path}`, bytes);
  for (const [path, schema] of Object.entries(SCHEMAS))
    files.set(`schemas/${path}`, Buffer.from(`${JSON.stringify(schema, null, 2)}\n`));
  const sums = renderChecksums([...files].map(([path, bytes]) => measureFile(path, bytes, null)));
  return files.set(CHECKSUMS, Buffer.from(sums));
}
