// Facts of tables → the statements that make an SQLite database, and the cells of its rows.
import type { SqlValue } from '../platform/sqliteFile.ts';
import type { ColumnFacts, TableFacts } from './columnFacts.ts';

/** How a type is stored, in a STRICT table, and what holds for its values. SQLite has neither booleans nor lists. */
const STORED: Record<ColumnFacts['type'], { type: string; check?: (name: string) => string }> = {
  string: { type: 'TEXT' },
  date: { type: 'TEXT' },
  integer: { type: 'INTEGER' },
  number: { type: 'REAL' },
  boolean: { type: 'INTEGER', check: (name) => `${name} IN (0, 1)` },
  list: { type: 'TEXT', check: (name) => `json_type(${name}) = 'array'` },
};

/** Where the words of claims are found: in the columns that say something. */
const SEARCHED = { table: 'claims', index: 'claims_fts', columns: ['claim', 'quote', 'justification'] } as const;

/** The statements that make the empty tables: strict, with their keys, and an index on every foreign key. */
export function createTables(tables: readonly TableFacts[]): string {
  const about = 'CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;';
  return [about, ...tables.map(createTable)].join('\n');
}

function createTable({ name, key, references, columns }: TableFacts): string {
  const parts = [
    ...columns.map(declareColumn),
    `PRIMARY KEY (${key.map(quoteName).join(', ')})`,
    ...Object.entries(references).map(([column, target]) => {
      const [table = '', other = ''] = target.split('.');
      return `FOREIGN KEY (${quoteName(column)}) REFERENCES ${quoteName(table)} (${quoteName(other)})`;
    }),
  ];
  return `CREATE TABLE ${quoteName(name)} (\n  ${parts.join(',\n  ')}\n) STRICT;`;
}

function declareColumn({ name, type, nullable }: ColumnFacts): string {
  const { type: stored, check } = STORED[type];
  const quoted = quoteName(name);
  return `${quoted} ${stored}${nullable ? '' : ' NOT NULL'}${check ? ` CHECK (${check(quoted)})` : ''}`;
}

/** The statement that takes a row of a table. */
export function insertInto({ name, columns }: TableFacts): string {
  return `INSERT INTO ${quoteName(name)} VALUES (${columns.map(() => '?').join(', ')})`;
}

/** The cells of a row: booleans as 0 and 1, lists as JSON, what is missing as null. */
export function cellsOf({ columns }: TableFacts, row: object): SqlValue[] {
  return columns.map(({ name }) => {
    const value = (row as Record<string, unknown>)[name] ?? null;
    if (Array.isArray(value)) return JSON.stringify(value);
    return typeof value === 'boolean' ? Number(value) : (value as SqlValue);
  });
}

/** Languages that set no space between words, in which every three characters are looked for instead. */
const UNSPACED = new Set(['bo', 'dz', 'ja', 'km', 'lo', 'my', 'th', 'wuu', 'yue', 'zh']);

/**
 * What is made once the rows are there: an index on each foreign key, and the words of the claims in a full-text index
 * that holds no text of its own. `language` is that of the labels, which says what a word is.
 */
export function createIndexes(tables: readonly TableFacts[], language: string | null): string {
  const { table, index, columns } = SEARCHED;
  const words = UNSPACED.has(language === null ? '' : new Intl.Locale(language).language);
  const tokenizer = words ? 'trigram' : 'unicode61 remove_diacritics 2';
  return [
    ...tables.flatMap(({ name, references }) =>
      Object.keys(references).map(
        (column) => `CREATE INDEX ${quoteName(`${name}_${column}`)} ON ${quoteName(name)} (${quoteName(column)});`,
      ),
    ),
    `CREATE VIRTUAL TABLE ${index} USING fts5(${columns.join(', ')}, content='${table}', tokenize='${tokenizer}');`,
    `INSERT INTO ${index} (${index}) VALUES ('rebuild');`,
    `INSERT INTO ${index} (${index}) VALUES ('optimize');`,
  ].join('\n');
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
