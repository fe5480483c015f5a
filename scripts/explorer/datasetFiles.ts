// Claims and articles, some at a time → the files of the dataset that are made of nothing else.
import { listTableFormats } from '../formats/tableFormats.ts';
import { NO_EXTRA } from '../schemas/extra.ts';
import type { TableName } from '../schemas/generated/tables.ts';
import type { ArticleRow, ClaimRow } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';

/** Writes a file piece by piece; the pieces joined are the file. */
export interface FileWriter {
  readonly path: string;
  readonly opening: string;
  /** The text of some claims, or of what belongs to them. */
  readonly add: (claims: readonly ClaimRow[]) => string;
  readonly closing: string;
}

/** Whether the rows of a table are those of claims, or nested in them. */
export function isMade(table: TableName): table is Exclude<TableName, 'entities' | 'withdrawn'> {
  return table !== 'entities' && table !== 'withdrawn';
}

/** The writer of a file, or null where it holds more than claims and their articles. */
export function writerOf(
  path: string,
  articles: readonly ArticleRow[],
  edition: Edition,
  extra = NO_EXTRA,
): FileWriter | null {
  const format = listTableFormats(edition, extra).find((one) => one.path === path);
  if (!format) return null;
  const { table, opening, separator, closing, render } = format;
  if (!isMade(table)) return null;
  if (table === 'articles') return { path, opening, add: () => '', closing: render(articles) + closing };
  let begun = false;
  return {
    path,
    opening,
    closing,
    add: (claims) => {
      const rows = table === 'claims' ? claims : claims.flatMap((claim): object[] => claim[table]);
      if (rows.length === 0) return '';
      const text = begun ? separator + render(rows) : render(rows);
      begun = true;
      return text;
    },
  };
}
