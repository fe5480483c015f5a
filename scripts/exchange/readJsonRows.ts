// Text of a JSON or JSON Lines file → its records.
import { fromPointer } from '../values/jsonPointer.ts';
import type { SourceFile } from './mapping.ts';
import { parseJson } from './readJson.ts';
import type { RowSink } from './record.ts';

/**
 * Characters of one line of JSON Lines, and of a JSON file: more than any honest record, and no more than memory holds.
 */
const LONGEST_LINE = 64 * 1024 * 1024;
const LARGEST = 400 * 1024 * 1024;

/** Reads JSON Lines: a line that is no object is a problem, and the next is read. */
export function readLineRows(file: SourceFile, text: Iterable<string>, sink: RowSink): void {
  let row = 0;
  let line = 0;
  const refuse = (message: string) =>
    sink.problem({
      code: 'F01',
      file: file.path,
      row: row++,
      line,
      pointer: '',
      message,
      expected: 'a JSON object on each line',
      records: 1,
    });
  const readLine = (content: string): boolean => {
    line++;
    if (content.length > LONGEST_LINE) refuse(`The line is longer than ${LONGEST_LINE / 1024 / 1024} MiB.`);
    else if (content.trim() !== '') {
      const read = tryParse(content, 'line');
      if ('problem' in read) refuse(read.problem);
      else if (!isObject(read.value)) refuse('The line is no JSON object.');
      else return sink.record({ row: row++, line, value: read.value });
    }
    return true;
  };
  let rest = '';
  for (const chunk of text) {
    const lines = chunk.split('\n');
    lines[0] = rest + (lines[0] as string);
    rest = lines.pop() as string;
    for (const content of lines) if (!readLine(content)) return;
    if (rest.length > LARGEST) throw new Error(`Line ${line + 1} is longer than ${LARGEST / 1024 / 1024} MiB.`);
  }
  if (rest !== '') readLine(rest);
}

/** Reads a list of objects from a JSON file, in one piece. */
export function readDocumentRows(file: SourceFile, text: Iterable<string>, sink: RowSink): void {
  const problem = (message: string, row: number | null, records: number) =>
    sink.problem({
      code: 'F01',
      file: file.path,
      row,
      line: 0,
      pointer: '',
      message,
      expected: 'a list of JSON objects',
      records,
    });
  const read = tryParse(joinText(text), 'file');
  if ('problem' in read) {
    problem(read.problem, null, 0);
    return;
  }
  let list: unknown = read.value;
  for (const token of fromPointer(file.rows ?? ''))
    list = isObject(list) && Object.hasOwn(list, token) ? list[token] : undefined;
  if (!Array.isArray(list)) {
    problem(`There is no list of records at \`${file.rows ?? ''}\`.`, null, 0);
    return;
  }
  for (let row = 0; row < list.length; row++) {
    const value: unknown = list[row];
    if (!isObject(value)) problem('The record is no JSON object.', row, 1);
    else if (!sink.record({ row, line: 0, value })) return;
  }
}

/** The text of a file in one piece. @throws Error where memory could not hold what it becomes */
export function joinText(text: Iterable<string>): string {
  let whole = '';
  for (const part of text) {
    whole += part;
    if (whole.length > LARGEST)
      throw new Error(`It is larger than ${LARGEST / 1024 / 1024} MiB; write it as JSON Lines.`);
  }
  return whole;
}

/** The value of a JSON text, or what is wrong with it. */
export function tryParse(text: string, holder: 'line' | 'file'): { value: unknown } | { problem: string } {
  try {
    return { value: parseJson(text) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const said = error.message.replace(/\s+/g, ' ').slice(0, 120);
    const isRepeated = said.startsWith('Duplicate key');
    const wrong = isRepeated ? 'gives a key twice, with two values' : 'is no JSON';
    return { problem: `The ${holder} ${wrong}. The reader says: ${said}.` };
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
