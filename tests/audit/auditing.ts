// A mapping and files in memory → what an audit finds in them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../scripts/audit/index.ts';
import { type Audit, runAudit } from '../../scripts/audit/runAudit.ts';
import { readMapping } from '../../scripts/exchange/mapping.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Files of a folder, by path below it, read when they are asked for. */
export function filesOf(folder: string): Files {
  return new Proxy({}, { get: (_, path) => readFileSync(join(folder, String(path))) });
}

/** Audits files by a mapping whose version and name are left out. Bytes come in pieces of `size`. */
export async function audit(mapping: string, files: Files, size = 1 << 20): Promise<Audit> {
  const read = readMapping('mapping.yml', `mapping: 1\nname: example\n${mapping}`, {
    resolve: (path) => path,
    read: (path) => asText(files[path]),
  });
  if ('drafts' in read) throw new Error(JSON.stringify(read.drafts, null, 1));
  const maps = read.mapping.verdictMaps;
  const load = (file: string) => ({ file, text: asText(files[file]) ?? '' });
  return runAudit(read.mapping, RULES, (path) => pieces(files[path], size), {
    maps: (maps?.files ?? []).map(load),
    classes: maps?.classes === undefined ? null : load(maps.classes),
  });
}

export function* pieces(content: string | Uint8Array | undefined, size: number): Generator<Uint8Array> {
  if (content === undefined) throw new Error('There is no such file.');
  const bytes = Buffer.from(content as string);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function asText(content: string | Uint8Array | undefined): string | null {
  return content === undefined ? null : Buffer.from(content as string).toString('utf8');
}

/** How many findings there are of each rule, without notes where they are not asked for. */
export function countCodes({ findings }: Audit, notes = false): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code, severity } of findings) if (notes || severity !== 'info') counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}
