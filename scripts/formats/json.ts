// Row → one JSON object, keys in schema order.
import type { Column } from '../schemas/generated/tables.ts';

/** The row's columns in order, then what the table nests; without line end. */
export function jsonRow(columns: readonly Column[], nested: readonly string[], row: object): string {
  const source = row as Record<string, unknown>;
  const result: Record<string, unknown> = {};
  for (const { name } of columns) result[name] = source[name] ?? null;
  for (const key of nested) result[key] = source[key];
  return JSON.stringify(result);
}
