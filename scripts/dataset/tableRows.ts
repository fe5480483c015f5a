// Checked project → the rows of a table.

import type { Check } from '../examine/checkProject.ts';
import type { TableName } from '../schemas/generated/tables.ts';

/** Rows of a table in their order, one after the other. The check must have kept them (`keepRows`). */
export function* listRows(
  { articles, entities }: Pick<Check, 'articles' | 'entities'>,
  table: TableName,
): Generator<object> {
  if (table === 'entities') yield* entities;
  else for (const rows of articles) yield* rows[table];
}
