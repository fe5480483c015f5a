// Releases and the labels of today → the version of a build, its records and its changes.
import { beforeEach, describe, expect, test } from 'vitest';
import { listChanges, listRecords } from '../../scripts/release/records.ts';
import { planRelease, versionOf } from '../../scripts/release/version.ts';
import type { RawArticle, RawArticleClaim } from '../../scripts/schemas/generated/types.ts';
import { makeWorkspace } from '../platform/workspace.ts';
import { makeArticle, readState, type State, writeLedger, writeProject } from './labels.ts';

let folder: string;
let articles: RawArticle[];
const claim = (i: number) => articles[0]?.claims[i] as RawArticleClaim;

function write(): State {
  writeProject(folder, articles);
  return readState(folder);
}

const version = ({ project, check }: State) => versionOf(project.history, check.snapshot());

beforeEach(async () => {
  folder = await makeWorkspace();
  articles = [makeArticle('north-2024', 3)];
});

describe('versionOf', () => {
  test('is 1.0.0-dev before any release', () => expect(version(write())).toBe('1.0.0-dev'));

  test('is the release where nothing has changed since, and the next one in the making where something has', () => {
    writeLedger(folder, '1.0.0', write());
    expect(version(write())).toBe('1.0.0');
    claim(0).justification = 'The log says so.';
    expect(version(write())).toBe('1.0.1-dev');
    claim(1).evidence.pop();
    expect(version(write())).toBe('1.1.0-dev');
  });

  test('can be raised by a person, but not out of nothing', () => {
    writeLedger(folder, '1.0.0', write());
    const plan = ({ project, check }: State) => planRelease(project.history, check.snapshot(), 'minor');
    expect(plan(write())).toMatchObject({ version: '1.0.0', bump: null });
    claim(0).justification = 'The log says so.';
    expect(plan(write())).toMatchObject({ version: '1.1.0', bump: 'minor' });
  });
});

test('withdrawn.csv names the first release without the claim', () => {
  writeLedger(folder, '1.0.0', write());
  claim(0).status = 'withdrawn';
  claim(0).withdrawn = { date: '2024-06-02', reason: 'It joined two.', successors: [] };
  const versions = ({ check }: State) => check.articles.flatMap(({ withdrawn }) => withdrawn.map((row) => row.version));
  expect(versions(write())).toEqual([null]);
  writeLedger(folder, '1.1.0', write());
  expect(versions(write())).toEqual(['1.1.0']);
});

test('records name the release of the last change, and none for one that is not released', () => {
  writeLedger(folder, '1.0.0', write());
  claim(1).justification = 'The log says so.';
  writeLedger(folder, '1.0.1', write());
  claim(2).justification = 'The log says so.';
  const { project, check } = write();
  const records = listRecords(project.history, check.snapshot()).filter(({ table }) => table === 'claims');
  expect(records.map((record) => record.version)).toEqual(['1.0.0', '1.0.1', null]);
});

test('changes are read from the ledgers: every claim added, then each change with its release and reason', () => {
  writeLedger(folder, '1.0.0', write());
  const reason = 'A reader sent the log.';
  claim(1).verdict = 'supported';
  claim(1).revisions = [{ date: '2024-06-02', field: 'verdict', from: 'refuted', to: 'supported', reason }];
  writeLedger(folder, '1.1.0', write());
  claim(1).status = 'withdrawn';
  claim(1).withdrawn = { date: '2024-06-03', reason: 'It joined two.', successors: [] };
  writeLedger(folder, '1.2.0', write());
  const changes = listChanges(write().project.history).filter(({ id }) => id === 'north-2024-c02');
  expect(changes.map((change) => [change.version, change.kind, change.old, change.new, change.reason])).toEqual([
    ['1.0.0', 'added', null, 'refuted', null],
    ['1.1.0', 'verdict', 'refuted', 'supported', reason],
    ['1.2.0', 'withdrawn', 'supported', null, 'It joined two.'],
  ]);
});
