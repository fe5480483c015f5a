// One foreign file → its records as they are written, whatever its format.
import { decodeText, EncodingError } from './decodeText.ts';
import type { SourceFile } from './mapping.ts';
import { readDocumentRows, readLineRows } from './readJsonRows.ts';
import { readSheetRows } from './readSheetRows.ts';
import { readTableRows } from './readTableRows.ts';
import type { OpenFile, ReadProblem, RowSink } from './record.ts';

/** Reads one file. Never throws for anything that a file may hold. */
export async function readRows(file: SourceFile, open: OpenFile, sink: RowSink): Promise<void> {
  let line = 0;
  const counting: RowSink = {
    ...sink,
    record: (record) => {
      ({ line } = record);
      return sink.record(record);
    },
  };
  try {
    if (file.format === 'xlsx') await readSheetRows(file, open(file.path), counting);
    else {
      const text = decodeText(open(file.path), file.encoding);
      if (file.format === 'csv' || file.format === 'tsv') readTableRows(file, text, counting);
      else if (file.format === 'jsonl') readLineRows(file, text, counting);
      else if (file.format === 'json') readDocumentRows(file, text, counting);
      else (await import('./readClaimReview.ts')).readClaimReview(file, text, counting);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    sink.problem(error instanceof EncodingError ? wrongEncoding(file, line) : unreadable(file, error.message));
  }
}

function wrongEncoding({ path, encoding }: SourceFile, line: number): ReadProblem {
  const name = encoding ?? 'UTF-8';
  const where = line > 0 ? ` after line ${line}` : '';
  return {
    ...unreadable({ path }, ''),
    code: 'A02',
    message: `The file is not valid ${name}${where}; what comes after is not read.`,
    expected: name,
    hint: 'name its encoding in the mapping, as `encoding: windows-1252`',
  };
}

/** A file that cannot be read, and why. */
export function unreadable({ path }: Pick<SourceFile, 'path'>, reason: string): ReadProblem {
  return {
    code: 'A01',
    file: path,
    row: null,
    line: 0,
    pointer: '',
    message: `The file cannot be read. ${reason}`,
    records: 0,
  };
}
