// Many articles, as the program itself is run: the bytes depend neither on threads nor on an end in the middle.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { makeCorpus } from '../../bench/corpus.ts';
import { articleId } from '../../bench/labels.ts';

vi.setConfig({ testTimeout: 60_000 });

const ARTICLES = 160;
const root = mkdtempSync(join(tmpdir(), 'veritable-threads-'));
const raw = join(root, 'raw');
afterAll(() => rmSync(root, { recursive: true, force: true }));

function commandFor(out: string, ...options: string[]): string[] {
  return ['scripts/launch.js', 'build', '--raw', raw, '--out', join(root, out), ...options];
}

function build(out: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, commandFor(out, ...options), { encoding: 'utf8' });
  return { status, stdout, stderr };
}

function read(out: string): Map<string, string> {
  return new Map(readdirSync(join(root, out)).map((name) => [name, readFileSync(join(root, out, name), 'latin1')]));
}

let alone: Map<string, string>;
beforeAll(() => {
  makeCorpus(root, ARTICLES);
  expect(build('alone', '--jobs', '1', '--no-cache')).toMatchObject({ status: 0, stderr: '' });
  alone = read('alone');
}, 60_000);

test('the corpus has what its description says', () => {
  const text = readFileSync(join(raw, 'articles', `${articleId(3)}.md`), 'utf8');
  expect(text).toMatch(/>-\n/);
  expect(text).toMatch(/ # as the page prints it/);
  expect(text).toMatch(/[\u{10000}-\u{10ffff}]/u);
  expect(alone.get('claims.csv')?.split('\n')).toHaveLength(10 * ARTICLES + 2);
  expect(JSON.parse(alone.get('claims.json') ?? '')).toHaveLength(10 * ARTICLES);
});

test.each(['2', '8'])('%s threads write the bytes of one', (jobs) => {
  expect(build(`jobs-${jobs}`, '--jobs', jobs, '--no-cache')).toMatchObject({ status: 0, stderr: '' });
  expect(read(`jobs-${jobs}`)).toEqual(alone);
});

test('the cache changes no byte', () => {
  for (let run = 0; run < 3; run++) expect(build('cached')).toMatchObject({ status: 0, stderr: '' });
  expect(read('cached')).toEqual(alone);
});

test('after a change of one article the rest is cut out of the dataset before, with the same bytes', async () => {
  const file = join(raw, 'articles', `${articleId(7)}.md`);
  const before = readFileSync(file, 'utf8');
  onTestFinished(() => writeFileSync(file, before));
  // Times of files that have just been written are not trusted.
  await sleep(2100);
  for (let run = 0; run < 2; run++) expect(build('edited').status).toBe(0);
  for (const title of ['Short', 'A title that is a good deal longer than the one that it had']) {
    writeFileSync(file, before.replace(/^title: .*$/m, `title: ${title}`));
    expect(build('edited').status).toBe(0);
    expect(build('anew', '--no-cache').status).toBe(0);
    expect(read('edited')).toEqual(read('anew'));
  }
});

test.each([150, 350, 600])('killed after about %i ms, and run again', async (ms) => {
  const child = spawn(process.execPath, commandFor('killed', '--jobs', '2'), { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  await sleep(ms);
  child.kill('SIGKILL');
  await ended;
  expect(build('killed', '--jobs', '2').status).toBe(0);
  expect(read('killed')).toEqual(alone);
});

test('two builds into one folder that is not there yet: both end well, one after the other', async () => {
  const ends = ['1', '1'].map(async (jobs) => {
    const child = spawn(process.execPath, commandFor('fresh', '--jobs', jobs, '--no-cache'), { stdio: 'ignore' });
    return new Promise((resolve) => child.on('close', resolve));
  });
  expect(await Promise.all(ends)).toEqual([0, 0]);
  expect(read('fresh')).toEqual(alone);
});
