// Files of a release → which of them it lacks, and which are none of it.
import { hash } from 'node:crypto';
import { fitsOnePage } from '../formats/onePage.ts';
import { type ReadableFile, readSmall } from '../formats/readableFile.ts';
import { listSplitFiles } from '../formats/splitFiles.ts';
import { type ExtraFields, NO_EXTRA } from '../schemas/extra.ts';
import { schemasWith } from '../schemas/extraSchemas.ts';
import { SCHEMAS } from '../schemas/generated/registry.ts';
import type { Manifest } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import { type History, newestRelease } from './history.ts';
import { CHECKSUMS, type ReleaseFiles, type Verification } from './releaseFiles.ts';
import { COMPANIONS, renderSchema } from './releaseFolder.ts';

/** Digest of the schemas that a ledger names among its inputs: those of the program with the project's columns. */
export function digestSchemas(extra: ExtraFields): string {
  return hash('sha256', JSON.stringify(schemasWith(extra)), 'hex');
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
    ...(fitsOnePage(counts.claims) ? ['explorer.html'] : []),
  ];
}

/** The schemas are those that the ledger has the digest of; where they are the program's own, each is looked at. */
function judgeSchemas(files: ReleaseFiles, history: History): string[] {
  const digest = newestRelease(history)?.inputs?.['schemas'];
  if (digest === undefined || digest === digestHeld(files)) return [];
  const other = ['The schemas are not those that the release was made with.'];
  if (digest !== digestSchemas(NO_EXTRA)) return other;
  const known = new Map(Object.entries(SCHEMAS).map(([path, schema]) => [`schemas/${path}`, renderSchema(schema)]));
  const held = [...files].filter(([path]) => path.startsWith('schemas/'));
  const altered = held.filter(([path, file]) => !isText(file, known.get(path) ?? ''));
  const missing = [...known.keys()].filter((path) => !files.has(path));
  return [
    ...altered.map(([path]) => `${path} is not the schema that the release was made with.`),
    ...missing.map((path) => `${path} is missing.`),
  ];
}

/** The digest of the schemas that a release holds, made as {@link digestSchemas} makes it. */
function digestHeld(files: ReleaseFiles): string | null {
  try {
    const held = [...files]
      .filter(([path]) => path.startsWith('schemas/'))
      .sort(([a], [b]) => compareCodePoints(a, b))
      .map(([path, file]) => [
        path.slice('schemas/'.length),
        JSON.parse(Buffer.from(readSmall(file) ?? '').toString('utf8')),
      ]);
    return hash('sha256', JSON.stringify(Object.fromEntries(held)), 'hex');
  } catch {
    return null;
  }
}

function isText(file: ReadableFile, text: string): boolean {
  const bytes = readSmall(file);
  return bytes !== null && Buffer.from(text).equals(bytes);
}
