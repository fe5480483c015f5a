// Files of a mapping → a stream of records, in order, and what cannot be read.
import { Coverage } from './coverage.ts';
import type { Mapping, SourceFile } from './mapping.ts';
import { isTable, mapRecord } from './mapRecord.ts';
import { parsePath } from './path.ts';
import { readRows } from './readRows.ts';
import type { ForeignRecord, OpenFile, RawRecord, ReadProblem } from './record.ts';

export interface RecordSink {
  record(record: ForeignRecord): void;
  problem(problem: ReadProblem): void;
  /** What a reader was lenient about, in words, before the record of that row. */
  note?(what: string, row: number): void;
}

/**
 * Reads every file of a mapping, record by record: a table or JSON Lines may be larger than memory. What cannot be read
 * is a problem, and the rest is read all the same. Nothing is guessed, and every value stays the text that was written.
 */
export async function readRecords(mapping: Mapping, open: OpenFile, sink: RecordSink): Promise<void> {
  const coverage = new Coverage(mapping, parsePath);
  let records = 0;
  for (const file of mapping.files) {
    await readRows(file, open, {
      columns: (names, line) => {
        for (const name of coverage.checkColumns(names)) sink.problem(undecided(file, name, -1, line, `/${name}`));
      },
      record: (raw) => {
        records++;
        // A table's columns are checked once; of a review all fields are ours, and which are of use is nobody's fault.
        const undecidedFields = isTable(file) ? [] : coverage.checkRecord(raw.value);
        if (file.format !== 'claimreview')
          for (const pointer of undecidedFields)
            sink.problem(undecided(file, pointer.slice(1), raw.row, raw.line, pointer));
        sink.record(mapRecord(mapping, file, raw));
        return true;
      },
      problem: sink.problem,
      ...(sink.note ? { note: sink.note } : {}),
    });
  }
  if (records === 0) return;
  for (const path of coverage.listAbsent())
    sink.problem({
      code: 'A11',
      file: mapping.file,
      row: null,
      line: 0,
      pointer: '',
      message: `The mapping names the field \`${path}\`, and no record has it.`,
      expected: 'a field of the files',
      found: path,
      hint: 'write the name as the files do',
      records: 0,
    });
}

function undecided({ path }: SourceFile, field: string, row: number, line: number, pointer: string): ReadProblem {
  return {
    code: 'A10',
    file: path,
    row,
    line,
    pointer,
    message: `The mapping does not say what becomes of the field \`${field}\`.`,
    expected: 'a field that is mapped, kept in `extra`, or dropped',
    found: field,
    hint: 'give it a role, or name it in `extra` or `dropped`',
    records: 0,
  };
}

export type { ForeignRecord, RawRecord, ReadProblem };
