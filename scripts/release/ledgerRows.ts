// Rows of tables → their lines in a ledger, a file for each table, written while articles are examined.
import { hash } from 'node:crypto';
import type { RowWriter } from '../formats/bytes/fastWriters.ts';
import { EMPTY_LIST, NULL } from '../formats/bytes/look.ts';
import type { RowCells } from '../formats/bytes/rowCells.ts';
import type { TableCells } from '../formats/bytes/tableCells.ts';
import type { Piece } from '../formats/bytes/utf8Page.ts';
import { countLines, type RowFormat } from '../formats/rowFormat.ts';
import type { ExtraFields } from '../schemas/extra.ts';
import type { TableName } from '../schemas/generated/tables.ts';
import { renderLedgerLine } from './ledgerLine.ts';
import { listReleasedTables, type ReleasedTable } from './releasedTables.ts';
import { HASH_LENGTH, toSnapshotRow } from './snapshot.ts';

/** The file of a table's lines, which no dataset holds. */
export const ledgerPath = (table: string): string => `${table}.ledger`;

/** What the lines are. */
export function listLedgerFormats(extra: ExtraFields): RowFormat[] {
  return listReleasedTables(extra).map((table) => ({
    path: ledgerPath(table.name),
    table: table.name as TableName,
    opening: '',
    separator: '',
    closing: '',
    render: (rows) => rows.map((row) => renderLedgerLine(table.name, toSnapshotRow(table, table.key, row))).join(''),
    count: countLines,
  }));
}

/** The same lines from cells, by the path of their file: every value stands there as what its hash is of. */
export function listLedgerWriters({ tables }: TableCells, extra: ExtraFields): Map<string, RowWriter> {
  return new Map(
    listReleasedTables(extra).map((table) => {
      const name = table.name as TableName;
      const writer = new LedgerWriter(table, tables[name]);
      return [ledgerPath(name), (rows) => writer.write(rows[name] ?? [])];
    }),
  );
}

/** A key of a line and the cell that it has the value of. */
interface Field {
  head: Piece;
  cell: number;
}

class LedgerWriter {
  private readonly cells: RowCells;
  private readonly opening: Piece;
  private readonly key: string;
  private readonly verdict: Field;
  private readonly status: Field;
  private readonly revisions: Field;
  private readonly reason: Field;
  private readonly columns: readonly { name: string; cell: number }[];
  private readonly record: Piece;
  private readonly hashes: Piece;
  private readonly closing: Piece;
  /** Values of the row before, and their hashes: much is said again in the next row. */
  private readonly before: unknown[] = [];
  private readonly known: string[] = [];

  constructor({ name, key, columns }: ReleasedTable, cells: RowCells) {
    const { page } = cells;
    const field = (column: string): Field => ({
      head: page.keep(`,${JSON.stringify(column)}:`),
      cell: cells.names.indexOf(column),
    });
    this.cells = cells;
    this.opening = page.keep(`{"table":${JSON.stringify(name)},"id":`);
    this.key = key;
    this.verdict = field('verdict');
    this.status = field('status');
    this.revisions = field('revisions');
    this.reason = field('reason');
    this.record = page.keep(',"record":"');
    this.hashes = page.keep('","hashes":["');
    this.closing = page.keep('}\n');
    this.columns = columns.map((column) => ({ name: column.name, cell: cells.cellOf(column.name) }));
  }

  /** Writes a line for each row. The cells are those of these rows. */
  write(rows: readonly object[]): number {
    const { cells } = this;
    const { page } = cells;
    for (const [i, row] of rows.entries()) {
      page.put(this.opening);
      page.json(String((row as Record<string, unknown>)[this.key]));
      for (const { head, cell } of [this.verdict, this.status]) {
        page.put(head);
        if (cell < 0) page.null();
        else cells.copy(i, cell);
      }
      page.put(this.record);
      page.text(cells.digest(i));
      page.put(this.hashes);
      page.text(this.hashRow(i, row as Record<string, unknown>).join('","'));
      page.text('"]');
      for (const { head, cell } of [this.revisions, this.reason]) {
        if (cell < 0 || cells.look(i, cell) === NULL || cells.look(i, cell) === EMPTY_LIST) continue;
        page.put(head);
        cells.copy(i, cell);
      }
      page.put(this.closing);
    }
    return rows.length;
  }

  private hashRow(i: number, row: Record<string, unknown>): readonly string[] {
    const { before, known, columns } = this;
    for (const [at, { name, cell }] of columns.entries()) {
      const value = row[name];
      if (at in known && value === before[at] && typeof value !== 'object') continue;
      before[at] = value;
      known[at] = this.hashCell(i, cell);
    }
    return known;
  }

  private hashCell(i: number, cell: number): string {
    const { cells } = this;
    const look = cells.look(i, cell);
    if (look === NULL || look === EMPTY_LIST) return '';
    return hash('sha256', cells.page.view(cells.start(i, cell), cells.end(i, cell)), 'base64url').slice(0, HASH_LENGTH);
  }
}
