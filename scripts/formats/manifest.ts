// Files of a dataset and its counts → manifest.json and SHA256SUMS.
import { createHash } from 'node:crypto';
import type { Manifest } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import { TOOL } from '../values/tool.ts';
import type { Text } from './text.ts';

/** Version of the tables' schemas: raised when a column changes its meaning. */
export const SCHEMA_VERSION = '1';

/** A file of the dataset as it is measured while it is written; `rows` is null for files that are no table. */
export type FileEntry = Manifest['files'][number];

/** Size and digest of a file. */
export function measureFile(path: string, content: Text | Uint8Array, rows: number | null): FileEntry {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of typeof content === 'string' || content instanceof Uint8Array ? [content] : content) {
    const data = typeof piece === 'string' ? Buffer.from(piece) : piece;
    hash.update(data);
    bytes += data.length;
  }
  return { path, bytes, sha256: hash.digest('hex'), rows };
}

/** manifest.json: all files but itself and SHA256SUMS, sorted by path. */
export function renderManifest(
  head: Omit<Manifest, 'files' | 'counts' | 'schema_version' | 'tool'>,
  files: readonly FileEntry[],
  counts: Manifest['counts'],
): string {
  const { name, title, version, license, tables, inputs } = head;
  const sorted = [...files].sort((a, b) => compareCodePoints(a.path, b.path));
  const schema = { schema_version: SCHEMA_VERSION, tool: TOOL, license, tables, ...(inputs ? { inputs } : {}) };
  const manifest: Manifest = { name, title, version, ...schema, files: sorted, counts };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** SHA256SUMS for `sha256sum --strict -c`: every file but itself, sorted by path. */
export function renderChecksums(files: readonly Pick<FileEntry, 'path' | 'sha256'>[]): string {
  return [...files]
    .sort((a, b) => compareCodePoints(a.path, b.path))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join('');
}
