// Rendered rows, batch by batch → the files that list rows, and their measures.
import { join } from 'node:path';
import type { Tally } from '../claims/tally.ts';
import type { ReviewContext } from '../formats/claimReview.ts';
import { RECORDS } from '../formats/datasetFiles.ts';
import type { FileEntry } from '../formats/manifest.ts';
import { type Edition, listRowFormats, type RowFormat } from '../formats/rowFormats.ts';
import { MeasuredFile } from '../platform/measuredFile.ts';
import type { EntityRow } from '../schemas/generated/types.ts';
import type { Layout } from './recall.ts';

/** The files of all row formats, written side by side. With `folder` null they are only measured. */
export class TableFiles {
  private readonly folder: string | null;
  private readonly formats: readonly RowFormat[];
  /** Files that are written beside those of the formats. */
  private readonly others: readonly string[];
  private files: MeasuredFile[] = [];
  private begun: boolean[] = [];

  constructor(folder: string | null, edition: Edition, context: ReviewContext) {
    this.folder = folder;
    this.formats = listRowFormats(edition, context);
    this.others = edition === 'public' ? [RECORDS] : [];
  }

  /** How the files are put together, in the order of their parts. */
  get layout(): Layout[] {
    return [...this.formats, ...this.others.map((path) => ({ path, opening: '', separator: '' }))];
  }

  /** Begins every file, or begins it again. */
  async begin(): Promise<void> {
    await this.abandon();
    const { layout } = this;
    this.files = layout.map(({ path }) => new MeasuredFile(this.folder && join(this.folder, path)));
    this.begun = layout.map(() => false);
    for (const [i, { opening }] of layout.entries()) this.files[i]?.write(opening);
  }

  /** Gives up what was begun. */
  async abandon(): Promise<void> {
    for (const file of this.files.splice(0)) await file.close();
  }

  /** Adds rendered rows to every format, in the order of {@link listRowFormats}, then to records.jsonl. */
  add(parts: readonly Uint8Array[]): void {
    for (const [i, part] of parts.entries()) this.append(i, part);
  }

  /** Adds what the entities give, last of all. `records` are their lines of records.jsonl. */
  addEntities(rows: readonly EntityRow[], records: string): void {
    for (const [i, { table, render }] of this.formats.entries())
      if (table === 'entities') this.append(i, Buffer.from(render(rows)));
    this.append(this.formats.length, Buffer.from(records));
  }

  /** Ends all files. */
  async finish({ fill, byVerdict }: Pick<Tally, 'fill' | 'byVerdict'>): Promise<FileEntry[]> {
    const entries: FileEntry[] = [];
    const files = this.files.splice(0);
    for (const [i, { path, table, closing, countRows }] of this.formats.entries()) {
      const file = files[i] as MeasuredFile;
      file.write(closing);
      entries.push({ path, ...(await file.close()), rows: countRows?.(byVerdict) ?? fill.get(table)?.rows ?? 0 });
    }
    for (const [i, path] of this.others.entries()) {
      const file = files[this.formats.length + i] as MeasuredFile;
      entries.push({ path, ...(await file.close()), rows: null });
    }
    return entries;
  }

  private append(i: number, part: Uint8Array): void {
    if (part.length === 0) return;
    const file = this.files[i];
    // A private edition has no records.
    if (!file) return;
    if (this.begun[i]) file.write(this.formats[i]?.separator ?? '');
    file.write(part);
    this.begun[i] = true;
  }
}
