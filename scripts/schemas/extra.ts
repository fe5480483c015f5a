// Fields that a project adds → the tables with a column for each, and the cells of these.
import type { ColumnType } from './derive/source.ts';
import { type Column, TABLES, type Table } from './generated/tables.ts';
import type { RawConfigField } from './generated/types.ts';

/** Tables that a project may add columns to. */
export type ExtraTable = 'claims' | 'articles';

/** A field of a project: its name in labels, and what `veritable.config.yml` says of it. */
export type ExtraField = RawConfigField & { name: string };

/** The fields that a project adds, in the order of their columns; plain data. */
export type ExtraFields = Readonly<Record<ExtraTable, readonly ExtraField[]>>;

/** Those of a project that adds none. */
export const NO_EXTRA: ExtraFields = { claims: [], articles: [] };

/** The column of a field. */
export function extraColumn(name: string): string {
  return `extra_${name}`;
}

/** The fields of a table. */
export function fieldsOf(extra: ExtraFields, table: string): readonly ExtraField[] {
  return Object.hasOwn(extra, table) ? extra[table as ExtraTable] : [];
}

/** Every table with the project's columns behind its own public ones. */
export function tablesWith(extra: ExtraFields): readonly Table[] {
  return TABLES.map((table) => {
    const added = fieldsOf(extra, table.name).map(
      (field): Column => ({ name: extraColumn(field.name), type: columnType(field), private: false }),
    );
    if (added.length === 0) return table;
    const isPublic = (column: Column) => !column.private;
    const columns = [...table.columns.filter(isPublic), ...added, ...table.columns.filter(({ private: p }) => p)];
    return { ...table, columns };
  });
}

/** The type of a field's column. */
export function columnType({ type, format }: ExtraField): ColumnType {
  if (type === 'array') return 'list';
  return format === 'day' ? 'date' : type;
}

/** The cells of a row's own columns. What a label leaves out is null, or the empty list. */
export function extraCells(fields: readonly ExtraField[], said: Readonly<Record<string, unknown>> | null): object {
  const cells: Record<string, unknown> = {};
  for (const { name, type } of fields)
    cells[extraColumn(name)] =
      (said && Object.hasOwn(said, name) ? said[name] : null) ?? (type === 'array' ? [] : null);
  return cells;
}

/** What a label says under `extra` that is no field of the project; null where there is nothing. */
export function undeclared<T>(
  fields: readonly ExtraField[],
  said: Readonly<Record<string, T>> | null,
): Record<string, T> | null {
  if (said === null || fields.length === 0) return said;
  const declared = new Set(fields.map(({ name }) => name));
  const rest = Object.entries(said).filter(([name]) => !declared.has(name));
  return rest.length === 0 ? null : Object.fromEntries(rest);
}
