// Cells of articles, one article after another → the articles' parts of every file that lists rows.
import type { ArticleRows } from '../claims/renderRows.ts';
import { type Piece, sizeOf } from '../values/utf8Page.ts';
import { ARTICLE_TABLES, type ArticleCells } from './articleCells.ts';
import { type ReviewContext, ReviewWriter } from './claimReview.ts';
import { RECORDS } from './datasetFiles.ts';
import { csvWriter, ObjectWriter } from './rowBytes.ts';
import { type Edition, listRowFormats, REVIEWS } from './rowFormats.ts';

/** Memory is made somewhat larger than what is needed now, so that it does for what comes next. */
const ROOM = 1.25;

type Write = (rows: ArticleRows) => void;

/**
 * Puts the files together from cells that stand on one page. Every value is encoded once: rows of CSV and JSON, what claims nest, and reviews are copies of its
 * bytes.
 */
export class ArticleBytes {
  private readonly cells: ArticleCells;
  private readonly files: readonly { path: string; separator: string }[];
  /** What writes an article's part of a file, by its path, in an order in which all of it can be done. */
  private readonly writers: ReadonlyMap<string, Write>;
  /** What has been written for each file. */
  private readonly pieces: ReadonlyMap<string, Piece[]>;

  constructor(cells: ArticleCells, edition: Edition, context: ReviewContext) {
    this.cells = cells;
    const formats = listRowFormats(edition, context).filter(({ sameAs }) => sameAs === undefined);
    this.files = [...formats, { path: RECORDS, separator: '' }];
    this.writers = listWriters(cells, edition, context);
    this.pieces = new Map(this.files.map(({ path }) => [path, []]));
  }

  /** Adds an article whose cells are loaded, and its lines of records.jsonl. */
  add(rows: ArticleRows, records: string): void {
    const { page } = this.cells;
    for (const [path, write] of this.writers) {
      const start = page.length;
      write(rows);
      this.note(path, start);
    }
    const start = page.length;
    page.text(records);
    this.note(RECORDS, start);
  }

  /**
   * What was added: the bytes of every format that is not the same as another, in their order, then those of records.jsonl; all in one memory, which is
   * `spare` where that is large enough.
   */
  take(spare?: ArrayBuffer): Uint8Array<ArrayBuffer>[] {
    const added = this.files.map(({ path, separator }) => ({
      separator,
      pieces: this.pieces.get(path)?.splice(0) ?? [],
    }));
    const size = added.reduce((sum, { pieces, separator }) => sum + sizeOf(pieces, separator), 0);
    const memory = spare && spare.byteLength >= size ? spare : new ArrayBuffer(Math.ceil(ROOM * size));
    const bytes = new Uint8Array(memory);
    let end = 0;
    return added.map(({ pieces, separator }) => {
      const start = end;
      end = this.cells.page.gather(pieces, separator, bytes, start);
      return bytes.subarray(start, end);
    });
  }

  private note(path: string, start: number): void {
    const { length: end } = this.cells.page;
    if (end > start) this.pieces.get(path)?.push({ start, end });
  }
}

function listWriters(cells: ArticleCells, edition: Edition, context: ReviewContext): Map<string, Write> {
  const { tables } = cells;
  const writers = new Map<string, Write>();
  const objects = new Map<string, ObjectWriter>();
  for (const table of [...ARTICLE_TABLES].sort((a, b) => a.nested.length - b.nested.length)) {
    const { name } = table;
    const writeCsv = csvWriter(table, edition, tables[name]);
    const writer = new ObjectWriter(table, edition, tables[name], objects);
    objects.set(name, writer);
    writers.set(`${name}.csv`, (rows) => writeCsv(rows[name]));
    writers.set(`${name}.jsonl`, (rows) => writer.write(rows[name]));
  }
  if (edition === 'public') {
    const reviews = new ReviewWriter(tables, context);
    writers.set(REVIEWS, (rows) => reviews.write(rows));
  }
  return writers;
}
