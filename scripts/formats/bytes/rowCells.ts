// Rows of a table → each of their values as JSON in UTF-8, from which every format is put together.
import { hash } from 'node:crypto';
import type { ExtraFields } from '../../schemas/extra.ts';
import { type Edition, listCompared, publishedTable } from '../../schemas/published.ts';
import { EMPTY_LIST, type Look, NULL, OTHER, SAME, SINGLE, TEXT } from './look.ts';
import type { Utf8Page } from './utf8Page.ts';

const OPENING = 0x5b;
const CLOSING = 0x5d;
const COMMA = 0x2c;

/**
 * The cells of some rows. Of each row they stand on the page as the JSON array that its digest is of: public columns,
 * then what only JSON nests and no other
 * table repeats; then follow the private columns.
 */
export class RowCells {
  readonly page: Utf8Page;
  /** Names in the order of the cells. */
  readonly names: readonly string[];
  /** How many rows there are. */
  count = 0;
  private readonly digested: number;
  private starts = new Int32Array(0);
  private looks = new Uint8Array(0);
  /** The values of one row, and of the row before. */
  private values: unknown[] = [];
  private before: unknown[] = [];

  constructor(page: Utf8Page, table: string, edition: Edition, extra: ExtraFields) {
    this.page = page;
    const { columns, nested } = listCompared(table, extra);
    const compared = [...columns.map(({ name }) => name), ...nested];
    const published = publishedTable(table, edition, extra).columns.map(({ name }) => name);
    this.digested = compared.length;
    this.names = [...compared, ...published.filter((name) => !compared.includes(name))];
  }

  /** Forgets all rows. */
  clear(): void {
    this.count = 0;
  }

  add(row: object): void {
    const { page, names, digested, values, before } = this;
    for (const [i, name] of names.entries()) values[i] = (row as Record<string, unknown>)[name];
    const first = this.reserve();
    const { starts, looks } = this;
    const above = first - names.length - 1;
    for (let i = 0; i < names.length; i++) {
      page.byte(i === 0 ? OPENING : i === digested ? CLOSING : COMMA);
      starts[first + i] = page.length;
      const value = values[i];
      // Much is said again in the next row: of the article, and in words of short lists.
      if (above >= 0 && typeof value === 'string' && value === before[i]) {
        page.copy(starts[above + i] as number, (starts[above + i + 1] as number) - 1);
        looks[first + i] = looks[above + i] as number;
      } else looks[first + i] = writeValue(page, value);
    }
    page.byte(CLOSING);
    starts[first + names.length] = page.length;
    this.values = before;
    this.before = values;
    this.count++;
  }

  /** Which cell of a row a column is. */
  cellOf(name: string): number {
    const cell = this.names.indexOf(name);
    if (cell < 0) throw new Error(`There is no column ${name}.`);
    return cell;
  }

  /** Where a cell begins on the page. */
  start(row: number, cell: number): number {
    return this.starts[row * (this.names.length + 1) + cell] as number;
  }

  /** Where it ends. */
  end(row: number, cell: number): number {
    return this.start(row, cell + 1) - 1;
  }

  look(row: number, cell: number): Look {
    return this.looks[row * (this.names.length + 1) + cell] as Look;
  }

  /** Writes a cell again. */
  copy(row: number, cell: number): void {
    this.page.copy(this.start(row, cell), this.end(row, cell));
  }

  /** SHA-256 of a row, as releases are compared by it. */
  digest(row: number): string {
    return hash('sha256', this.page.view(this.start(row, 0) - 1, this.start(row, this.digested)), 'hex');
  }

  /** Makes room for one row; gives the place of its first cell. */
  private reserve(): number {
    const first = this.count * (this.names.length + 1);
    const needed = first + this.names.length + 1;
    if (needed > this.starts.length) {
      const { starts, looks } = this;
      this.starts = new Int32Array(2 * needed);
      this.starts.set(starts);
      this.looks = new Uint8Array(2 * needed);
      this.looks.set(looks);
    }
    return first;
  }
}

/** Writes a value as JSON does, undefined as null. */
function writeValue(page: Utf8Page, value: unknown): Look {
  if (typeof value === 'string') return page.json(value);
  if (value === null || value === undefined) {
    page.null();
    return NULL;
  }
  if (Array.isArray(value)) return writeList(page, value);
  if (Number.isSafeInteger(value) && (value as number) >= 0) {
    page.count(value as number);
    return SAME;
  }
  page.text(JSON.stringify(value));
  return typeof value === 'boolean' || Number.isFinite(value) ? SAME : OTHER;
}

function writeList(page: Utf8Page, values: readonly unknown[]): Look {
  let look: Look = values.length === 0 ? EMPTY_LIST : OTHER;
  page.byte(OPENING);
  for (const [i, value] of values.entries()) {
    if (i > 0) page.byte(COMMA);
    if (typeof value !== 'string') page.text(JSON.stringify(value) ?? 'null');
    else if (page.json(value) === TEXT && values.length === 1) look = SINGLE;
  }
  page.byte(CLOSING);
  return look;
}
