// Bytes of an XLSX file → its records by column.
import type { SourceFile } from './mapping.ts';
import { readSheet } from './readSheet.ts';
import { openColumns, otherWidth } from './readTableRows.ts';
import type { RowSink } from './record.ts';

/** Reads one sheet. A record with a cell that shows an error is refused: what it held is lost. */
export async function readSheetRows(file: SourceFile, chunks: Iterable<Uint8Array>, sink: RowSink): Promise<void> {
  const parts: Buffer[] = [];
  // A piece is good until the next is asked for.
  for (const chunk of chunks) parts.push(Buffer.from(chunk));
  const { rows, errors } = await readSheet(Buffer.concat(parts), file.sheet);
  const { skip = 0 } = file;
  const first = rows[skip];
  if (!first) return;
  const broken = new Map(errors.map((error) => [error.row, error]));
  const columns = openColumns(
    file,
    first.map((cell) => cell ?? ''),
    skip + 1,
    sink,
  );
  const start = skip + (file.header === undefined || file.header === true ? 1 : 0);
  for (let i = start; i < rows.length; i++) {
    const cells = (rows[i] as (string | null)[]).map((cell) => cell ?? '');
    const row = i - start;
    const error = broken.get(i);
    if (error) {
      sink.problem({
        code: 'F01',
        file: file.path,
        row,
        line: i + 1,
        pointer: `/${columns.names[error.column] ?? ''}`,
        message: `Row ${i + 1} has a cell that shows an error, so that the record cannot be read.`,
        expected: 'a value',
        found: error.text,
        records: 1,
      });
    } else if (cells.every((cell) => cell === '')) continue;
    else if (cells.length !== columns.names.length)
      sink.problem(otherWidth(file, { cells, line: i + 1 }, columns.names.length, row));
    else if (!sink.record({ row, line: i + 1, value: columns.toRecord(cells) })) return;
  }
}
