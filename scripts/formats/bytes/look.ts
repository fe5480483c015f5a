// What stands in a cell, as one number: how much of its JSON in UTF-8 is the cell in CSV too.

/** A text that is the same in CSV without its quotation marks. */
export const TEXT = 0;
/** The same in JSON and CSV: a number, true or false, or a text that CSV quotes and nothing is escaped in. */
export const SAME = 1;
/** Nothing, which CSV leaves empty. */
export const NULL = 2;
/** A list of nothing, which CSV leaves empty too. */
export const EMPTY_LIST = 3;
/** A list of one text that is the same in CSV without brackets and quotation marks. */
export const SINGLE = 4;
/** What formats/csv.ts has to be asked for. */
export const OTHER = 5;

export type Look = typeof TEXT | typeof SAME | typeof NULL | typeof EMPTY_LIST | typeof SINGLE | typeof OTHER;
