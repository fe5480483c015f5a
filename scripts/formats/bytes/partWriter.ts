// Cells of rows, one article after another → their part of every file that lists rows.
import type { Edition } from '../../schemas/published.ts';
import type { ReviewContext } from '../claimReview.ts';
import { RECORDS } from '../datasetFiles.ts';
import type { RowFormat } from '../rowFormat.ts';
import { listRowFormats } from '../rowFormats.ts';
import { listTableFormats } from '../tableFormats.ts';
import { listFastWriters, type RowWriter } from './fastWriters.ts';
import type { TableCells, TableRows } from './tableCells.ts';
import { type Piece, sizeOf, type Utf8Page } from './utf8Page.ts';

/** Memory is made somewhat larger than what is needed now, so that it does for what comes next. */
const ROOM = 1.25;

/**
 * What some rows are in every file that lists rows, in the order of the files; in a public edition records.jsonl comes
 * last. A file that is made of the lines of another has nothing here.
 */
export interface Parts {
  /** All in one memory. */
  bytes: Uint8Array<ArrayBuffer>[];
  /** How many rows were written. */
  rows: number[];
}

interface PartOfFile {
  separator: string;
  pieces: Piece[];
  rows: number;
}

/**
 * Puts the files together from cells that stand on one page. Every value is encoded once: rows of CSV and JSON, what
 * claims nest, and reviews are copies of
 * its bytes. A format without a fast way of its own is rendered as text.
 */
export class PartWriter {
  private readonly cells: TableCells;
  private readonly files: ReadonlyMap<string, PartOfFile>;
  /** In the order in which they are to write, by the path of their file. */
  private readonly writers: readonly (readonly [path: string, write: RowWriter])[];

  /**
   * @param formats the files in their order
   * @param fast what writes some of them from cells, in an order in which all of it can be done
   * @param withRecords whether lines of records.jsonl stand behind the files
   */
  constructor(
    cells: TableCells,
    edition: Edition,
    context: ReviewContext,
    formats: readonly RowFormat[] = listRowFormats(edition, context),
    fast: ReadonlyMap<string, RowWriter> = listFastWriters(cells, edition, context),
    withRecords = edition === 'public',
  ) {
    this.cells = cells;
    const records = withRecords ? [{ path: RECORDS, separator: '' }] : [];
    this.files = new Map(
      [...formats, ...records].map(({ path, separator }) => [path, { separator, pieces: [], rows: 0 }]),
    );
    const plain = formats.filter(({ path, linesOf }) => !fast.has(path) && linesOf === undefined);
    const ofTables = new Set(listTableFormats(edition, context.settings.extra).map(({ path }) => path));
    this.writers = [
      ...[...fast].filter(([path]) => this.files.has(path)),
      ...plain.map((format) => [format.path, plainWriter(format, cells.page, ofTables.has(format.path))] as const),
    ];
  }

  /** Adds the rows whose cells are loaded, and their lines of records.jsonl. */
  add(rows: TableRows, records: string): void {
    const { page } = this.cells;
    for (const [path, write] of this.writers) this.note(path, page.length, write(rows));
    const start = page.length;
    page.text(records);
    this.note(RECORDS, start, 0);
  }

  /** What was added; the bytes stand in `spare` where that is large enough. */
  take(spare?: ArrayBuffer): Parts {
    const added = [...this.files.values()];
    const size = added.reduce((sum, { pieces, separator }) => sum + sizeOf(pieces, separator), 0);
    const memory = spare && spare.byteLength >= size ? spare : new ArrayBuffer(Math.ceil(ROOM * size));
    const target = new Uint8Array(memory);
    const parts: Parts = { bytes: [], rows: [] };
    let end = 0;
    for (const file of added) {
      const start = end;
      end = this.cells.page.gather(file.pieces, file.separator, target, start);
      parts.bytes.push(target.subarray(start, end));
      parts.rows.push(file.rows);
      file.pieces = [];
      file.rows = 0;
    }
    this.cells.page.clear();
    return parts;
  }

  private note(path: string, start: number, rows: number): void {
    const file = this.files.get(path);
    const { length: end } = this.cells.page;
    if (!file) return;
    if (end > start) file.pieces.push({ start, end });
    file.rows += rows;
  }
}

/**
 * Writes a format as it renders texts. Throws where it does not, since its file would be empty, and where a file of a
 * table gets another number of rows than it has (`isWhole`).
 */
function plainWriter({ path, table, render, count }: RowFormat, page: Utf8Page, isWhole: boolean): RowWriter {
  if (typeof render !== 'function') throw new Error(`${path} is listed, and nothing writes its rows.`);
  return (rows) => {
    const start = page.length;
    const all = rows[table] ?? [];
    page.text(render(all));
    const written = count([page.view(start, page.length)]);
    if (isWhole && written !== all.length) throw new Error(`${path} has ${written} rows instead of ${all.length}.`);
    return written;
  };
}
