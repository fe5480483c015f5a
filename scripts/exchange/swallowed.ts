// A record of a table and the style of the table → how many records a quotation mark may have swallowed in it.
import { readTable, type TableRow } from './readTable.ts';

/**
 * Records that vanish in this one if quotation marks are text: its lines, in order, make whole records of as many
 * delimiters as the header has, each of a line or of lines that a break has cut. 0 where they do not.
 */
export function countSwallowed({ text, start, end, lines }: TableRow, delimiter: string, columns: number): number {
  if (lines < 2 || columns < 2) return 0;
  let records = 0;
  let delimiters = 0;
  let fits = true;
  readTable([text.slice(start, end)], { delimiter, quote: null }, ({ cells }) => {
    delimiters += cells.length - 1;
    if (delimiters > columns - 1) fits = false;
    if (delimiters === columns - 1) {
      records++;
      delimiters = 0;
    }
    return fits;
  });
  return fits && delimiters === 0 && records > 1 ? records - 1 : 0;
}
