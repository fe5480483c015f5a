// Text of a source file and edits by row → the text with those edits, all else as it was.
import type { JsonEdit } from '../exchange/editJson.ts';
import { findJsonOffsets, skipValue } from '../exchange/jsonOffsets.ts';
import { rewriteRecord } from './exportSource.ts';

/** A JSON file of records; `rows` is the pointer to their list. Rows are numbered from 0. */
export function rewriteDocument(text: string, rows: string, edits: ReadonlyMap<number, readonly JsonEdit[]>): string {
  // Edits under -1 are of the whole document.
  const whole = edits.get(-1);
  if (whole) return rewriteRecord(text, whole);
  const pointers = [...edits.keys()].map((row) => `${rows}/${row}`);
  const starts = [...findJsonOffsets(text, pointers).values()].map(([start]) => start);
  const parts: string[] = [];
  let at = 0;
  for (const [i, row] of [...edits.keys()].entries()) {
    const start = starts[i] as number;
    const end = skipValue(text, start);
    parts.push(text.slice(at, start), rewriteRecord(text.slice(start, end), edits.get(row) ?? []));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** JSON Lines, piece by piece; edits by line from 1. */
export function* rewriteLines(chunks: Iterable<string>, edits: ReadonlyMap<number, readonly JsonEdit[]>) {
  let rest = '';
  let line = 0;
  for (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() as string;
    for (const content of lines) yield `${rewriteRecord(content, edits.get(++line) ?? [])}\n`;
  }
  if (rest !== '') yield rewriteRecord(rest, edits.get(line + 1) ?? []);
}
