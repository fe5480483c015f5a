// Files of a dataset folder or an unpacked release → its manifest, and its rows in one pass.
import { type ReadableFile, readSmall } from '../formats/readableFile.ts';
import { TABLES } from '../schemas/generated/tables.ts';
import type { LedgerTable, Manifest } from '../schemas/generated/types.ts';
import { validatorOf } from '../schemas/validator.ts';
import { LikeIndex } from './likeIndex.ts';
import type { ReleaseFiles } from './releaseFiles.ts';
import { type IndexedTable, LineReader, Lines, RowIndex } from './rowIndex.ts';
import { digestRow, type Snapshot, toSnapshotRow } from './snapshot.ts';
import { splitLines } from './splitLines.ts';

/** A row as its JSON object. */
export type Row = Readonly<Record<string, unknown>>;

/** The ids of a table's rows that have been read, and the column that they stand in. */
export interface ReadIds {
  readonly key: string;
  readonly size: number;
  has(id: string): boolean;
}

/**
 * Is given rows that follow one another in a table; `from` is the number of the first, from 0, and `ids` are those of
 * the rows so far and of these, to be kept and asked again when more have been read.
 */
export type RowVisitor = (table: string, rows: readonly Row[], from: number, ids: ReadIds) => void;

/** The state of a dataset whose rows stand in files. */
export interface IndexedSnapshot extends Snapshot {
  tables: readonly IndexedTable[];
}

/** So many rows are in memory together. */
const TOGETHER = 100;

/** Reads the manifest. Gives, in words, why there is none. */
export function readManifest(files: ReleaseFiles): Manifest | { problem: string } {
  const file = files.get('manifest.json');
  const bytes = file && readSmall(file);
  const manifest = bytes ? parse(Buffer.from(bytes).toString('utf8')) : undefined;
  if (manifest === undefined) return { problem: 'It holds no manifest.json that can be read.' };
  if (!validatorOf('manifest.schema.json')(manifest))
    return { problem: 'Its manifest.json is not what the schema of manifests asks for.' };
  return manifest as Manifest;
}

/**
 * Reads every row once, and gives the state that releases are compared by, whose rows are read again where they are
 * asked for. Gives, in words, why it is no dataset; rows are not judged here.
 * @param like a state most of whose rows these are too, where there is one: it makes theirs take less memory
 */
export function readRows(
  manifest: Manifest,
  files: ReleaseFiles,
  visit: RowVisitor | null = null,
  like: IndexedSnapshot | null = null,
): IndexedSnapshot | { problem: string } {
  const { version, license, counts, inputs } = manifest;
  const tables = readTables(manifest.tables, files, visit, like?.tables);
  if ('problem' in tables) return tables;
  return {
    version,
    license,
    verdicts: Object.keys(counts.claims_by_verdict),
    files: [...manifest.files.map(({ path }) => path), 'manifest.json', 'SHA256SUMS'],
    inputs,
    tables,
  };
}

/** The tables of {@link readRows}. */
export function readTables(
  listed: readonly LedgerTable[],
  files: ReleaseFiles,
  visit: RowVisitor | null = null,
  like: readonly IndexedTable[] = [],
): IndexedTable[] | { problem: string } {
  const keys = new Map(TABLES.map(({ name, key }) => [name as string, key[0] ?? '']));
  const tables: IndexedTable[] = [];
  for (const table of listed) {
    const file = files.get(`${table.name}.jsonl`);
    if (!file) return { problem: `It holds no ${table.name}.jsonl.` };
    const key = keys.get(table.name) ?? table.columns[0]?.name ?? '';
    const lines = new Lines(file);
    const reader = new LineReader(lines);
    const load = (row: number) => toSnapshotRow(table, key, parse(reader.read(row)) as Row);
    const other = like.find(({ name }) => name === table.name);
    const index = other ? new LikeIndex(other.rows, load) : new RowIndex({ row: load });
    const ids: ReadIds = {
      key,
      get size() {
        return index.size;
      },
      has: (id) => index.has(id),
    };
    let at = 0;
    let number = 0;
    let rows: Row[] = [];
    const handOver = () => {
      if (rows.length > 0) visit?.(table.name, rows, number - rows.length, ids);
      rows = [];
    };
    for (const line of splitLines(file.pieces(), `${table.name}.jsonl`)) {
      lines.add(at);
      at += line.length + 1;
      // A line that is not ended is no row; the checksums tell.
      if (at > file.size) break;
      number++;
      const row = parse(line.toString('utf8'));
      if (!isRow(row) || typeof row[key] !== 'string')
        return { problem: `Line ${number} of ${table.name}.jsonl is not a row.` };
      if (!areRevisions(row['revisions']))
        return { problem: `Line ${number} of ${table.name}.jsonl has revisions that are none.` };
      index.add(row[key], digestRow(table, row), number - 1);
      if (visit) rows.push(row);
      if (rows.length === TOGETHER) handOver();
    }
    lines.add(at);
    handOver();
    tables.push({ name: table.name, columns: table.columns, rows: index });
  }
  return tables;
}

/** The state of a dataset; see {@link readRows}. */
export function readDataset(
  files: ReleaseFiles,
  like: IndexedSnapshot | null = null,
): IndexedSnapshot | { problem: string } {
  const manifest = readManifest(files);
  return 'problem' in manifest ? manifest : readRows(manifest, files, null, like);
}

/** The rows of a file of JSON Lines, one after another. */
export function* streamRows(file: ReadableFile): Generator<Row> {
  for (const line of splitLines(file.pieces())) yield JSON.parse(line.toString('utf8')) as Row;
}

function isRow(value: unknown): value is Row {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** Changes of a value are explained by them, so that they are read before any row is judged. */
function areRevisions(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (!Array.isArray(value)) return false;
  return value.length === 0 || value.every((one) => validatorOf('raw/article.schema.json', 'revision')(one));
}

/** JSON of a text; undefined where it is none. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
