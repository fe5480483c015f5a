// The manifest of a release → its tables as they were published then.
import { NO_EXTRA } from '../schemas/extra.ts';
import { TABLES } from '../schemas/generated/tables.ts';
import type { Manifest } from '../schemas/generated/types.ts';
import { type Nested, type PublishedTable, publishedTable } from '../schemas/published.ts';

/**
 * Columns are those of the manifest, which may be another version's; what rows nest of other tables it does not say.
 */
export function describePublished({ tables }: Manifest): PublishedTable[] {
  return tables.map(({ name, columns }): PublishedTable => {
    const nested = columns.filter(({ type }) => type === 'nested').map((column) => column.name);
    const known: readonly Nested[] = TABLES.some((table) => table.name === name)
      ? publishedTable(name, 'public', NO_EXTRA).nested.filter((one) => one.table !== null || nested.includes(one.name))
      : [];
    const others = nested.filter((one) => known.every((other) => other.name !== one));
    return {
      name: name as PublishedTable['name'],
      columns: columns.flatMap(({ name: column, type }) =>
        type === 'nested' ? [] : [{ name: column, type, private: false }],
      ),
      nested: [...known, ...others.map((one) => ({ name: one, table: null }))],
    };
  });
}
