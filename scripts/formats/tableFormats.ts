// Edition → the files of rows that tables have.
import type { ExtraFields } from '../schemas/extra.ts';
import { type Edition, listPublished, type PublishedTable } from '../schemas/published.ts';
import { csvFormat } from './csv.ts';
import { jsonArrayFormat, jsonLinesFormat } from './json.ts';
import type { RowFormat, TableFormat } from './rowFormat.ts';

/** Every format of tables, in the order in which a table's files are listed. A new one is a module and a line here. */
const FORMATS: readonly TableFormat[] = [csvFormat, jsonLinesFormat, jsonArrayFormat];

/** The files of every table, in the order in which they are written. */
export function listTableFormats(edition: Edition, extra: ExtraFields): RowFormat[] {
  return formatsOf(listPublished(edition, extra));
}

/** The files of some tables. */
export function formatsOf(tables: readonly PublishedTable[]): RowFormat[] {
  return tables.flatMap((table) => FORMATS.flatMap((format) => format(table, tables) ?? []));
}

/** The text of a whole file. */
export function renderFile({ opening, render, closing }: RowFormat, rows: readonly object[]): string {
  return opening + render(rows) + closing;
}
