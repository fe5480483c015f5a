// A record of a table and the style of the table → how many records a quotation mark may have swallowed in it.
import { readTable, type TableRow } from './readTable.ts';

/**
 * Lines after the first that would be records of their own if quotation marks were text: 0 unless both the first line and one after it have as many
 * cells as the header then.
 */
export function countSwallowed({ text, start, end, lines }: TableRow, delimiter: string, columns: number): number {
  if (lines < 2 || columns < 2) return 0;
  const widths: number[] = [];
  readTable([text.slice(start, end)], { delimiter, quote: null }, ({ cells }) => widths.push(cells.length) > 0);
  const [first, ...rest] = widths;
  return first === columns && rest.includes(columns) ? rest.length : 0;
}
