// Files of a release → which of them it lacks, and which are none of it.
import { hash } from 'node:crypto';
import { type ReadableFile, readSmall } from '../formats/readableFile.ts';
import { listSplitFiles } from '../formats/splitFiles.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import type { Manifest } from '../schemas/generated/types.ts';
import { type History, newestRelease } from './history.ts';
import { CHECKSUMS, type ReleaseFiles, type Verification } from './releaseFiles.ts';
import { COMPANIONS, renderSchema } from './releaseFolder.ts';

/** Digest of the schemas that a ledger names among its inputs. */
export function digestSchemas(): string {
  return hash('sha256', JSON.stringify(SCHEMAS), 'hex');
}

/**
 * A release holds every file that one of its manifest and ledger has, and no other; no two of its names are one where
 * capitals or ways to write a letter are not told apart; its schemas are those that the ledger says it was made with.
 * A dataset folder is judged by its manifest alone.
 */
export function verifyContents(
  manifest: Manifest,
  files: ReleaseFiles,
  history: History,
  isRelease: boolean,
): Verification {
  const problems: string[] = [];
  const names = new Map<string, string>();
  for (const path of files.keys()) {
    const folded = path.normalize('NFC').toLowerCase();
    const other = names.get(folded);
    if (other !== undefined) problems.push(`${path} and ${other} are one name on some systems.`);
    names.set(folded, path);
  }
  const dataset = [...manifest.files.map(({ path }) => path), 'manifest.json', CHECKSUMS];
  const expected = new Set(dataset);
  if (isRelease) for (const path of listBesides(manifest, history)) expected.add(path);
  for (const path of expected) if (!files.has(path)) problems.push(`${path} is missing.`);
  for (const path of files.keys())
    if (!expected.has(path) && !(isRelease && /^schemas\/[\w/-]+\.schema\.json$/.test(path)))
      problems.push(`${path} is no file of a release.`);
  if (isRelease) problems.push(...judgeSchemas(files, history));
  return { name: 'contents', problems };
}

/** What a release holds besides its dataset. */
function listBesides({ tables, counts }: Manifest, history: History): string[] {
  const schemas = [...tables.map(({ name }) => `tables/${name}`), 'defs', 'manifest', 'ledger'];
  return [
    ...(newestRelease(history)?.files ?? []),
    ...Object.keys(COMPANIONS),
    ...history.ledgers.map(({ version }) => `releases/${version}.jsonl`),
    ...tables.map(({ name }) => `${name}.parquet`),
    ...listSplitFiles(counts).map(({ path }) => path),
    ...schemas.map((name) => `schemas/${name}.schema.json`),
    'explorer.html',
  ];
}

/** Where the program has the schemas that the release was made with, they are what the release holds. */
function judgeSchemas(files: ReleaseFiles, history: History): string[] {
  if (newestRelease(history)?.inputs?.['schemas'] !== digestSchemas()) return [];
  const known = new Map(Object.entries(SCHEMAS).map(([path, schema]) => [`schemas/${path}`, renderSchema(schema)]));
  const held = [...files].filter(([path]) => path.startsWith('schemas/'));
  const altered = held.filter(([path, file]) => !isText(file, known.get(path) ?? ''));
  const missing = [...known.keys()].filter((path) => !files.has(path));
  return [
    ...altered.map(([path]) => `${path} is not the schema that the release was made with.`),
    ...missing.map((path) => `${path} is missing.`),
  ];
}

function isText(file: ReadableFile, text: string): boolean {
  const bytes = readSmall(file);
  return bytes !== null && Buffer.from(text).equals(bytes);
}
