// Row → one JSON object, keys in schema order.
import { TABLES, type Table, type TableName } from '../schemas/generated/tables.ts';

/** Makes the function that renders a row of a table: its columns in order, then what the table nests; without line end. A row must not change afterwards. */
export function jsonRenderer(table: Table, withPrivate: boolean): (row: object) => string {
  const columns = table.columns
    .filter((column) => withPrivate || !column.private)
    .map(({ name }) => ({ name, head: `,${JSON.stringify(name)}:` }));
  const nested = table.nested.map((name) => {
    const of = table.nestedRows[name];
    return { name, head: `,${JSON.stringify(name)}:`, render: of ? rowsRenderer(of, withPrivate) : JSON.stringify };
  });
  // A row stands in its own table's files and, often many times in succession, nested in others.
  let last: { row: object; json: string } | undefined;
  return (row) => {
    if (last?.row === row) return last.json;
    const source = row as Record<string, unknown>;
    let text = '';
    for (const { name, head } of columns) text += head + toJson(source[name]);
    for (const { name, head, render } of nested) text += head + render(source[name]);
    last = { row, json: `{${text.slice(1)}}` };
    return last.json;
  };
}

function rowsRenderer(name: TableName, withPrivate: boolean): (value: unknown) => string {
  const render = jsonRenderer(TABLES.find((table) => table.name === name) as Table, withPrivate);
  return (value) => (Array.isArray(value) ? `[${value.map(render).join(',')}]` : render(value as object));
}

// Most texts hold nothing that JSON escapes.
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them.
const ESCAPED = /["\\\x00-\x1f\ud800-\udfff]/;

function toJson(value: unknown): string {
  if (typeof value === 'string') return ESCAPED.test(value) ? JSON.stringify(value) : `"${value}"`;
  return value === null || value === undefined ? 'null' : JSON.stringify(value);
}
