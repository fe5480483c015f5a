// Rendered rows, batch by batch → the files that list rows, and their measures.
import { join } from 'node:path';
import type { Tally } from '../claims/tally.ts';
import { entryOf } from '../examine/examiners.ts';
import type { ReviewContext } from '../formats/claimReview.ts';
import { RECORDS } from '../formats/datasetFiles.ts';
import type { FileEntry } from '../formats/manifest.ts';
import { type Edition, listRowFormats, type RowFormat } from '../formats/rowFormats.ts';
import { listTableFormats, type TableFormat } from '../formats/tableFormats.ts';
import { FileThreads } from '../platform/fileThreads.ts';
import { type Measure, MeasuredFile } from '../platform/measuredFile.ts';
import { countCores } from '../platform/workers.ts';
import type { EntityRow } from '../schemas/generated/types.ts';
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
  private readonly formats: readonly RowFormat[];
  private readonly tables: ReadonlyMap<string, TableFormat>;
  /** How the files are put together, in the order of the manifest. */
  readonly layout: readonly Layout[];
  private files: TableFile[] = [];
  /** Those that parts are given for. */
  private fed: TableFile[] = [];
  private threads: FileThreads | null = null;

  /** @param jobs how many threads may be used */
  constructor(folder: string | null, edition: Edition, context: ReviewContext, jobs = countCores()) {
    this.folder = folder;
    this.jobs = jobs;
    this.formats = listRowFormats(edition, context);
    this.tables = new Map(listTableFormats(edition).map((format) => [format.path, format]));
    const records = edition === 'public' ? [{ path: RECORDS, opening: '', separator: '', closing: '' }] : [];
    this.layout = [...this.formats, ...records];
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
    const twins = new Map(this.formats.map(({ path, sameAs }) => [path, sameAs]));
    const fileOf = new Map(this.files.map((file) => [file.layout.path, file]));
    for (const file of this.files) fileOf.get(twins.get(file.layout.path) ?? '')?.addTwin(file);
    this.fed = this.files.filter(({ layout }) => twins.get(layout.path) === undefined);
  }

  /** Gives up what was begun. */
  async abandon(): Promise<void> {
    this.fed = [];
    for (const file of this.files.splice(0)) await file.abandon();
    await this.threads?.close();
    this.threads = null;
  }

  /**
   * Adds rendered rows to every file that is given them. `before` says where the rows of the same articles stood in the former dataset.
   * @returns how many bytes they are in each file of {@link layout}
   */
  add(parts: readonly Uint8Array[], before: readonly Range[] | null): number[] {
    const sizes = new Map<TableFile, number>();
    const places = new Map(before?.map((range, i) => [this.files[i], range]));
    // A private edition has no records: their part comes last and is passed over.
    for (const [i, file] of this.fed.entries()) {
      const part = parts[i] ?? new Uint8Array(0);
      const place = places.get(file);
      if (!place || !file.holds(part, place)) file.append(part, sizes);
      else
        for (const same of file.andTwins) {
          const range = places.get(same) ?? [0, 0];
          same.keep(range);
          sizes.set(same, range[1] - range[0]);
        }
    }
    return this.files.map((file) => sizes.get(file) ?? 0);
  }

  /** Adds rows of the former dataset. Gives what {@link add} gives. */
  keep(ranges: readonly Range[]): number[] {
    for (const [i, file] of this.files.entries()) file.keep(ranges[i] ?? [0, 0]);
    return ranges.map(([from, to]) => to - from);
  }

  /** Has threads go on with what is certain, while something else is done here. */
  flush(): void {
    for (const file of this.files) file.flush();
  }

  /** Adds what the entities give, last of all. `records` are their lines of records.jsonl. */
  addEntities(rows: readonly EntityRow[], records: string): void {
    for (const file of this.fed) {
      const format = this.tables.get(file.layout.path);
      if (format?.table === 'entities') file.append(Buffer.from(format.render(rows)));
      if (file.layout.path === RECORDS) file.append(Buffer.from(records));
    }
  }

  /** Ends all files. */
  async finish({ fill, byVerdict }: Pick<Tally, 'fill' | 'byVerdict'>): Promise<FileEntry[]> {
    // Threads end their files side by side.
    const measures = await Promise.all(this.files.map((file) => file.finish()));
    const entries = this.layout.map(({ path }, i): FileEntry => {
      const format = this.formats[i];
      const rows = format ? (format.countRows?.(byVerdict) ?? fill.get(format.table)?.rows ?? 0) : null;
      return { path, ...(measures[i] as Measure), rows };
    });
    await this.abandon();
    return entries;
  }
}
