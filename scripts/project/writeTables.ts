// Rendered rows, batch by batch → the files that list rows, and their measures.
import { join } from 'node:path';
import type { Tally } from '../claims/tally.ts';
import type { ReviewContext } from '../formats/claimReview.ts';
import { RECORDS } from '../formats/datasetFiles.ts';
import type { FileEntry } from '../formats/manifest.ts';
import { type Edition, listRowFormats, type RowFormat } from '../formats/rowFormats.ts';
import { MeasuredFile } from '../platform/measuredFile.ts';
import type { EntityRow } from '../schemas/generated/types.ts';
import { createJoiner } from '../values/lines.ts';
import type { Layout } from './recall.ts';

/** A file of rows while it is written. */
interface OpenFile {
  path: string;
  separator: string;
  /** The format of its rows; null for records.jsonl. */
  format: RowFormat | null;
  file: MeasuredFile;
  begun: boolean;
  /** Files of the same lines, joined otherwise. */
  twins: { twin: OpenFile; join: (lines: Uint8Array) => Uint8Array }[];
}

/** The files of all row formats, written side by side. With `folder` null they are only measured. */
export class TableFiles {
  private readonly folder: string | null;
  private readonly formats: readonly RowFormat[];
  /** The files that parts are given for, in their order. */
  readonly layout: readonly Layout[];
  /** All files, in the order of the manifest. */
  private files: OpenFile[] = [];
  /** Those that parts are given for. */
  private fed: OpenFile[] = [];

  constructor(folder: string | null, edition: Edition, context: ReviewContext) {
    this.folder = folder;
    this.formats = listRowFormats(edition, context);
    const records = edition === 'public' ? [{ path: RECORDS, opening: '', separator: '' }] : [];
    this.layout = [...this.formats.filter(({ sameAs }) => sameAs === undefined), ...records];
  }

  /** Begins every file, or begins it again. */
  async begin(): Promise<void> {
    await this.abandon();
    const formatOf = new Map(this.formats.map((format) => [format.path, format]));
    const openings = new Map([...this.formats, ...this.layout].map((layout) => [layout.path, layout]));
    this.files = [...openings.values()].map(({ path, opening, separator }) => {
      const file = new MeasuredFile(this.folder && join(this.folder, path));
      file.write(opening);
      return { path, separator, format: formatOf.get(path) ?? null, file, begun: false, twins: [] };
    });
    const opened = new Map(this.files.map((file) => [file.path, file]));
    for (const twin of this.files) {
      const source = opened.get(twin.format?.sameAs ?? '');
      source?.twins.push({ twin, join: createJoiner(twin.separator) });
    }
    this.fed = this.layout.flatMap(({ path }) => opened.get(path) ?? []);
  }

  /** Gives up what was begun. */
  async abandon(): Promise<void> {
    this.fed = [];
    for (const { file } of this.files.splice(0)) await file.close();
  }

  /** Adds rendered rows to every file, in the order of {@link layout}. */
  add(parts: readonly Uint8Array[]): void {
    // A private edition has no records: their part comes last and is passed over.
    for (const [i, file] of this.fed.entries()) append(file, parts[i]);
  }

  /** Adds what the entities give, last of all. `records` are their lines of records.jsonl. */
  addEntities(rows: readonly EntityRow[], records: string): void {
    for (const file of this.fed) {
      if (file.format?.table === 'entities') append(file, Buffer.from(file.format.render(rows)));
      if (file.path === RECORDS) append(file, Buffer.from(records));
    }
  }

  /** Ends all files. */
  async finish({ fill, byVerdict }: Pick<Tally, 'fill' | 'byVerdict'>): Promise<FileEntry[]> {
    const entries: FileEntry[] = [];
    this.fed = [];
    for (const { path, format, file } of this.files.splice(0)) {
      if (format) file.write(format.closing);
      const rows = format && (format.countRows?.(byVerdict) ?? fill.get(format.table)?.rows ?? 0);
      entries.push({ path, ...(await file.close()), rows });
    }
    return entries;
  }
}

function append(file: OpenFile, part: Uint8Array | undefined): void {
  if (part === undefined || part.length === 0) return;
  if (file.begun) file.file.write(file.separator);
  file.file.write(part);
  file.begun = true;
  for (const { twin, join } of file.twins) append(twin, join(part));
}
