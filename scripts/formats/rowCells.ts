// Rows of a table → each of their values as JSON in UTF-8, from which every format is put together.
import { hash } from 'node:crypto';
import type { Table } from '../schemas/generated/tables.ts';
import { pickValues } from '../values/pickValues.ts';
import { PLAIN, SPACED, type Utf8Page } from '../values/utf8Page.ts';
import type { Edition } from './tableFormats.ts';

/** What stands in a cell: a text that is the same without its quotation marks; JSON that is CSV too; nothing; or what CSV writes in its own way. */
export const TEXT = 0;
export const SAME = 1;
export const NULL = 2;
export const EMPTY_LIST = 3;
/** A list of one text that is the same without its brackets and quotation marks. */
export const SINGLE = 4;
export const OTHER = 5;

const OPENING = 0x5b;
const CLOSING = 0x5d;
const COMMA = 0x2c;

/**
 * The cells of some rows. Of each row they stand on the page as the JSON array that its digest is of: public columns, then what only JSON nests and no other
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

  constructor(page: Utf8Page, { columns, nested, nestedRows }: Table, edition: Edition) {
    this.page = page;
    const own = nested.filter((name) => nestedRows[name] === undefined);
    const namesOf = (isPrivate: boolean) =>
      columns.filter((column) => column.private === isPrivate).map(({ name }) => name);
    const digested = [...namesOf(false), ...own];
    this.digested = digested.length;
    this.names = edition === 'private' ? [...digested, ...namesOf(true)] : digested;
  }

  /** Forgets all rows. */
  clear(): void {
    this.count = 0;
  }

  add(row: object): void {
    const { page, names, digested, values, before } = this;
    pickValues(row as Record<string, unknown>, names, values);
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

  /** Where a cell begins on the page. */
  start(row: number, cell: number): number {
    return this.starts[row * (this.names.length + 1) + cell] as number;
  }

  /** Where it ends. */
  end(row: number, cell: number): number {
    return this.start(row, cell + 1) - 1;
  }

  look(row: number, cell: number): number {
    return this.looks[row * (this.names.length + 1) + cell] as number;
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
function writeValue(page: Utf8Page, value: unknown): number {
  if (typeof value === 'string') {
    const look = page.json(value);
    return look === PLAIN ? TEXT : look === SPACED ? SAME : OTHER;
  }
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

function writeList(page: Utf8Page, values: readonly unknown[]): number {
  let look = values.length === 0 ? EMPTY_LIST : OTHER;
  page.byte(OPENING);
  for (const [i, value] of values.entries()) {
    if (i > 0) page.byte(COMMA);
    if (typeof value !== 'string') page.text(JSON.stringify(value) ?? 'null');
    else if (page.json(value) === PLAIN && values.length === 1) look = SINGLE;
  }
  page.byte(CLOSING);
  return look;
}
