// Columns and rows → the XML of a sheet of an Excel workbook, in which every cell has a type and none is a formula.
import type { Column } from '../schemas/generated/tables.ts';

/** A column of a sheet: its header, and what its cells are. */
export type SheetColumn = Pick<Column, 'name' | 'type'>;

/** How cells are shown, by their places in {@link STYLES}. `text` keeps what is typed later a text. */
const STYLE = { header: 1, text: 2, day: 3 } as const;

/** The styles of a workbook: none, headers, texts, days as YYYY-MM-DD. */
export const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';

/** What a cell and a sheet of Excel can hold, in UTF-16 units and in rows with the header. */
export const LONGEST_TEXT = 32_767;
export const MOST_ROWS = 1_048_576;

/** A place that Excel has no room for; `row` is counted from 1 with the header, `length` in UTF-16 units. */
export interface TooLong {
  column: string;
  row: number;
  length: number;
}

const OPENING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/**
 * The sheet, piece by piece: a frozen header, then the rows. What is missing and an empty list are empty cells, lists
 * are joined by `|` as in CSV. `onTooLong` is told of every text that has no room; what is written is then worth
 * nothing.
 * @param rows at most MOST_ROWS less the header
 */
export function* renderSheet(
  columns: readonly SheetColumn[],
  rows: Iterable<object>,
  onTooLong: (place: TooLong) => void,
): Generator<string> {
  const letters = columns.map((_, i) => nameColumn(i));
  const widths = columns.map(
    ({ type }, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${type === 'string' || type === 'list' ? 24 : 12}" style="${styleOf(type)}" customWidth="1"/>`,
  );
  yield `${OPENING}<cols>${widths.join('')}</cols><sheetData>`;
  yield `<row r="1">${columns.map(({ name }, i) => textCell(`${letters[i]}1`, name, STYLE.header)).join('')}</row>`;
  let row = 1;
  for (const cells of rows) {
    row++;
    let text = `<row r="${row}">`;
    for (const [i, { name, type }] of columns.entries()) {
      const value = (cells as Record<string, unknown>)[name] ?? null;
      if (value === null) continue;
      const place = `${letters[i]}${row}`;
      if (type === 'string' || type === 'list') {
        const content = Array.isArray(value) ? value.join('|') : (value as string);
        if (content.length > LONGEST_TEXT) onTooLong({ column: name, row, length: content.length });
        if (content !== '') text += textCell(place, content, STYLE.text);
      } else text += typedCell(place, type, value);
    }
    yield `${text}</row>`;
  }
  yield '</sheetData></worksheet>';
}

function styleOf(type: SheetColumn['type']): number {
  if (type === 'string' || type === 'list') return STYLE.text;
  return type === 'date' ? STYLE.day : 0;
}

/** The text stands in the cell itself: nothing of another row is needed to write it. */
function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeText(text)}</t></is></c>`;
}

/** Excel has no days before 1900, and takes 1900 for a leap year: an earlier day than March 1900 is a text. */
const FIRST_DAY = '1900-03-01';

function typedCell(place: string, type: 'integer' | 'number' | 'boolean' | 'date', value: unknown): string {
  if (type === 'boolean') return `<c r="${place}" t="b"><v>${value === true ? 1 : 0}</v></c>`;
  if (type !== 'date') return `<c r="${place}"><v>${value as number}</v></c>`;
  const day = value as string;
  if (day < FIRST_DAY) return textCell(place, day, STYLE.text);
  return `<c r="${place}" s="${STYLE.day}"><v>${serialOf(day)}</v></c>`;
}

/** A day as Excel counts: days since 30 December 1899. */
function serialOf(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

/** `A`, …, `Z`, `AA`, …; counted from 0. */
function nameColumn(index: number): string {
  const rest = index >= 26 ? nameColumn(Math.floor(index / 26) - 1) : '';
  return rest + String.fromCharCode(65 + (index % 26));
}

/** What XML has no room for, a carriage return, which it would read as a line feed, and what looks like an escape. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff\p{Cs}]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as Office's files hold it: `_xHHHH_` where XML has no character (ECMA-376, ST_Xstring). */
function escapeText(text: string): string {
  return text
    .replace(UNSAFE, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(/[&<>]/g, (character) => MARKUP[character] as string);
}
