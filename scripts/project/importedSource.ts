// A source file that somebody holds → the mapping by which it was imported.
import { createHash } from 'node:crypto';
import { type Mapping, readMapping, type SourceFile } from '../exchange/mapping.ts';
import { readChunks } from '../platform/chunks.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from './openProject.ts';

export interface Import {
  mapping: Mapping;
  file: SourceFile;
}

/**
 * Finds the import that a file was part of, by its SHA-256.
 * @throws UserError where no file of `sources/` names this digest: the file is another version of it, or was never
 * imported
 */
export function findImport({ raw, imports }: Pick<Project, 'raw' | 'imports'>, path: string): Import {
  const digest = createHash('sha256');
  for (const chunk of readChunks(path)) digest.update(chunk);
  const sha256 = digest.digest('hex');
  for (const { file: source, value } of imports) {
    const at = value.files.findIndex((file) => file.sha256 === sha256);
    const written = value.files[at]?.path;
    if (written === undefined) continue;
    const resolve = (other: string) => (other === written ? path : other);
    const read = readMapping(source, JSON.stringify(value.mapping), { resolve, read: () => null });
    const file = 'mapping' in read ? read.mapping.files[at] : undefined;
    if ('mapping' in read && file) return { mapping: read.mapping, file };
    throw new UserError(`${source} holds no mapping that can be read.`);
  }
  throw new UserError(
    `${path} is not a file that was imported: its SHA-256 ${sha256} stands in no file of ${raw}/sources.`,
  );
}
