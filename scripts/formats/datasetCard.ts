// Head of a dataset → README.md of the dataset, with the card that Hugging Face reads.
import { stringify } from 'yaml';
import { markdownCell } from '../values/markdown.ts';
import { type ColumnFacts, listTableFacts, type TableFacts } from './columnFacts.ts';
import type { DatasetHead } from './datasetHead.ts';
import { huggingFaceLicence, licenceAddress } from './licence.ts';
import { omitEmpty } from './omitEmpty.ts';
import { PAIRS, PAIRS_FACTS } from './pairs.ts';
import { listSplitFiles, nameWhole } from './splitFiles.ts';

const TYPES: Record<Exclude<ColumnFacts['type'], 'list'>, string> = {
  string: 'string',
  integer: 'int64',
  number: 'float64',
  boolean: 'bool',
  date: 'date32',
};

/**
 * The card: a configuration for every table that has rows, read from the Parquet files that lie beside it in a
 * release: out of JSON Lines the hub's loader makes timestamps of days before it looks at any declared type. A table
 * without rows has none, since there is nothing to load. The hub cannot select rows by a column, so that claims in
 * several splits have a file for each.
 */
export function renderDatasetCard(head: DatasetHead): string {
  const tables = listTableFacts(head.settings.extra);
  const filled = tables.filter(({ name }) => (rowsOf(name, head) ?? 0) > 0);
  const { settings } = head;
  const known = licenceAddress(settings.license) !== null;
  const pairs = countPairs(head);
  const card = omitEmpty({
    license: huggingFaceLicence(settings.license),
    license_name: known ? null : settings.license.toLowerCase(),
    language: [...new Set(head.languages.map((tag) => new Intl.Locale(tag).language))],
    pretty_name: settings.title,
    multilinguality: [head.languages.length > 1 ? 'multilingual' : 'monolingual'],
    size_categories: [sizeCategory(head.counts.claims)],
    source_datasets: ['original'],
    task_categories: ['text-classification'],
    task_ids: ['fact-checking'],
    tags: settings.keywords,
    configs: [
      ...filled.map(({ name }, i) =>
        omitEmpty({
          config_name: name,
          default: i === 0 ? true : null,
          data_files: listParts(name, head).map(({ split, path }) => ({ split, path })),
        }),
      ),
      ...(pairs > 0
        ? [{ config_name: 'pairs', data_files: [{ split: nameWhole(head.counts), path: PAIRS.path }] }]
        : []),
    ],
    dataset_info: filled.map((table) => ({
      config_name: table.name,
      features: table.columns.map(featureOf),
      splits: listParts(table.name, head).map(({ split, rows }) => ({ name: split, num_examples: rows })),
    })),
  });
  return `---\n${stringify(card, { lineWidth: 0 })}---\n\n${renderText(head, tables, filled)}`;
}

/** The files of a table by split; the claims have a file for each where there are several. */
function listParts(table: string, { counts, tables }: DatasetHead): { split: string; path: string; rows: number }[] {
  const parts = table === 'claims' ? listSplitFiles(counts) : [];
  if (parts.length > 0) return parts.map(({ name, path, rows }) => ({ split: name, path, rows }));
  return [{ split: nameWhole(counts), path: `${table}.parquet`, rows: rowsOf(table, { tables }) ?? 0 }];
}

/** What well-known readers cannot do with the files. */
const READERS = `Not with \`data.table::fread\`, which leaves doubled quotation marks doubled: take \`read.csv\`, readr or Parquet. fastparquet cannot read the
booleans of the Parquet files; pyarrow, polars and DuckDB can. With mlcroissant, open the description anew for each record set.`;

/** How many claims have a corrected form. */
function countPairs({ tables }: DatasetHead): number {
  return tables.find(({ path }) => path === PAIRS.path)?.rows ?? 0;
}

function rowsOf(table: string, head: Pick<DatasetHead, 'tables'>): number | null | undefined {
  return head.tables.find(({ path }) => path === `${table}.jsonl`)?.rows;
}

/** Hugging Face's classes of size, by the number of claims. */
export function sizeCategory(rows: number): string {
  const bounds = ['1K', '10K', '100K', '1M', '10M', '100M', '1B'];
  const above = bounds.filter((_, i) => rows >= 10 ** (i + 3));
  const lower = above.at(-1);
  if (lower === undefined) return 'n<1K';
  const upper = bounds[above.length];
  return upper === undefined ? 'n>1B' : `${lower}<n<${upper}`;
}

function featureOf({ name, type }: ColumnFacts): object {
  return type === 'list' ? { name, sequence: 'string' } : { name, dtype: TYPES[type] };
}

function renderSplits({ counts }: DatasetHead): string {
  const parts = listSplitFiles(counts);
  if (parts.length === 0) return '';
  const listed = parts.map(({ path, name, rows }) => `\`${path}\` (${name}, ${rows})`).join(', ');
  return `
The claims are in splits, by the column \`split\`; a release has a Parquet file for each: ${listed}. Claims that are in no split, since they would tie two
together, are in \`claims.parquet\` alone. The other tables are whole, and called \`${nameWhole(counts)}\`: join them by \`claim_id\`.
`;
}

/** What is said of the file of pairs, where there are any. */
function describePairs(head: DatasetHead): string {
  const pairs = countPairs(head);
  return pairs === 0 ? '' : `\n\`${PAIRS.path}\`, ${pairs} lines. ${markdownCell(PAIRS_FACTS.description)}\n`;
}

function renderText(head: DatasetHead, tables: readonly TableFacts[], filled: readonly TableFacts[]): string {
  const { settings, version } = head;
  const rows = tables.map(
    ({ name, description }) => `| \`${name}\` | ${markdownCell(description)} | ${rowsOf(name, head) ?? 0} |`,
  );
  const licence = licenceAddress(settings.license);
  const lists = tables.flatMap(({ name, columns }) =>
    columns.filter(({ type }) => type === 'list').map((column) => `\`${name}.${column.name}\``),
  );
  const [first = tables[0]] = filled;
  const file = first?.name ?? '';
  return `# ${markdownCell(settings.title)}

${settings.abstract === null ? '' : `${markdownCell(settings.abstract.trim())}\n\n`}Version ${version}, by ${settings.authors.map(({ name }) => markdownCell(name)).join(', ')}. Licence: ${licence === null ? `\`${settings.license}\`` : `[${settings.license}](${licence})`}.

| table | what a row is | rows |
| --- | --- | ---: |
${rows.join('\n')}
${describePairs(head)}
Every table is a CSV file and a JSON Lines file with the same columns, in a release a Parquet file too; \`codebook.md\` says what each of them means.
\`datapackage.json\` describes the CSV files, \`croissant.json\` the JSON Lines files, \`manifest.json\` all of them with their digests. The JSON Lines of a table
without rows are an empty file, which some readers refuse.
${renderSplits(head)}
An empty CSV cell is a missing value, never an empty text; in a list column it is the empty list. List columns join their items by \`|\`: ${lists.join(', ')}.
Read every column as text, or a text such as \`NA\` is taken for a missing value:

\`\`\`python
import pandas as pd
${file} = pd.read_csv("${file}.csv", dtype=str, keep_default_na=False)
${file} = pd.read_json("${file}.jsonl", lines=True, convert_dates=False, dtype=False, precise_float=True)

import polars as pl
${file} = pl.read_csv("${file}.csv", infer_schema=False)

# From the folder of a release, where the Parquet files are. Do not load the JSON Lines in this way:
# days would be made timestamps, whatever types are asked for.
from datasets import load_dataset
${file} = load_dataset(".", "${file}", split="${listParts(file, head).at(-1)?.split}")
\`\`\`

\`\`\`sql
-- DuckDB
SELECT * FROM read_csv('${file}.csv', all_varchar = true, header = true, quote = '"', escape = '"');
\`\`\`

\`\`\`r
${file} <- read.csv("${file}.csv", colClasses = "character", na.strings = character(0), fileEncoding = "UTF-8")
\`\`\`

${READERS}

Cells hold what people wrote, unchanged: a spreadsheet may take one that begins with \`=\`, \`+\`, \`-\` or \`@\` for a formula, so import the files as text.
`;
}
