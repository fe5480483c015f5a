// Head of a dataset → croissant.json (Croissant 1.1 and its responsible-AI vocabulary,
// http://mlcommons.org/croissant/).

import { renderCitation } from '../citation/bibtex.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type ColumnFacts, listTableFacts, type TableFacts } from './columnFacts.ts';
import { CONFORMS_TO, CONTEXT, RAI_CONFORMS_TO } from './croissantContext.ts';
import type { DatasetHead } from './datasetHead.ts';
import { licenceAddress } from './licence.ts';
import type { FileEntry } from './manifest.ts';
import { mediaType } from './mediaType.ts';
import { omitEmpty } from './omitEmpty.ts';
import { PAIRS, PAIRS_FACTS } from './pairs.ts';
import { describeResponsibly } from './responsibleAi.ts';

const DATA_TYPES: Record<ColumnFacts['type'], string> = {
  string: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
  date: 'sc:Date',
  list: 'sc:Text',
};

/**
 * The description. A record set stands for a table's JSON Lines file, since lists and nulls survive there; a table
 * without rows has none, because readers
 * find no columns in an empty file. What needs an address or a release date is left out while there is none.
 */
export function renderCroissant(head: DatasetHead): string {
  const { settings, version, tables, vocabulary } = head;
  const filled = listTableFacts(head.settings.extra).filter(({ name }) => (fileOf(name, tables)?.rows ?? 0) > 0);
  const responsible = describeResponsibly(head);
  // A reader may take a reference for a join, which would lose the claims without a split.
  const splits = Object.entries(head.counts.claims_by_split ?? {});
  const hasSplits = splits.length > 0 && splits.reduce((sum, [, n]) => sum + n, 0) === head.counts.claims;
  const used = new Set(filled.flatMap(({ columns }) => columns.map((column) => column.vocabulary)));
  const lists = ENUMERATIONS.filter(({ name }) => used.has(name) && vocabulary.lists[name].length > 0);
  const present = new Set([...filled, ...lists].map(({ name }): string => name));
  if (hasSplits) present.add('splits');
  const description = omitEmpty({
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    name: settings.name,
    alternateName: settings.title,
    description: settings.abstract?.trim(),
    conformsTo: Object.keys(responsible).length > 0 ? [CONFORMS_TO, RAI_CONFORMS_TO] : CONFORMS_TO,
    license: licenceAddress(settings.license) ?? settings.license,
    url: settings.url ?? settings.repository,
    identifier: settings.doi === null ? null : `https://doi.org/${settings.doi}`,
    creator: settings.authors.map(({ kind, name }) => ({
      '@type': kind === 'person' ? 'sc:Person' : 'sc:Organization',
      name,
    })),
    datePublished: settings.released,
    version,
    keywords: settings.keywords,
    inLanguage: head.languages,
    citeAs: renderCitation(settings, version),
    isLiveDataset: false,
    ...responsible,
    distribution: tables.map(fileObject),
    recordSet: [
      ...lists.map((list) => enumeration(list, vocabulary)),
      ...(hasSplits ? [splitSet(splits.map(([name]) => name))] : []),
      ...filled.map((table) => recordSet(table, present)),
      ...(tables.some(({ path, rows }) => path === PAIRS.path && rows !== 0) ? [pairSet()] : []),
    ],
  });
  return `${JSON.stringify(description, null, 2)}\n`;
}

function fileOf(table: string, files: readonly FileEntry[]): FileEntry | undefined {
  return files.find(({ path }) => path === `${table}.jsonl`);
}

function fileObject({ path, bytes, sha256 }: FileEntry): object {
  return {
    '@type': 'cr:FileObject',
    '@id': path,
    name: path,
    contentUrl: path,
    contentSize: `${bytes} B`,
    encodingFormat: mediaType(path),
    sha256,
  };
}

function recordSet(table: TableFacts, present: ReadonlySet<string>): object {
  return {
    '@type': 'cr:RecordSet',
    '@id': table.name,
    name: table.name,
    description: table.description,
    key: table.key.map((column) => ({ '@id': `${table.name}/${column}` })),
    field: table.columns.map((column) => field(column, table, present)),
  };
}

function field(column: ColumnFacts, table: TableFacts, present: ReadonlySet<string>): object {
  const isList = column.type === 'list';
  return omitEmpty({
    '@type': 'cr:Field',
    '@id': `${table.name}/${column.name}`,
    name: column.name,
    description: column.description,
    dataType: DATA_TYPES[column.type],
    ...(isList ? { isArray: true, arrayShape: '-1' } : {}),
    source: { fileObject: { '@id': `${table.name}.jsonl` }, extract: { column: column.name } },
    references: referenceOf(column, table, present),
  });
}

/** What a column points to: a table with rows, or a list of ids. Readers cannot join by a column of lists. */
function referenceOf(column: ColumnFacts, table: TableFacts, present: ReadonlySet<string>): object | null {
  if (table.name === 'claims' && column.name === 'split')
    return present.has('splits') ? { field: { '@id': 'splits/name' } } : null;
  const [target = '', key] = table.references[column.name]?.split('.') ?? [];
  if (present.has(target)) return { field: { '@id': `${target}/${key}` } };
  const list = ENUMERATIONS.find(({ name }) => name === column.vocabulary);
  return list && present.has(list.name) && column.type !== 'list' ? { field: { '@id': `${list.name}/id` } } : null;
}

/**
 * The splits, with the meanings that Croissant gives them (its section on typical ML sets); what is excluded is in
 * none.
 */
function splitSet(used: readonly string[]): object {
  const addresses = { train: 'cr:TrainingSplit', dev: 'cr:ValidationSplit', test: 'cr:TestSplit' };
  const names = { name: 'Name of the split.', url: 'Its meaning in Croissant.' };
  return {
    '@type': 'cr:RecordSet',
    '@id': 'splits',
    name: 'splits',
    description: 'Train, dev and test; excluded claims are in none of them.',
    dataType: 'cr:Split',
    key: { '@id': 'splits/name' },
    field: Object.entries(names).map(([name, description]) => ({
      '@type': 'cr:Field',
      '@id': `splits/${name}`,
      name,
      description,
      dataType: name === 'url' ? 'sc:URL' : 'sc:Text',
    })),
    data: used.map((name) => ({
      'splits/name': name,
      ...(name in addresses ? { 'splits/url': addresses[name as keyof typeof addresses] } : {}),
    })),
  };
}

/** The lists of ids that a column may point to, with the words of their record sets. */
const ENUMERATIONS = [
  { name: 'verdicts', one: 'verdict', description: 'The verdict scale.' },
  { name: 'distortions', one: 'distortion', description: 'What a text can do to a claim.' },
] as const;

function enumeration({ name, one, description }: (typeof ENUMERATIONS)[number], { lists }: Vocabulary): object {
  const names = ['id', 'label', 'definition'] as const;
  const words = { id: `Id of the ${one}.`, label: 'The words shown to readers.', definition: 'When it is given.' };
  return {
    '@type': 'cr:RecordSet',
    '@id': name,
    name,
    description,
    dataType: 'sc:Enumeration',
    key: { '@id': `${name}/id` },
    field: names.map((key) => ({
      '@type': 'cr:Field',
      '@id': `${name}/${key}`,
      name: key,
      description: words[key],
      dataType: 'sc:Text',
    })),
    data: lists[name].map((entry) => Object.fromEntries(names.map((key) => [`${name}/${key}`, entry[key]]))),
  };
}

/** The pairs of claims as they were made and as they would be right. */
function pairSet(): object {
  return {
    '@type': 'cr:RecordSet',
    '@id': 'pairs',
    name: 'pairs',
    description: PAIRS_FACTS.description,
    key: { '@id': 'pairs/claim_id' },
    field: PAIRS_FACTS.fields.map(({ name, description, isList }) =>
      omitEmpty({
        '@type': 'cr:Field',
        '@id': `pairs/${name}`,
        name,
        description,
        dataType: 'sc:Text',
        ...(isList ? { isArray: true, arrayShape: '-1' } : {}),
        source: { fileObject: { '@id': PAIRS.path }, extract: { column: name } },
        references: name === 'claim_id' ? { field: { '@id': 'claims/claim_id' } } : null,
      }),
    ),
  };
}
