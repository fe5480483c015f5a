import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { sizeCategory } from '../../scripts/formats/datasetCard.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';

type Feature = { name: string; dtype?: string; sequence?: string; list?: Feature[]; struct?: Feature[] };

interface Card {
  license: string;
  language: string[];
  configs: { config_name: string; data_files: { path: string }[]; default?: true }[];
  dataset_info: { config_name: string; features: Feature[]; splits: { num_examples: number }[] }[];
}

async function build(workspace: Workspace): Promise<{ card: Card; text: string }> {
  expect((await workspace.build()).exitCode).toBe(0);
  const [, front = '', text = ''] = workspace.read('dataset/README.md').split('---\n');
  return { card: parse(front) as Card, text };
}

/** Names of values that a feature does not describe, or describes as something else. */
function judge(features: readonly Feature[], row: Record<string, unknown>, at = ''): string[] {
  const names = features.map(({ name }) => name);
  const problems = names.join() === Object.keys(row).join() ? [] : [`${at}: ${names.join()}`];
  for (const { name, dtype, sequence, list, struct } of features) {
    const value = row[name];
    const path = `${at}.${name}`;
    if (list) problems.push(...(value as Record<string, unknown>[]).flatMap((item) => judge(list, item, path)));
    else if (struct) problems.push(...judge(struct, value as Record<string, unknown>, path));
    else if (sequence) problems.push(...(Array.isArray(value) ? [] : [path]));
    else if (value !== null) {
      const types: Record<string, string> = { string: 'string', date32: 'string', int64: 'number', bool: 'boolean' };
      if (typeof value !== types[dtype ?? '']) problems.push(path);
    }
  }
  return problems;
}

test('every row is what the declared features say, down to what is nested', async () => {
  const workspace = openWorkspace();
  const { card } = await build(workspace);
  for (const { config_name, features, splits } of card.dataset_info) {
    const rows = workspace.rows(`${config_name}.jsonl`);
    expect(rows.flatMap((row) => judge(features, row, config_name))).toEqual([]);
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
