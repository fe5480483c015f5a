// Places in foreign files → lines and columns; the files are read again, and only those that are asked for.
import type { Range } from '../findings/finding.ts';
import { Lines } from '../findings/positions.ts';
import { decodeText } from './decodeText.ts';
import { findJsonOffsets } from './jsonOffsets.ts';
import type { Mapping, SourceFile } from './mapping.ts';
import { escapeToken } from './path.ts';
import { joinText } from './readJsonRows.ts';
import { readTable, type TableRow, type TableStyle } from './readTable.ts';
import { styleOf } from './readTableRows.ts';
import type { OpenFile, RecordPlace } from './record.ts';

/** Gives the range of a place, or null where a file has no lines or it is the whole file. */
export type Locate = (place: RecordPlace) => Range | null;

/** Pointers that are asked for, by row. */
type Wanted = Map<number, Set<string>>;

/** Works out where places stand. Records must be read as they were when the places were noted. */
export function locateRecords(mapping: Mapping, open: OpenFile, places: Iterable<RecordPlace>): Locate {
  const wanted = new Map<string, Wanted>();
  for (const { file, row, pointer } of places) {
    if (row === null) continue;
    const rows: Wanted = wanted.get(file) ?? new Map();
    wanted.set(file, rows);
    const pointers = rows.get(row) ?? new Set<string>();
    rows.set(row, pointers.add(pointer));
  }
  const ranges = new Map<string, Range>();
  for (const file of mapping.files) {
    const rows = wanted.get(file.path);
    if (rows) locateIn(file, open, rows, (row, pointer, range) => ranges.set(keyOf(file.path, row, pointer), range));
  }
  return ({ file, row, line, pointer }) => {
    if (row !== null) return ranges.get(keyOf(file, row, pointer)) ?? null;
    return line > 0 ? { start: { line, column: 1 }, end: { line, column: 1 } } : null;
  };
}

type Found = (row: number, pointer: string, range: Range) => void;

function keyOf(file: string, row: number, pointer: string): string {
  return `${file}\n${row}\n${pointer}`;
}

function locateIn(file: SourceFile, open: OpenFile, wanted: Wanted, found: Found): void {
  try {
    const text = decodeText(open(file.path), file.encoding);
    if (file.format === 'csv' || file.format === 'tsv') locateInTable(file, text, wanted, found);
    else if (file.format === 'jsonl') locateInLines(text, wanted, found);
    else if (file.format === 'json') locateInDocument(file, joinText(text), wanted, found);
  } catch (error) {
    // What could be read of the file is located; the rest was never read.
    if (!(error instanceof Error)) throw error;
  }
}

function locateInTable(file: SourceFile, text: Iterable<string>, wanted: Wanted, found: Found): void {
  const style = styleOf(file);
  let left = wanted.size;
  let names: string[] | null = null;
  const hasHeader = file.header === undefined || file.header === true;
  let row = hasHeader ? -1 : 0;
  readTable(text, style, (read) => {
    names ??= (
      Array.isArray(file.header) ? file.header : hasHeader ? read.cells : read.cells.map((_, i) => String(i + 1))
    ).map((name, i, all) => `/${escapeToken(all.indexOf(name) < i ? `${name}#${i + 1}` : name)}`);
    const pointers = wanted.get(row);
    if (pointers) {
      for (const pointer of pointers) found(row, pointer, cellRange(read, style, names.indexOf(pointer)));
      left--;
    }
    row++;
    return left > 0;
  });
}

/** Where a cell stands; the record's first line where it is none. */
function cellRange({ text, start, end, line }: TableRow, style: TableStyle, column: number): Range {
  const record = text.slice(start, end).replace(/\r?\n$|\r$/, '');
  const [from, to] = column < 0 ? [0, firstLine(record)] : cellOffsets(record, style, column);
  const range = new Lines(record).range(from, Math.max(from, to));
  return { start: shift(range.start, line), end: shift(range.end, line) };
}

function firstLine(record: string): number {
  const end = record.search(/[\r\n]/);
  return end < 0 ? record.length : end;
}

function shift({ line, column }: Range['start'], by: number): Range['start'] {
  return { line: line + by - 1, column };
}

/** Offsets of what stands in a cell, its quotation marks left out. */
function cellOffsets(record: string, { delimiter, quote }: TableStyle, column: number): [number, number] {
  let at = 0;
  for (let i = 0; ; i++) {
    const quoted = quote !== null && record[at] === quote;
    let end = quoted ? closeOf(record, quote, delimiter, at + 1) : record.indexOf(delimiter, at);
    if (end < 0) end = record.length;
    if (i === column) return quoted ? [at + 1, end] : [at, end];
    const next = quoted ? record.indexOf(delimiter, end) : end;
    if (next < 0 || next >= record.length) return [0, firstLine(record)];
    at = next + delimiter.length;
  }
}

/** The mark that closes a cell: one that is not doubled, with a delimiter or nothing behind it. */
function closeOf(record: string, quote: string, delimiter: string, from: number): number {
  for (let at = record.indexOf(quote, from); at >= 0; at = record.indexOf(quote, at + 1)) {
    if (record[at + 1] === quote) at++;
    else {
      const rest = record.slice(at + 1, at + 64).trimStart();
      if (rest === '' || rest.startsWith(delimiter) || record.startsWith(delimiter, at + 1)) return at;
    }
  }
  return record.length;
}

function locateInLines(text: Iterable<string>, wanted: Wanted, found: Found): void {
  let row = 0;
  let line = 0;
  let rest = '';
  const see = (content: string) => {
    line++;
    if (content.trim() === '') return;
    const pointers = wanted.get(row);
    if (pointers) {
      const offsets = findJsonOffsets(content, pointers);
      const lines = new Lines(content.replaceAll('\n', ' '));
      for (const pointer of pointers) {
        const [start, end] = pointer === '' ? [0, content.length] : (offsets.get(pointer) ?? [0, content.length]);
        const range = lines.range(start, end);
        found(row, pointer, { start: shift(range.start, line), end: shift(range.end, line) });
      }
    }
    row++;
  };
  for (const chunk of text) {
    const lines = chunk.split('\n');
    lines[0] = rest + (lines[0] as string);
    rest = lines.pop() as string;
    for (const content of lines) see(content);
  }
  if (rest !== '') see(rest);
}

function locateInDocument({ rows = '' }: SourceFile, text: string, wanted: Wanted, found: Found): void {
  const asked = new Map<string, [number, string]>();
  for (const [row, pointers] of wanted)
    for (const pointer of pointers) asked.set(`${rows}/${row}${pointer}`, [row, pointer]);
  const offsets = findJsonOffsets(text, asked.keys());
  const lines = new Lines(text);
  for (const [whole, [row, pointer]] of asked) {
    const span = offsets.get(whole);
    if (span) found(row, pointer, lines.range(...span));
  }
}
