// Row → one JSON object, keys in schema order.
import { TABLES, type Table, type TableName } from '../schemas/generated/tables.ts';

/** Makes the function that renders a row of a table: its columns in order, then what the table nests; without line end. */
export function jsonRenderer(table: Table, withPrivate: boolean): (row: object) => string {
  const columns = table.columns
    .filter((column) => withPrivate || !column.private)
    .map(({ name }) => ({ name, head: `,${JSON.stringify(name)}:` }));
  const nested = table.nested.map((name) => {
    const of = table.nestedRows[name];
    return { name, head: `,${JSON.stringify(name)}:`, render: of ? rowsRenderer(of, withPrivate) : JSON.stringify };
  });
  return (row) => {
    const source = row as Record<string, unknown>;
    let text = '';
    for (const { name, head } of columns) text += head + JSON.stringify(source[name] ?? null);
    for (const { name, head, render } of nested) text += head + render(source[name]);
    return `{${text.slice(1)}}`;
  };
}

function rowsRenderer(name: TableName, withPrivate: boolean): (value: unknown) => string {
  const render = jsonRenderer(TABLES.find((table) => table.name === name) as Table, withPrivate);
  return (value) => (Array.isArray(value) ? `[${value.map(render).join(',')}]` : render(value as object));
}
