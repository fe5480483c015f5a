// Head of a dataset and its rows → an Excel workbook with a sheet for each table.
import { join } from 'node:path';
import { listAbout } from '../formats/about.ts';
import { listTableFacts, type TableFacts } from '../formats/columnFacts.ts';
import type { DatasetHead } from '../formats/datasetHead.ts';
import type { RowSource } from '../formats/rowFormat.ts';
import { renderWorkbookParts, sheetPath } from '../formats/workbook.ts';
import { LONGEST_TEXT, MOST_ROWS, renderSheet, type SheetColumn } from '../formats/worksheet.ts';
import type { Measure } from '../platform/measuredFile.ts';
import { UserError } from '../platform/userError.ts';
import { ZipFile } from '../platform/zipFile.ts';

interface Sheet {
  name: string;
  columns: readonly SheetColumn[];
  rows: Iterable<object>;
}

/**
 * Writes `NAME.xlsx` into an existing folder; a row is in memory at a time. Only public columns are written. The last
 * two sheets are what the dataset says of itself and what its columns mean.
 * @throws UserError where a sheet or a cell has no room for what is in it, with every such place
 */
export async function writeWorkbook(
  head: Pick<DatasetHead, 'settings' | 'version'>,
  rowsOf: RowSource,
  folder: string,
): Promise<Measure[]> {
  const sheets = listSheets(head, rowsOf);
  const zip = new ZipFile(join(folder, `${head.settings.name}.xlsx`));
  const refused: string[] = [];
  let measure: Measure;
  try {
    for (const [path, text] of renderWorkbookParts(sheets.map(({ name }) => name))) zip.add(path, [text]);
    for (const [i, sheet] of sheets.entries()) zip.add(sheetPath(i), renderChecked(sheet, refused));
    zip.finish();
  } finally {
    measure = await zip.close();
  }
  if (refused.length > 0)
    throw new UserError(
      `Excel has no room for this, and nothing is cut:\n${refused.map((line) => `  ${line}\n`).join('')}Take CSV, SQLite or Parquet.`,
    );
  return [measure];
}

/** The sheet, and in `refused` what has no room in it. */
function renderChecked({ name, columns, rows }: Sheet, refused: string[]): Iterable<string> {
  const limited = limitRows(rows, () => refused.push(`${name}: more than ${MOST_ROWS - 1} rows`));
  return renderSheet(columns, limited, ({ column, row, length }) =>
    refused.push(`${name}, row ${row}, ${column}: ${length} characters, more than ${LONGEST_TEXT}`),
  );
}

function* limitRows(rows: Iterable<object>, onMore: () => void): Generator<object> {
  let count = 1;
  for (const row of rows) {
    if (++count > MOST_ROWS) return onMore();
    yield row;
  }
}

const TEXT = (name: string): SheetColumn => ({ name, type: 'string' });

function listSheets(head: Pick<DatasetHead, 'settings' | 'version'>, rowsOf: RowSource): Sheet[] {
  const tables = listTableFacts(head.settings.extra);
  return [
    ...tables.map(({ name, columns }) => ({ name, columns, rows: rowsOf(name) })),
    {
      name: 'about',
      columns: [TEXT('name'), TEXT('value')],
      rows: listAbout(head).map(([name, value]) => ({ name, value })),
    },
    { name: 'codebook', columns: [TEXT('table'), TEXT('column'), TEXT('meaning')], rows: tables.flatMap(listMeanings) },
  ];
}

function listMeanings({ name, columns }: TableFacts): object[] {
  return columns.map((column) => ({ table: name, column: column.name, meaning: column.description }));
}
