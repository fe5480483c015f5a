// The rows of parts, part after part → the files that list rows, copied and digested in one pass.
import { join } from 'node:path';
import type { RowSink } from '../examine/check.ts';
import { createPartWriter, listPartFiles, type PartFile, type RowChoice } from '../examine/partFiles.ts';
import type { Parts } from '../formats/bytes/partWriter.ts';
import { TableCells } from '../formats/bytes/tableCells.ts';
import type { ReviewContext } from '../formats/claimReview.ts';
import { RECORDS } from '../formats/datasetFiles.ts';
import type { FileEntry } from '../formats/manifest.ts';
import { lineSeparator } from '../formats/separateLines.ts';
import { MeasuredFile } from '../platform/measuredFile.ts';
import type { EntityRow } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';

/** A file of rows while it is written. */
interface GrowingTable {
  layout: PartFile;
  file: MeasuredFile;
  /** Whether it holds any part. */
  begun: boolean;
  rows: number;
  /** The place of its rows in a part, and what joins them where they are the lines of another file. */
  source: number;
  separate: ReturnType<typeof lineSeparator> | null;
}

/** The files of all row formats, written side by side; rows are in memory only while they are copied. */
export class JoinedFiles implements RowSink {
  readonly choice: RowChoice;
  readonly layouts: readonly PartFile[];
  private readonly folder: string | null;
  private readonly edition: Edition;
  private readonly context: ReviewContext;
  /** One for each layout. */
  private tables: GrowingTable[] = [];

  /** @param folder where the files are written to; null where they are only measured */
  constructor(folder: string | null, edition: Edition, context: ReviewContext, choice: RowChoice = 'rendered') {
    this.folder = folder;
    this.edition = edition;
    this.context = context;
    this.choice = choice;
    this.layouts = listPartFiles(choice, edition, context);
  }

  async begin(): Promise<void> {
    await this.abandon();
    for (const [i, layout] of this.layouts.entries()) {
      const file = new MeasuredFile(this.folder === null ? null : join(this.folder, layout.path));
      file.write(layout.opening);
      const { linesOf, separator } = layout;
      const source = linesOf === undefined ? i : this.layouts.findIndex(({ path }) => path === linesOf);
      const separate = linesOf === undefined ? null : lineSeparator(separator);
      this.tables.push({ layout, file, begun: false, rows: 0, source, separate });
    }
  }

  async add({ bytes, rows }: Parts): Promise<void> {
    for (const table of this.tables) {
      const { source, separate } = table;
      const own = bytes[source] ?? new Uint8Array(0);
      const part = separate ? separate(own) : own;
      if (part.length > 0 && table.begun) table.file.write(table.layout.separator);
      table.begun ||= part.length > 0;
      table.rows += rows[source] ?? 0;
      table.file.writeBeside(part);
    }
    for (const { file } of this.tables) await file.settle();
  }

  /** Adds what the entities give, last of all. `records` are their lines of records.jsonl. */
  addEntities(entities: readonly EntityRow[], records: string): Promise<void> {
    const cells = new TableCells(this.edition, this.context.settings.extra);
    const writer = createPartWriter(this.choice, cells, this.edition, this.context);
    cells.load({ entities });
    writer.add({ entities }, records);
    return this.add(writer.take());
  }

  /** Ends all files. The rows of each were counted when they were written. */
  async finish(): Promise<FileEntry[]> {
    const entries: FileEntry[] = [];
    for (const table of this.tables.splice(0)) {
      const { layout, file, rows } = table;
      file.write(layout.closing);
      entries.push({ path: layout.path, ...(await file.close()), rows: layout.path === RECORDS ? null : rows });
    }
    return entries;
  }

  /** Gives up what was begun. */
  async abandon(): Promise<void> {
    for (const table of this.tables.splice(0)) await table.file.close();
  }
}
