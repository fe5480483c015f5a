// The files of a dataset and what goes with them → the files of a release.
import { renderChecksums } from '../formats/manifest.ts';
import { inMemory, type ReadableFile } from '../formats/readableFile.ts';
import type { ExtraFields } from '../schemas/extra.ts';
import { schemasWith } from '../schemas/extraSchemas.ts';
import { CHECKSUMS, type ReleaseFiles } from './releaseFiles.ts';
import { digestOf } from './verifyChecksums.ts';

/** Files of the project that a release holds: name there → name in the project. */
export const COMPANIONS: Readonly<Record<string, string>> = {
  'CITATION.cff': 'CITATION.cff',
  'CHANGELOG.md': 'CHANGELOG.md',
  'DATASHEET.md': 'DATASHEET.md',
  LICENSE: 'LICENSE-DATA',
};

/** A schema as a release holds it. */
export function renderSchema(schema: unknown): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/**
 * Everything that a release's folder holds. Schemas are written from the program and the project, so that they are
 * those that the rows were judged by; the dataset's own SHA256SUMS gives way to one over all files.
 */
export function assembleRelease(
  dataset: ReleaseFiles,
  companions: ReleaseFiles,
  ledgers: ReleaseFiles,
  extra: ExtraFields,
): Map<string, ReadableFile> {
  const files = new Map([...dataset, ...companions]);
  files.delete(CHECKSUMS);
  for (const [path, ledger] of ledgers) files.set(`releases/${path}`, ledger);
  for (const [path, schema] of Object.entries(schemasWith(extra)))
    files.set(`schemas/${path}`, inMemory(renderSchema(schema)));
  const sums = renderChecksums([...files].map(([path, file]) => ({ path, sha256: digestOf(file) })));
  return files.set(CHECKSUMS, inMemory(sums));
}
