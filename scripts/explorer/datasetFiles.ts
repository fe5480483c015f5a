// Claims and articles → the files of the dataset that are made of nothing else.
import { listTableFormats, renderFile } from '../formats/tableFormats.ts';
import type { TableName } from '../schemas/generated/tables.ts';
import type { ArticleRow, ClaimRow } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';

/** The text of a file by its path in the dataset, or null where it holds more than claims and their articles. */
export function writeDatasetFile(
  path: string,
  claims: readonly ClaimRow[],
  articles: readonly ArticleRow[],
  edition: Edition,
): string | null {
  const format = listTableFormats(edition).find((one) => one.path === path);
  const rows = format && listRows(format.table, claims, articles);
  return rows ? renderFile(format, rows) : null;
}

/** Claims as a file in the form of claims.csv or claims.jsonl. */
export function writeClaims(kind: 'csv' | 'jsonl', claims: readonly ClaimRow[], edition: Edition): string {
  const format = listTableFormats(edition).find((one) => one.path === `claims.${kind}`);
  if (!format) throw new Error(`Claims are not written as ${kind}.`);
  return renderFile(format, claims);
}

function listRows(
  table: TableName,
  claims: readonly ClaimRow[],
  articles: readonly ArticleRow[],
): readonly object[] | null {
  if (table === 'claims') return claims;
  if (table === 'articles') return articles;
  if (table === 'evidence' || table === 'annotations') return claims.flatMap((claim): object[] => claim[table]);
  return null;
}
