// Files of a dataset folder or an unpacked release → its manifest, rows and snapshot.
import type { Manifest } from '../schemas/generated/types.ts';
import { validatorOf } from '../schemas/validator.ts';
import { listReleasedTables } from './releasedTables.ts';
import { type Snapshot, toSnapshotRow, toSnapshotTable } from './snapshot.ts';

/** A published dataset as it was read: rows of every table as their JSON objects. */
export interface ReadDataset {
  manifest: Manifest;
  rows: Map<string, Record<string, unknown>[]>;
  snapshot: Snapshot;
}

/** Reads a dataset from the bytes of its files. Gives, in words, why it is none; rows are not judged here. */
export function readDataset(files: ReadonlyMap<string, Uint8Array>): ReadDataset | { problem: string } {
  const manifest = parse(files.get('manifest.json'));
  if (manifest === undefined) return { problem: 'It holds no manifest.json that can be read.' };
  if (!validatorOf('manifest.schema.json')(manifest))
    return { problem: 'Its manifest.json is not what the schema of manifests asks for.' };
  const { version, license, tables, counts } = manifest as Manifest;
  const rows = new Map<string, Record<string, unknown>[]>();
  for (const { name } of tables) {
    const bytes = files.get(`${name}.jsonl`);
    if (!bytes) return { problem: `It holds no ${name}.jsonl.` };
    const lines = new TextDecoder().decode(bytes).split('\n');
    const list: Record<string, unknown>[] = [];
    for (const [i, line] of lines.slice(0, -1).entries()) {
      const row = parse(line);
      if (row === null || typeof row !== 'object' || Array.isArray(row))
        return { problem: `Line ${i + 1} of ${name}.jsonl is not a row.` };
      list.push(row as Record<string, unknown>);
    }
    rows.set(name, list);
  }
  const keys = new Map(listReleasedTables().map(({ name, key }) => [name, key]));
  const snapshot: Snapshot = {
    version,
    license,
    verdicts: Object.keys(counts.claims_by_verdict),
    files: [...(manifest as Manifest).files.map(({ path }) => path), 'manifest.json', 'SHA256SUMS'],
    tables: tables.map((table) => {
      const key = keys.get(table.name) ?? table.columns[0]?.name ?? '';
      return toSnapshotTable(
        table,
        (rows.get(table.name) ?? []).map((row) => toSnapshotRow(table, key, row)),
      );
    }),
  };
  return { manifest: manifest as Manifest, rows, snapshot };
}

/** JSON of bytes or text; undefined where it is none. */
function parse(source: Uint8Array | string | undefined): unknown {
  if (source === undefined) return undefined;
  try {
    return JSON.parse(typeof source === 'string' ? source : new TextDecoder().decode(source));
  } catch {
    return undefined;
  }
}
