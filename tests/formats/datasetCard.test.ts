import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sizeCategory } from '../../scripts/formats/datasetCard.ts';
import { NO_EXTRA } from '../../scripts/schemas/extra.ts';
import { publishedTable } from '../../scripts/schemas/published.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

type Feature = { name: string; dtype?: string; sequence?: string };

interface Card {
  license: string;
  language: string[];
  configs: { config_name: string; data_files: { split: string; path: string }[]; default?: true }[];
  dataset_info: { config_name: string; features: Feature[]; splits: { num_examples: number }[] }[];
}

async function build(workspace: Workspace): Promise<{ card: Card; text: string }> {
  expect((await workspace.build()).exitCode).toBe(0);
  const [, front = '', text = ''] = workspace.read('dataset/README.md').split('---\n');
  return { card: parse(front) as Card, text };
}

/** What JSON Lines hold where the features say a type. */
const IN_JSON: Record<string, string> = { string: 'string', date32: 'string', int64: 'number', bool: 'boolean' };

test('every configuration names the Parquet file of its table, and every row is what the features say', async () => {
  const workspace = openWorkspace();
  const { card } = await build(workspace);
  for (const { config_name, data_files } of card.configs)
    expect(data_files).toEqual([{ split: 'train', path: `${config_name}.parquet` }]);
  for (const { config_name, features, splits } of card.dataset_info) {
    const rows = workspace.rows(`${config_name}.jsonl`);
    expect(features.map(({ name }) => name)).toEqual(
      publishedTable(config_name, 'public', NO_EXTRA).columns.map(({ name }) => name),
    );
    for (const { name, dtype = '', sequence } of features)
      for (const value of rows.map((row) => row[name]))
        if (sequence) expect(Array.isArray(value)).toBe(true);
        else if (value !== null) expect([name, typeof value]).toEqual([name, IN_JSON[dtype]]);
    expect(splits[0]?.num_examples).toBe(rows.length);
  }
});

test('a table without rows has no configuration, since an empty file cannot be loaded', async () => {
  const { card } = await build(openWorkspace());
  const names = card.configs.map(({ config_name }) => config_name);
  expect(names).toEqual(['claims', 'articles', 'evidence', 'annotations', 'entities']);
  expect(card.dataset_info.map(({ config_name }) => config_name)).toEqual(names);
  expect(card.configs.filter((config) => config.default).map(({ config_name }) => config_name)).toEqual(['claims']);
});

test('licence and languages are named as the hub names them', async () => {
  const { card } = await build(openWorkspace());
  expect(card).toMatchObject({ license: 'cc-by-4.0', language: ['en'] });
});

test('a title cannot break out of its heading', async () => {
  const workspace = openWorkspace();
  workspace.edit('CITATION.cff', 'title: Gazette Claims', "title: 'Claims <script>alert(1)</script> | `x`'");
  const { card, text } = await build(workspace);
  expect(card).toMatchObject({ pretty_name: 'Claims <script>alert(1)</script> | `x`' });
  expect(text).not.toContain('<script>');
});

test.each([
  [999, 'n<1K'],
  [1000, '1K<n<10K'],
  [20_000, '10K<n<100K'],
  [2_000_000_000, 'n>1B'],
])('%d rows are of the size %s', (rows, size) => {
  expect(sizeCategory(rows)).toBe(size);
});
