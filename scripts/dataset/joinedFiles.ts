// The rows of parts, part after part → the files that list rows, copied and digested in one pass.
import { join } from 'node:path';
import type { Tally } from '../claims/tally.ts';
import type { Layout, RowSink } from '../examine/check.ts';
import type { ReviewContext } from '../formats/claimReview.ts';
import { RECORDS } from '../formats/datasetFiles.ts';
import type { FileEntry } from '../formats/manifest.ts';
import { type Edition, listRowFormats, type RowFormat } from '../formats/rowFormats.ts';
import { listTableFormats } from '../formats/tableFormats.ts';
import { type Measure, MeasuredFile } from '../platform/measuredFile.ts';
import type { EntityRow } from '../schemas/generated/types.ts';
import { createJoiner } from './joinLines.ts';

/** A file of rows while it is written. */
interface GrowingTable {
  layout: Layout & { closing: string };
  file: MeasuredFile;
  /** Whether it has rows. */
  begun: boolean;
  /** Files of the same lines, joined otherwise. */
  twins: { table: GrowingTable; join: (lines: Uint8Array) => Uint8Array }[];
}

/** The files of all row formats, written side by side; rows are in memory only while they are copied. */
export class JoinedFiles implements RowSink {
  readonly layouts: readonly Layout[];
  private readonly folder: string | null;
  private readonly edition: Edition;
  private readonly formats: readonly RowFormat[];
  private tables: GrowingTable[] = [];
  /** Those that parts have rows for; null where one is not made. */
  private fed: (GrowingTable | null)[] = [];

  private readonly isWanted: (path: string) => boolean;

  /**
   * @param folder where the files are written to; null where they are only measured
   * @param isWanted which of the files are made
   */
  constructor(
    folder: string | null,
    edition: Edition,
    context: ReviewContext,
    isWanted: (path: string) => boolean = () => true,
  ) {
    this.isWanted = isWanted;
    this.folder = folder;
    this.edition = edition;
    this.formats = listRowFormats(edition, context);
    this.layouts = this.listAll().filter(({ sameAs }) => sameAs === undefined);
  }

  async begin(): Promise<void> {
    await this.abandon();
    const { folder } = this;
    const all = this.listAll();
    for (const layout of all) {
      if (!this.isWanted(layout.path)) continue;
      const file = new MeasuredFile(folder === null ? null : join(folder, layout.path));
      file.write(layout.opening);
      this.tables.push({ layout, file, begun: false, twins: [] });
    }
    const tableOf = new Map(this.tables.map((table) => [table.layout.path, table]));
    for (const { path, sameAs = '', separator } of all) {
      const table = tableOf.get(path);
      const lines = tableOf.get(sameAs);
      if (table && lines) lines.twins.push({ table, join: createJoiner(separator) });
    }
    this.fed = this.layouts.map(({ path }) => tableOf.get(path) ?? null);
  }

  add(rows: readonly Uint8Array[]): void {
    for (const [i, table] of this.fed.entries()) if (table) append(table, rows[i] ?? new Uint8Array(0));
  }

  /** Adds what the entities give, last of all. `records` are their lines of records.jsonl. */
  addEntities(rows: readonly EntityRow[], records: string): void {
    const formats = new Map(listTableFormats(this.edition).map((format) => [format.path, format]));
    for (const table of this.fed) {
      if (!table) continue;
      const format = formats.get(table.layout.path);
      if (format?.table === 'entities') append(table, Buffer.from(format.render(rows)));
      if (table.layout.path === RECORDS) append(table, Buffer.from(records));
    }
  }

  /** Ends all files. */
  async finish({ fill, byVerdict }: Pick<Tally, 'fill' | 'byVerdict'>): Promise<FileEntry[]> {
    const measures: Measure[] = [];
    for (const { layout, file } of this.tables) {
      file.write(layout.closing);
      measures.push(await file.close());
    }
    const formats = new Map(this.formats.map((format) => [format.path, format]));
    const entries = this.tables.map(({ layout: { path } }, i): FileEntry => {
      const format = formats.get(path);
      const rows = format ? (format.countRows?.(byVerdict) ?? fill.get(format.table)?.rows ?? 0) : null;
      return { path, ...(measures[i] as Measure), rows };
    });
    this.tables = [];
    this.fed = [];
    return entries;
  }

  /** Gives up what was begun. */
  async abandon(): Promise<void> {
    this.fed = [];
    for (const { file } of this.tables.splice(0)) await file.close();
  }

  private listAll(): (Layout & { closing: string; sameAs?: string })[] {
    const records = { path: RECORDS, opening: '', separator: '', closing: '' };
    return this.edition === 'public' ? [...this.formats, records] : [...this.formats];
  }
}

function append(table: GrowingTable, rows: Uint8Array): void {
  if (rows.length === 0) return;
  if (table.begun) table.file.write(table.layout.separator);
  table.begun = true;
  table.file.write(rows);
  for (const { table: twin, join } of table.twins) append(twin, join(rows));
}
