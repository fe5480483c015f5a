// Releases and the labels of today → the version of a build, its records and its changes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { renderDataset, writeJsonLines } from '../../scripts/dataset/renderDataset.ts';
import { streamRows } from '../../scripts/dataset/streamRows.ts';
import { listChanges } from '../../scripts/release/listChanges.ts';
import { planVersion, versionOf } from '../../scripts/release/version.ts';
import type {
  RawArticle,
  RawArticleClaim,
  ReleasedRecord,
  WithdrawnRow,
} from '../../scripts/schemas/generated/types.ts';
import { makeWorkspace } from '../platform/workspace.ts';
import { makeArticle, readState, type State, writeLedger, writeProject } from './labels.ts';

let folder: string;
let articles: RawArticle[];
const claim = (i: number) => articles[0]?.claims[i] as RawArticleClaim;

function write(): Promise<State> {
  writeProject(folder, articles);
  return readState(folder);
}

const version = async (state: Promise<State>) => {
  const { project, snapshot } = await state;
  return versionOf(project.history, snapshot);
};

beforeEach(async () => {
  folder = await makeWorkspace();
  articles = [makeArticle('north-2024', 3)];
});

describe('versionOf', () => {
  test('is 1.0.0-dev before any release', async () => expect(await version(write())).toBe('1.0.0-dev'));

  test('is the release where nothing has changed since, and the next one in the making where something has', async () => {
    writeLedger(folder, '1.0.0', await write());
    expect(await version(write())).toBe('1.0.0');
    claim(0).justification = 'The log says so.';
    expect(await version(write())).toBe('1.0.1-dev');
    claim(1).evidence.pop();
    expect(await version(write())).toBe('1.1.0-dev');
  });

  test('can be raised by a person, but not out of nothing', async () => {
    writeLedger(folder, '1.0.0', await write());
    const plan = ({ project, snapshot }: State) => planVersion(project.history, snapshot, 'minor');
    expect(plan(await write())).toMatchObject({ version: '1.0.0', bump: null });
    claim(0).justification = 'The log says so.';
    expect(plan(await write())).toMatchObject({ version: '1.1.0', bump: 'minor' });
  });
});

test('withdrawn.csv names the first release without the claim', async () => {
  writeLedger(folder, '1.0.0', await write());
  claim(0).status = 'withdrawn';
  claim(0).withdrawn = { date: '2024-06-02', reason: 'It joined two.', successors: [] };
  const versions = async () => {
    await writeJsonLines((await write()).project, folder);
    return Array.from(streamRows(folder, 'withdrawn'), (row) => (row as WithdrawnRow).version);
  };
  expect(await versions()).toEqual([null]);
  writeLedger(folder, '1.1.0', await write());
  expect(await versions()).toEqual(['1.1.0']);
});

test('records name the release of the last change, and none for one that is not released', async () => {
  writeLedger(folder, '1.0.0', await write());
  claim(1).justification = 'The log says so.';
  writeLedger(folder, '1.0.1', await write());
  claim(2).justification = 'The log says so.';
  const { project } = await write();
  await renderDataset(project, folder);
  const lines = readFileSync(join(folder, 'records.jsonl'), 'utf8').trimEnd().split('\n');
  const records = lines.map((line) => JSON.parse(line) as ReleasedRecord).filter(({ table }) => table === 'claims');
  expect(records.map((record) => record.version)).toEqual(['1.0.0', '1.0.1', null]);
});

test('changes are read from the ledgers: every claim added, then each change with its release and reason', async () => {
  writeLedger(folder, '1.0.0', await write());
  const reason = 'A reader sent the log.';
  claim(1).verdict = 'supported';
  claim(1).revisions = [{ date: '2024-06-02', field: 'verdict', from: 'refuted', to: 'supported', reason }];
  writeLedger(folder, '1.1.0', await write());
  claim(1).status = 'withdrawn';
  claim(1).withdrawn = { date: '2024-06-03', reason: 'It joined two.', successors: [] };
  writeLedger(folder, '1.2.0', await write());
  const changes = [...listChanges((await write()).project.history)].filter(({ id }) => id === 'north-2024-c02');
  expect(changes.map((change) => [change.version, change.kind, change.old, change.new, change.reason])).toEqual([
    ['1.0.0', 'added', null, 'refuted', null],
    ['1.1.0', 'verdict', 'refuted', 'supported', reason],
    ['1.2.0', 'withdrawn', 'supported', null, 'It joined two.'],
  ]);
});
