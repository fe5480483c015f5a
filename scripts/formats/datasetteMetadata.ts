// Settings and facts of tables → the metadata.json that Datasette shows beside an SQLite database.
import type { Settings } from '../citation/settings.ts';
import type { TableFacts } from './columnFacts.ts';
import { licenceAddress } from './licence.ts';
import { omitEmpty } from './omitEmpty.ts';

/** What the metadata speaks of; `database` is the name of the file without its ending. */
export interface DatabaseHead {
  settings: Settings;
  version: string;
  database: string;
}

/** Title, licence and source of the database, and what the codebook says of each table and column. */
export function renderDatasetteMetadata(
  { settings, version, database }: DatabaseHead,
  tables: readonly TableFacts[],
): string {
  const about = omitEmpty({
    title: `${settings.title}, version ${version}`,
    description: settings.abstract,
    license: settings.license,
    license_url: licenceAddress(settings.license),
    source: settings.authors.map(({ name }) => name).join(', '),
    source_url: settings.url ?? settings.repository,
    about: settings.doi === null ? null : `DOI ${settings.doi}`,
    about_url: settings.doi === null ? null : `https://doi.org/${settings.doi}`,
  });
  const described = tables.map(({ name, title, description, columns }) => [
    name,
    { title, description, columns: Object.fromEntries(columns.map((column) => [column.name, column.description])) },
  ]);
  return `${JSON.stringify({ ...about, databases: { [database]: { tables: Object.fromEntries(described) } } }, null, 2)}\n`;
}
