// Each file that the card names for a split holds that split, read by a program that did not write it.
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { exportDataset } from '../../../scripts/commands/export.ts';
import { openWorkspace, record, type Workspace } from '../../workspace.ts';

interface Card {
  configs: { config_name: string; data_files: { split: string; path: string }[] }[];
  dataset_info: { config_name: string; splits: { name: string; num_examples: number }[] }[];
}

const SETTINGS = '{"splits":1,"by":"group","shares":[70,10,20],"edges":["appearance"]}\n';

/** A project whose claims are in these splits, in the order of their ids; null for none. */
async function publish(splits: readonly (string | null)[]): Promise<{ workspace: Workspace; card: Card }> {
  const workspace = openWorkspace();
  await workspace.build();
  const ids = workspace.rows('claims.jsonl').map(({ claim_id }) => claim_id);
  const lines = splits.flatMap((split, i) => (split === null ? [] : [JSON.stringify({ claim: ids[i], split })]));
  workspace.file('raw/splits.jsonl', `${SETTINGS}${lines.map((line) => `${line}\n`).join('')}`);
  expect((await workspace.build()).exitCode).toBe(0);
  const options = { raw: workspace.path('raw'), out: workspace.path('parquet') };
  const { exitCode, out } = await record((terminal) => exportDataset('parquet', options, terminal));
  expect(out).not.toContain('error');
  expect(exitCode).toBe(0);
  return { workspace, card: parse(workspace.read('dataset/README.md').split('---\n')[1] ?? '') };
}

/** The ids and splits of a Parquet file of claims, or how many rows any other has. */
async function read(workspace: Workspace, path: string, columns: string): Promise<unknown[][]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const file = workspace.path(`parquet/${path}`).replaceAll("'", "''");
  const result = await connection.runAndReadAll(`SELECT ${columns} FROM read_parquet('${file}')`);
  connection.closeSync();
  return result.getRowsJson() as unknown[][];
}

const HUB = { train: 'train', dev: 'validation', test: 'test' } as Record<string, string>;

test.each([
  [
    ['train', 'dev', 'test'],
    ['train', 'validation', 'test'],
  ],
  [
    ['train', 'excluded', 'test'],
    ['train', 'test'],
  ],
  [['dev', null, 'dev'], ['validation']],
])('claims in several splits have a file for each, and one for all: %j', async (splits, names) => {
  const { workspace, card } = await publish(splits);
  const claims = workspace.rows('claims.jsonl').map(({ claim_id, split }) => [claim_id, split]);
  expect(claims.map(([, split]) => split)).toEqual(splits);
  const [{ data_files: files = [] } = {}] = card.configs;
  expect(files.map(({ split }) => split)).toEqual(names);
  for (const { split, path } of files)
    expect(await read(workspace, path, 'claim_id, split')).toEqual(
      claims.filter(([, own]) => HUB[own as string] === split),
    );
  expect(await read(workspace, 'claims.parquet', 'claim_id, split')).toEqual(claims);
});

test.each([
  ['in several splits', ['train', 'dev', 'test'], 'full'],
  ['in one split', ['test', 'test', 'test'], 'test'],
  ['in none', [], 'train'],
])('every entry of the card selects as many rows as the card says: claims %s', async (_, splits, whole) => {
  const { workspace, card } = await publish(splits);
  expect(card.configs.length).toBeGreaterThan(3);
  for (const [i, { config_name, data_files }] of card.configs.entries()) {
    const counts = new Map(card.dataset_info[i]?.splits.map(({ name, num_examples }) => [name, num_examples]));
    expect(data_files.map(({ split }) => split)).toEqual([...counts.keys()]);
    if (config_name !== 'claims') expect([...counts.keys()]).toEqual([whole]);
    // The hub keeps `all` for the union of all splits.
    expect(counts.has('all')).toBe(false);
    for (const { split, path } of data_files)
      expect(await read(workspace, path, 'count(*)')).toEqual([[String(counts.get(split))]]);
  }
});
