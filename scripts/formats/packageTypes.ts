// Schemas of tables and the verdict scale → the type declarations of the npm package.
import type { ExtraFields } from '../schemas/extra.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type ColumnFacts, listTableFacts, type NestedFacts } from './columnFacts.ts';

/** `index.d.ts`: a type for the rows of every table, and the loader's. */
export function renderPackageTypes(vocabulary: Vocabulary, extra: ExtraFields): string {
  const tables = listTableFacts(extra);
  const rows = tables.map(({ name, description, columns, nested }) => {
    const fields = [
      ...columns.map((column) => field(column.name, column.description, typeOf(column), '  ')),
      ...nested.map((part) => field(part.name, part.description, nestedType(part), '  ')),
    ];
    return `${comment(description, '')}export interface ${rowType(name)} {\n${fields.join('')}}\n`;
  });
  const verdicts = vocabulary.lists.verdicts.map(({ id }) => JSON.stringify(id)).join(' | ') || 'string';
  return [
    `/** Id of a verdict. */\nexport type Verdict = ${verdicts};\n`,
    ...rows,
    `/** The row type of every table. */\nexport interface Rows {\n${tables.map(({ name }) => `  ${name}: ${rowType(name)};\n`).join('')}}\n`,
    '/** Version of the dataset. */\nexport const version: string;\n',
    '/** Names of the tables. */\nexport const tables: readonly (keyof Rows)[];\n',
    '/** Reads all rows of a table. */\nexport function load<Table extends keyof Rows>(table: Table): Promise<Rows[Table][]>;\n',
  ].join('\n');
}

/** `claims` → `ClaimsRow`. */
function rowType(table: string): string {
  return `${table.charAt(0).toUpperCase()}${table.slice(1)}Row`;
}

function nestedType({ many, table, fields }: NestedFacts): string {
  const one =
    table === null ? `{ ${fields.map((part) => `${part.name}: ${typeOf(part)}`).join('; ')} }` : rowType(table);
  return many ? `${one.startsWith('{') ? `(${one})` : one}[]` : one;
}

function typeOf({ type, choices, nullable, vocabulary }: ColumnFacts): string {
  const text =
    vocabulary === 'verdicts' ? 'Verdict' : (choices?.map((value) => JSON.stringify(value)).join(' | ') ?? 'string');
  const types = { string: text, date: 'string', integer: 'number', number: 'number', boolean: 'boolean' };
  if (type === 'list') return `${text.includes('|') ? `(${text})` : text}[]`;
  return nullable ? `${types[type]} | null` : types[type];
}

function field(name: string, description: string, type: string, indent: string): string {
  return `${comment(description, indent)}${indent}${name}: ${type};\n`;
}

function comment(text: string, indent: string): string {
  return text === '' ? '' : `${indent}/** ${text.replace(/\s+/g, ' ').replaceAll('*/', '*\\/')} */\n`;
}
