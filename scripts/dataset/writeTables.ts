// Rendered rows, batch by batch → the files that list rows, and their measures.
import { join } from 'node:path';
import { entryOf } from '../examine/examiners.ts';
import { type Parts, PartWriter } from '../formats/bytes/partWriter.ts';
import { TableCells } from '../formats/bytes/tableCells.ts';
import type { ReviewContext } from '../formats/claimReview.ts';
import { RECORDS } from '../formats/datasetFiles.ts';
import type { FileEntry } from '../formats/manifest.ts';
import { listRowFormats } from '../formats/rowFormats.ts';
import { FileThreads } from '../platform/fileThreads.ts';
import { type Measure, MeasuredFile } from '../platform/measuredFile.ts';
import { countCores } from '../platform/workers.ts';
import type { EntityRow } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import { type Layout, type Range, TableFile } from './tableFile.ts';

/** The dataset as an earlier build has left it: rows that have not changed are taken from there. */
export interface FormerDataset {
  folder: string;
  measures: ReadonlyMap<string, Measure>;
}

/** Files of so many bytes are worth threads of their own. */
const WORTH_THREADS = 64 * 1024 * 1024;

/** The files of all row formats, written side by side. With `folder` null they are only measured. */
export class TableFiles {
  private readonly folder: string | null;
  private readonly jobs: number;
  private readonly edition: Edition;
  private readonly context: ReviewContext;
  /** How the files are put together, in the order of the manifest. */
  readonly layout: readonly Layout[];
  private files: TableFile[] = [];
  /** How many rows have been written into each. */
  private rows: number[] = [];
  private threads: FileThreads | null = null;

  /** @param jobs how many threads may be used */
  constructor(folder: string | null, edition: Edition, context: ReviewContext, jobs = countCores()) {
    this.folder = folder;
    this.jobs = jobs;
    this.edition = edition;
    this.context = context;
    const records = edition === 'public' ? [{ path: RECORDS, opening: '', separator: '', closing: '' }] : [];
    this.layout = [...listRowFormats(edition, context), ...records];
  }

  /** Begins every file, or begins it again. */
  async begin(former: FormerDataset | null): Promise<void> {
    await this.abandon();
    const sizeOf = ({ path }: Layout) => former?.measures.get(path)?.bytes ?? 0;
    const all = this.layout.reduce((sum, layout) => sum + sizeOf(layout), 0);
    if (this.jobs > 1 && all > WORTH_THREADS) this.threads = new FileThreads(entryOf('writer'), 2);
    const { threads, folder } = this;
    this.files = this.layout.map((layout) => {
      const path = folder && join(folder, layout.path);
      const measure = former?.measures.get(layout.path);
      const before = former && measure ? { folder: former.folder, ...measure } : null;
      const open = () => (threads && path ? threads.open(path, sizeOf(layout)) : new MeasuredFile(path));
      return new TableFile(layout, folder, before, open);
    });
    this.rows = this.layout.map(() => 0);
  }

  /** Gives up what was begun. */
  async abandon(): Promise<void> {
    for (const file of this.files.splice(0)) await file.abandon();
    await this.threads?.close();
    this.threads = null;
  }

  /**
   * Adds rendered rows to every file that is given them. `before` says where the rows of the same articles stood in the former dataset.
   * @returns how many bytes they are in each file of {@link layout}
   */
  add({ bytes, rows }: Parts, before: readonly Range[] | null): number[] {
    this.count(rows);
    return this.files.map((file, i) => {
      const part = bytes[i] ?? new Uint8Array(0);
      const place = before?.[i];
      if (place && file.holds(part, place)) file.keep(place);
      else file.append(part);
      return part.length;
    });
  }

  /** Adds rows of the former dataset: where they stand in each file, and how many they are. Gives what {@link add} gives. */
  keep(ranges: readonly Range[], rows: readonly number[]): number[] {
    this.count(rows);
    for (const [i, file] of this.files.entries()) file.keep(ranges[i] ?? [0, 0]);
    return ranges.map(([from, to]) => to - from);
  }

  /** Has threads go on with what is certain, while something else is done here. */
  flush(): void {
    for (const file of this.files) file.flush();
  }

  /** Adds what the entities give, last of all. `records` are their lines of records.jsonl. */
  addEntities(entities: readonly EntityRow[], records: string): void {
    const cells = new TableCells(this.edition);
    const writer = new PartWriter(cells, this.edition, this.context);
    cells.load({ entities });
    writer.add({ entities }, records);
    this.add(writer.take(), null);
  }

  /** Ends all files. The rows of each were counted when they were written. */
  async finish(): Promise<FileEntry[]> {
    // Threads end their files side by side.
    const measures = await Promise.all(this.files.map((file) => file.finish()));
    const entries = this.layout.map(
      ({ path }, i): FileEntry => ({
        path,
        ...(measures[i] as Measure),
        rows: path === RECORDS ? null : (this.rows[i] ?? 0),
      }),
    );
    await this.abandon();
    return entries;
  }

  private count(rows: readonly number[]): void {
    for (const [i, more] of rows.entries()) this.rows[i] = (this.rows[i] ?? 0) + more;
  }
}
