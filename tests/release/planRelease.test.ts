// A release judges every article once, and twice only where it is the first to leave a claim out.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { decodeArticle } from '../../scripts/article/decodeArticle.ts';
import { openProject } from '../../scripts/project/openProject.ts';
import { planRelease } from '../../scripts/publish/planRelease.ts';
import { publishRows } from '../../scripts/publish/publishRows.ts';
import { makeWorkspace } from '../platform/workspace.ts';
import { makeArticle, readState, writeLedger, writeProject } from './labels.ts';

vi.setConfig({ testTimeout: 60_000 });
vi.mock('../../scripts/article/decodeArticle.ts', { spy: true });

const article = makeArticle('north-2024', 3);
let folder: string;

beforeEach(async () => {
  folder = await makeWorkspace();
  writeProject(folder, [article, makeArticle('south-2024', 2)]);
});

/** Plans the release and writes its dataset; gives how many articles were decoded on the way, and its version. */
async function planAndPublish(scratch: string): Promise<[decoded: number, version: string | undefined]> {
  const [rows, dataset] = ['rows', 'dataset'].map((name) => join(folder, scratch, name)) as [string, string];
  for (const path of [rows, dataset]) mkdirSync(path, { recursive: true });
  vi.mocked(decodeArticle).mockClear();
  const wishes = { date: '2024-06-01', today: '', atLeast: null };
  const { planned } = await planRelease(openProject({ raw: join(folder, 'raw') }), wishes, {
    rows,
    ledger: join(folder, scratch, 'ledger.jsonl'),
  });
  if (planned) await publishRows(planned, dataset);
  return [vi.mocked(decodeArticle).mock.calls.length, planned?.version];
}

test('the first release, and a later one', async () => {
  expect(await planAndPublish('first')).toEqual([2, '1.0.0']);
  writeLedger(folder, '1.0.0', await readState(folder));
  const [claim, ...others] = article.claims;
  const changed = { ...article, claims: [{ ...claim, justification: 'The log says so.' }, ...others] };
  writeProject(folder, [changed as typeof article]);
  expect(await planAndPublish('second')).toEqual([2, '1.0.1']);
});

test('one that withdraws a claim', async () => {
  writeLedger(folder, '1.0.0', await readState(folder));
  const [claim, ...others] = article.claims;
  const withdrawn = { date: '2024-06-02', reason: 'It joined two.', successors: [] };
  const changed = { ...article, claims: [{ ...claim, status: 'withdrawn', withdrawn }, ...others] };
  writeProject(folder, [changed as typeof article]);
  expect(await planAndPublish('third')).toEqual([4, '1.1.0']);
});
