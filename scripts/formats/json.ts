// Rows → JSON Lines, and one JSON array: keys in the order of the schema.
import type { PublishedTable } from '../schemas/published.ts';
import { countLines, type RowFormat, type TableFormat } from './rowFormat.ts';

/** `claims.jsonl` and its like. */
export const jsonLinesFormat: TableFormat = (table, tables) => {
  const render = rowRenderer(table, tables);
  return {
    path: `${table.name}.jsonl`,
    table: table.name,
    opening: '',
    separator: '',
    closing: '',
    render: (rows) => rows.map((row) => `${render(row)}\n`).join(''),
    count: countLines,
  };
};

/** `claims.json`, for tables that nest others. */
export const jsonArrayFormat: TableFormat = (table, tables) =>
  table.nested.length === 0 ? null : { ...jsonArray(table, tables), linesOf: `${table.name}.jsonl` };

/** The objects of a table's JSON Lines as one array. */
export function jsonArray(table: PublishedTable, tables: readonly PublishedTable[]): RowFormat {
  const render = rowRenderer(table, tables);
  return {
    path: `${table.name}.json`,
    table: table.name,
    opening: '[\n',
    separator: ',\n',
    closing: '\n]\n',
    render: (rows) => rows.map(render).join(',\n'),
    count: countLines,
  };
}

/** Makes the function that renders a row: its columns in order, then what it nests; without line end. */
function rowRenderer(table: PublishedTable, tables: readonly PublishedTable[]): (row: object) => string {
  const columns = table.columns.map(({ name }) => ({ name, head: `,${JSON.stringify(name)}:` }));
  const nested = table.nested.map(({ name, table: of }) => {
    const rows = tables.find((one) => one.name === of);
    const render = rows ? rowsRenderer(rows, tables) : JSON.stringify;
    return { name, head: `,${JSON.stringify(name)}:`, render };
  });
  return (row) => {
    const source = row as Record<string, unknown>;
    let text = '';
    for (const { name, head } of columns) text += head + JSON.stringify(source[name] ?? null);
    for (const { name, head, render } of nested) text += head + render(source[name]);
    return `{${text.slice(1)}}`;
  };
}

function rowsRenderer(table: PublishedTable, tables: readonly PublishedTable[]): (value: unknown) => string {
  const render = rowRenderer(table, tables);
  return (value) => (Array.isArray(value) ? `[${value.map(render).join(',')}]` : render(value as object));
}
