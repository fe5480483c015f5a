import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { collectCore } from '../../scripts/explorer/data/collectCore.ts';
import { listClaims } from '../../scripts/explorer/view/claimList.ts';
import { type CodeLanguage, LANGUAGES, writeCode } from '../../scripts/explorer/view/reproduce.ts';
import { selectClaims } from '../../scripts/explorer/view/selectClaims.ts';
import { type Filters, NO_FILTERS, NOT_SETTLED } from '../../scripts/explorer/view/viewState.ts';
import { makeDataset, makeDatasetFiles } from './datasetFixture.ts';

vi.setConfig({ testTimeout: 120_000 });

const claims = [...makeDataset({ claims: 120 }).claims()];
const { core, add } = collectCore();
claims.forEach(add);
const list = listClaims(core, new Map(claims.map(({ article }) => [article.article_id, article.publisher])), []);
const folder = mkdtempSync(join(tmpdir(), 'veritable-code-'));
writeFileSync(join(folder, 'claims.csv'), makeDatasetFiles({ claims: 120 }).get('claims.csv') ?? '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ask = (values: Partial<Filters['values']>, rest: Partial<Filters> = {}): Filters => ({
  ...NO_FILTERS,
  ...rest,
  values: { ...NO_FILTERS.values, ...values },
});

const CASES: [string, Filters][] = [
  ['nothing', NO_FILTERS],
  ['two verdicts and a status', ask({ verdict: ['refuted', 'misleading'], status: ['reviewed'] })],
  ['a topic', ask({ topic: ['harbour', 'bridge'] })],
  ['a name in another script', ask({ publisher: ['صحيفة الميناء'] })],
  ['days', ask({}, { from: '2024-02-01', to: '2024-05-01' })],
  ['a site, which only the ids can say', ask({ site: ['example.org'] })],
];

describe('code that selects the same claims', () => {
  it.each(CASES)('in DuckDB: %s', async (_, filters) => {
    const ids = selectClaims(list, filters, null).places.map((place) => claims[place]?.claim_id ?? '');
    expect(ids.length).toBeGreaterThan(0);
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    const code = writeCode('duckdb', filters, ids).replace('claims.csv', join(folder, 'claims.csv'));
    const rows = await (await connection.runAndReadAll(code)).getRowObjects();
    connection.closeSync();
    instance.closeSync();
    expect(rows.map((row) => String(row['claim_id'])).sort()).toEqual([...ids].sort());
  });

  it.each(Object.keys(LANGUAGES) as CodeLanguage[])(
    'names claims that have no verdict by their ids: %s',
    (language) => {
      const code = writeCode(language, ask({ verdict: [NOT_SETTLED] }), ['gazette-0-c01']);
      expect(code).toContain('gazette-0-c01');
      expect(code).not.toMatch(/verdict/);
    },
  );

  it.each(Object.keys(LANGUAGES) as CodeLanguage[])('quotes whatever stands in a value: %s', (language) => {
    const code = writeCode(language, ask({ claimant: ['"; drop\'--\\\n'] }), []);
    expect(code.split('\n').some((line) => line.startsWith('"; drop'))).toBe(false);
    expect(code).toContain(language === 'duckdb' ? `'"; drop''--\\` : `"\\"; drop'--\\\\\\u000a"`);
  });
});
