// Text of a CSV or TSV file → its records by column, and those that have another number of columns.
import type { SourceFile } from './mapping.ts';
import { readTable, type TableRow } from './readTable.ts';
import type { RawRecord, ReadProblem, RowSink } from './record.ts';
import { countSwallowed } from './swallowed.ts';

/** How a file is written: what the mapping says, else what its format is usually like. */
export function styleOf({ format, delimiter, quote }: SourceFile): { delimiter: string; quote: string | null } {
  return { delimiter: delimiter ?? (format === 'tsv' ? '\t' : ','), quote: quote === undefined ? '"' : quote };
}

/** Reads a table. A record of another number of columns is a problem, and no record. */
export function readTableRows(file: SourceFile, text: Iterable<string>, sink: RowSink): void {
  const style = styleOf(file);
  let columns: Columns | null = null;
  let row = 0;
  let above = file.skip ?? 0;
  readTable(text, style, (read) => {
    if (above-- > 0) return true;
    if (columns === null) {
      columns = openColumns(file, read.cells, read.line, sink);
      if (file.header === undefined || file.header === true) return true;
    }
    const { names } = columns;
    tellQuotes(file, read, style.delimiter, names.length, row, sink);
    if (read.cells.length !== names.length) {
      sink.problem(otherWidth(file, read, names.length, row++));
      return true;
    }
    return sink.record({ row: row++, line: read.line, value: columns.toRecord(read.cells) });
  });
}

interface Columns {
  names: readonly string[];
  toRecord(cells: readonly string[]): RawRecord['value'];
}

/** The columns of a table: from its first record, from the mapping, or numbers from 1. */
export function openColumns(file: SourceFile, first: readonly string[], line: number, sink: RowSink): Columns {
  const { header = true } = file;
  const given = header === true ? first : header === false ? first.map((_, i) => String(i + 1)) : header;
  const names: string[] = [];
  given.forEach((name, i) => {
    const twice = given.indexOf(name) < i;
    if (twice)
      sink.problem({
        ...placeOf(file, -1, line, ''),
        code: 'F01',
        message: `The header names the column \`${name}\` twice.`,
        expected: 'a name of its own for each column',
        hint: `the mapping can call it \`${name}#${i + 1}\``,
      });
    names.push(twice ? `${name}#${i + 1}` : name);
  });
  sink.columns?.(names, line);
  return {
    names,
    toRecord: (cells) => {
      const value: Record<string, string> = {};
      for (let i = 0; i < names.length; i++) value[names[i] as string] = cells[i] as string;
      return value;
    },
  };
}

function placeOf({ path }: SourceFile, row: number, line: number, pointer: string) {
  return { file: path, row, line, pointer, records: 0 };
}

/** A record of another number of columns. */
export function otherWidth(
  file: SourceFile,
  { cells, line }: Pick<TableRow, 'cells' | 'line'>,
  columns: number,
  row: number,
): ReadProblem {
  return {
    ...placeOf(file, row, line, ''),
    code: 'F01',
    message: `The record has ${count(cells.length, 'column')}, and the header ${columns}.`,
    expected: count(columns, 'column'),
    found: String(cells.length),
    hint:
      cells.length < columns
        ? 'a line break inside a cell must stand between quotation marks'
        : 'a delimiter inside a cell must stand between quotation marks',
    records: 1,
  };
}

function tellQuotes(
  file: SourceFile,
  read: TableRow,
  delimiter: string,
  columns: number,
  row: number,
  sink: RowSink,
): void {
  const swallowed = file.quote === undefined ? countSwallowed(read, delimiter, columns) : 0;
  const { line, lines, quotes } = read;
  const place = placeOf(file, row, line, '');
  if (swallowed > 0)
    sink.problem({
      ...place,
      code: 'F02',
      message: `A quotation mark makes one record of ${lines} lines, in which ${count(swallowed, 'record')} more would be read if marks were text.`,
      expected: 'a file that means the same whether quotation marks enclose cells or are text',
      hint: "say which is meant: `quote: null` in the mapping where marks are text, `quote: '\"'` where they enclose cells",
    });
  else if (quotes === 'unclosed')
    sink.problem({
      ...place,
      code: 'F02',
      message: `A quotation mark is opened here and never closed: ${count(lines, 'line')} of the file are one record.`,
      hint: 'close it, or say `quote: null` in the mapping where marks are text',
    });
  else if (quotes === 'broken')
    sink.problem({
      ...place,
      code: 'F02',
      message: 'Text stands behind the quotation mark that closes a cell.',
      hint: 'double a mark inside a cell, or say `quote: null` in the mapping where marks are text',
    });
  else if (quotes === 'loose')
    sink.problem({
      ...place,
      code: 'F01',
      message: 'Lines end in two ways: a line break that no quotation mark encloses joins lines into one record.',
      expected: 'one kind of line end',
    });
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
