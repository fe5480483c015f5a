// What is kept from run to run changes how long a run takes, and nothing else.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openProject } from '../../scripts/project/openProject.ts';
import { readState, writeLedger } from '../release/labels.ts';
import { GAZETTE, openWorkspace, type Workspace } from '../workspace.ts';

let workspace: Workspace;
let cache: { folder: string; program: string };

/** A workspace whose files have been left alone for long enough to be trusted by their times. */
beforeEach(async () => {
  workspace = openWorkspace();
  const folder = mkdtempSync(join(tmpdir(), 'veritable-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cache = { folder, program: 'one' };
  await sleep(2100);
});

/** The results that are kept, by name. They change whenever something had to be found anew. */
function kept(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(cache.folder).map((name) => [name, String(statSync(join(cache.folder, name)).mtimeMs)]),
  );
}

function dataset(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(workspace.path('dataset')).map((name) => [name, workspace.read(`dataset/${name}`)]),
  );
}

test('nothing is found anew where nothing has changed', async () => {
  const first = await workspace.validate({ cache });
  const before = kept();
  expect(await workspace.validate({ cache })).toEqual(first);
  expect(kept()).toEqual(before);
  expect(Object.keys(before)).toHaveLength(1);
});

test('what is reported and written follows every change', async () => {
  await workspace.validate({ cache });
  await workspace.build({ cache });
  await workspace.build({ cache });
  const unchanged = dataset();
  const edits: [string, string, string][] = [
    [GAZETTE, 'verdict: refuted', 'verdict: refutd'],
    [GAZETTE, 'verdict: refutd', 'verdict: refuted'],
    ['raw/vocabulary/publishers.yml', 'name: The Gazette', 'name: The Daily Gazette'],
    ['raw/vocabulary/publishers.yml', 'name: The Daily Gazette', 'name: The Gazette'],
    ['CITATION.cff', 'title: Gazette Claims', 'title: Claims of the Gazette'],
    ['CITATION.cff', 'title: Claims of the Gazette', 'title: Gazette Claims'],
    ['captures/herald-0503.txt', 'the', 'teh'],
  ];
  for (const [file, replace, by] of edits) {
    workspace.edit(file, replace, by);
    const captures = workspace.path('captures');
    expect(await workspace.validate({ cache, captures })).toEqual(await workspace.validate({ captures }));
    const { exitCode, out } = await workspace.build({ cache });
    const written = dataset();
    expect((await workspace.build()).exitCode).toBe(exitCode);
    if (exitCode === 0) expect(dataset()).toEqual(written);
    else expect(out).toContain('Nothing was written');
  }
  expect(dataset()).toEqual(unchanged);
});

test('a project with a release is found the same, and anew when a ledger changes', async () => {
  writeLedger(workspace.root, '1.0.0', await readState(workspace.root));
  workspace.file('CITATION.cff', `${workspace.read('CITATION.cff')}version: 1.0.0\ndate-released: 2024-06-01\n`);
  const first = await workspace.validate({ cache });
  expect(first).toMatchObject({ exitCode: 0 });
  expect(await workspace.validate({ cache })).toEqual(first);
  const ledger = workspace.read('releases/1.0.0.jsonl');
  workspace.edit('releases/1.0.0.jsonl', 'refuted', 'refused');
  expect((await workspace.validate({ cache })).out).toContain('R04');
  // Another name, a folder in its place, and all as it was.
  workspace.file('releases/1.0.0.jsonl', ledger);
  renameSync(workspace.path('releases/1.0.0.jsonl'), workspace.path('releases/1.0.1.jsonl'));
  expect((await workspace.validate({ cache })).out).toContain('must be named after it');
  mkdirSync(workspace.path('releases/1.0.0.jsonl'));
  expect((await workspace.validate({ cache })).out).toContain('It is a folder, not a file');
  rmSync(workspace.path('releases/1.0.0.jsonl'), { recursive: true });
  renameSync(workspace.path('releases/1.0.1.jsonl'), workspace.path('releases/1.0.0.jsonl'));
  expect(await workspace.validate({ cache })).toEqual(first);
});

test('a ledger that changes between its digest and its rows is not read', async () => {
  writeLedger(workspace.root, '1.0.0', await readState(workspace.root));
  const project = openProject({ raw: workspace.path('raw') });
  expect(project.ledgerDigests).toHaveLength(1);
  rmSync(workspace.path('releases'), { recursive: true });
  workspace.edit(GAZETTE, 'verdict: refuted', 'verdict: misleading');
  writeLedger(workspace.root, '1.0.0', await readState(workspace.root));
  expect(() => project.history.ledgers).toThrow(/change while they are read/);
});

test('a dataset that somebody changed is put right', async () => {
  await workspace.build({ cache });
  await workspace.build({ cache });
  const before = dataset();
  workspace.edit('dataset/claims.csv', 'Aldport', 'Oldport');
  await workspace.build({ cache });
  expect(dataset()).toEqual(before);
});

test('another program finds everything anew', async () => {
  const first = await workspace.validate({ cache });
  const before = kept();
  expect(await workspace.validate({ cache: { ...cache, program: 'two' } })).toEqual(first);
  expect(kept()).not.toEqual(before);
});

describe('a cache that is damaged', () => {
  const damages: [string, (path: string) => void][] = [
    ['cut in half', (path) => truncateSync(path, statSync(path).size >> 1)],
    ['empty', (path) => truncateSync(path, 0)],
    ['cut by one byte', (path) => truncateSync(path, statSync(path).size - 1)],
    ['random throughout', (path) => writeFileSync(path, scramble(readFileSync(path), 1))],
    ['random here and there', (path) => writeFileSync(path, scramble(readFileSync(path), 97))],
    ['wrong in its first byte', (path) => writeFileSync(path, scramble(readFileSync(path), 1e9))],
  ];

  test('gives the same report and the same bytes', async () => {
    const report = await workspace.validate({ cache });
    await workspace.build({ cache });
    await workspace.build({ cache });
    const before = dataset();
    const sound = readdirSync(cache.folder).map((name) => join(cache.folder, name));
    const bytes = sound.map((path) => readFileSync(path));
    expect(sound).toHaveLength(2);
    for (const [how, damage] of damages) {
      for (const [i, path] of sound.entries()) {
        writeFileSync(path, bytes[i] as Buffer);
        damage(path);
      }
      expect([how, await workspace.validate({ cache })]).toEqual([how, report]);
      expect([how, (await workspace.build({ cache })).exitCode]).toEqual([how, 0]);
      expect(dataset()).toEqual(before);
    }
  });
});

test('a private edition is kept nowhere', async () => {
  const out = workspace.path('edition');
  await workspace.build({ cache, captures: workspace.path('captures'), withText: true, out });
  expect(readdirSync(cache.folder)).toEqual([]);
});

/** Every n-th byte replaced by noise that is the same every time. */
function scramble(bytes: Buffer, step: number): Buffer {
  let state = 1;
  for (let i = 0; i < bytes.length; i += step) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = (bytes[i] as number) ^ (1 + ((state >>> 16) % 255));
  }
  return bytes;
}
