// Head of a dataset → datapackage.json (Data Package 2.0, https://datapackage.org), which describes the CSV tables.
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type ColumnFacts, listTableFacts, type TableFacts } from './columnFacts.ts';
import type { DatasetHead } from './datasetHead.ts';
import { licenceAddress } from './licence.ts';
import { omitEmpty } from './omitEmpty.ts';
import { PAIRS, PAIRS_FACTS } from './pairs.ts';

/**
 * The descriptor. Lists are declared as text with a pattern, since the field type `list` of the specification is
 * missing in its own profile; for the same
 * reason `fieldsMatch` is left out.
 */
export function renderDataPackage(head: DatasetHead): string {
  const { settings, version, tables, vocabulary } = head;
  const descriptor = omitEmpty({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: settings.name,
    id: settings.doi === null ? null : `https://doi.org/${settings.doi}`,
    title: settings.title,
    description: settings.abstract?.trim(),
    version,
    created: settings.released === null ? null : `${settings.released}T00:00:00Z`,
    homepage: settings.url ?? settings.repository,
    keywords: settings.keywords,
    contributors: settings.authors.map(({ name }) => ({ title: name, roles: ['author'] })),
    licenses: [omitEmpty({ name: settings.license, path: licenceAddress(settings.license) })],
    resources: [
      ...listTableFacts(settings.extra).map((table) => {
        const path = `${table.name}.csv`;
        const file = tables.find((entry) => entry.path === path);
        return omitEmpty({
          name: table.name,
          type: 'table',
          title: table.title,
          description: table.description,
          path,
          format: 'csv',
          mediatype: 'text/csv',
          encoding: 'utf-8',
          bytes: file?.bytes,
          hash: file && `sha256:${file.sha256}`,
          dialect: { delimiter: ',', lineTerminator: '\n', quoteChar: '"', doubleQuote: true, header: true },
          schema: tableSchema(table, vocabulary),
        });
      }),
      ...describePairs(head),
    ],
  });
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

/** The file of pairs, which is no table of CSV; nothing where there is no such file. */
function describePairs({ tables }: DatasetHead): object[] {
  return tables
    .filter(({ path }) => path === PAIRS.path)
    .map(({ path, bytes, sha256 }) => ({
      name: 'pairs',
      title: PAIRS_FACTS.title,
      description: PAIRS_FACTS.description,
      path,
      format: 'jsonl',
      mediatype: 'application/jsonlines',
      encoding: 'utf-8',
      bytes,
      hash: `sha256:${sha256}`,
    }));
}

function tableSchema(table: TableFacts, vocabulary: Vocabulary): object {
  return omitEmpty({
    fields: table.columns.map((column) => fieldOf(column, table, vocabulary)),
    missingValues: [''],
    primaryKey: table.key,
    foreignKeys: Object.entries(table.references).map(([column, target]) => {
      const [resource, field] = target.split('.');
      return { fields: [column], reference: { resource, fields: [field] } };
    }),
  });
}

function fieldOf(column: ColumnFacts, table: TableFacts, vocabulary: Vocabulary): object {
  const isList = column.type === 'list';
  const { verdicts, distortions } = vocabulary.lists;
  const entries = { verdicts, distortions }[column.vocabulary ?? ''] ?? [];
  return omitEmpty({
    name: column.name,
    type: isList ? 'string' : column.type,
    title: column.title,
    description: column.description,
    // The profile wants a text for every type.
    example: Array.isArray(column.example) ? column.example.join('|') : String(column.example),
    categories: isList ? null : entries.map(({ id, label }) => ({ value: id, label })),
    constraints: omitEmpty({
      // The empty list is an empty cell, so a list is never required here.
      required: !column.nullable && !isList ? true : null,
      unique: table.key.length === 1 && table.key[0] === column.name ? true : null,
      enum: isList ? null : column.choices,
      minimum: column.minimum,
      pattern: isList ? listPattern(column.pattern) : wholePattern(column.pattern),
    }),
  });
}

/**
 * The pattern without anchors and without groups that XML Schema does not know: there a pattern always stands for the
 * whole value.
 */
function wholePattern(pattern: string | null): string | null {
  return pattern === null ? null : pattern.replace(/^\^|\$$/g, '').replaceAll('(?:', '(');
}

function listPattern(item: string | null): string {
  const one = wholePattern(item) ?? '[^|]+';
  return `(${one})(\\|(${one}))*`;
}
