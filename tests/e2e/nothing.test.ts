// Nothing to judge → no command says that all is well.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readState, writeLedger } from '../release/labels.ts';
import { openWorkspace } from '../workspace.ts';

const COMMANDS = ['validate', 'build', 'fix', 'explore'] as const;

test.each(COMMANDS)('%s of a folder that is not there is wrong usage, and writes nothing', async (command) => {
  const work = openWorkspace();
  await expect(work[command]({ raw: work.path('exmples/raw') })).rejects.toThrow(
    /There is no folder .*exmples\/raw\. Run this in the folder of the project/,
  );
  expect(existsSync(work.path('dataset'))).toBe(false);
});

test.each(COMMANDS)('%s without articles/, or with a file in its place, is wrong usage', async (command) => {
  const work = openWorkspace().remove('raw/articles');
  await expect(work[command]()).rejects.toThrow(/There is no folder .*raw\/articles\.$/);
  work.file('raw/articles', 'a file');
  await expect(work[command]()).rejects.toThrow(/There is no folder .*raw\/articles\.$/);
});

test.each(['validate', 'build'] as const)('%s of no article is an error unless it is meant', async (command) => {
  const work = openWorkspace().remove('raw/articles').remove('raw/expectations.yml');
  mkdirSync(work.path('raw/articles'));
  await expect(work[command]()).rejects.toThrow('There is no article in');
  expect(existsSync(work.path('dataset'))).toBe(false);
  expect((await work[command]({ allowEmpty: true })).exitCode).toBe(0);
});

test('a folder of articles that is a link out of the project is not read', async () => {
  const work = openWorkspace().remove('raw/articles');
  const other = openWorkspace();
  symlinkSync(other.path('raw/articles'), work.path('raw/articles'));
  await expect(work.validate()).rejects.toThrow('is a link that leads out of');
});

test.each(['raw/vocabulary/topics.yml', 'raw/expectations.yml', 'CITATION.cff'])(
  'no link out of the project is read: %s',
  async (name) => {
    const work = openWorkspace();
    const outside = openWorkspace().file('secret.txt', 'root:x:0:0:secret words\r\n');
    work.remove(name);
    symlinkSync(outside.path('secret.txt'), work.path(name));
    const { out } = await work.validate();
    expect(out).toContain('leads out of the project');
    expect(out).not.toContain('secret words');
    await work.fix();
    expect(outside.read('secret.txt')).toBe('root:x:0:0:secret words\r\n');
  },
);

test.each(['README.md', 'DATASHEET.md'])('build reads and rewrites no %s that is a link out', async (name) => {
  const [work, outside] = [openWorkspace(), openWorkspace()];
  const words = '<!-- veritable:version -->nothing<!-- /veritable:version -->\n';
  outside.file('secret.md', words);
  symlinkSync(outside.path('secret.md'), work.path(name));
  await expect(work.build()).rejects.toThrow(`${name} is a link that leads out of the project.`);
  expect(outside.read('secret.md')).toBe(words);
  expect(existsSync(work.path('dataset'))).toBe(false);
});

test.each([
  ['the folder', 'raw/captures', 'captures'],
  ['one of its files', 'raw/captures/herald-0503.txt', 'captures/herald-0503.txt'],
])('no capture is read through a link out of raw/ that nobody has named: %s', async (_, link, aim) => {
  const work = openWorkspace();
  work.file('raw/captures/herald-0503.txt', 'x').remove(link);
  symlinkSync(work.path(aim), work.path(link));
  expect((await work.validate()).out).toMatch(/It is a link that leads out|A link on its way leads out/);
  expect((await work.validate({ captures: work.path('captures') })).out).not.toContain('link');
});

test('new writes no capture through a link out of raw/', async () => {
  const [work, outside] = [openWorkspace(), openWorkspace()];
  symlinkSync(outside.path('captures'), work.path('raw/captures'));
  const page = outside.file('page.txt', 'A headline\n\nWords of the article.\n').path('page.txt');
  await expect(work.create({ from: page, id: 'one' })).rejects.toThrow('is a link that leads out of');
  expect(existsSync(outside.path('captures/one.txt'))).toBe(false);
  expect(existsSync(work.path('raw/articles/one.md'))).toBe(false);
});

test('ledgers behind a link out of the project are not read', async () => {
  const [work, outside] = [openWorkspace(), openWorkspace()];
  mkdirSync(outside.path('releases'));
  writeLedger(outside.root, '1.0.0', await readState(outside.root));
  symlinkSync(outside.path('releases'), work.path('releases'));
  const { findings } = await work.report();
  expect(findings.map(({ code }) => code)).toEqual(['R04']);
});

test('a folder of vocabularies that is a link out of the project is not read', async () => {
  const [work, outside] = [openWorkspace().remove('raw/vocabulary'), openWorkspace()];
  symlinkSync(outside.path('raw/vocabulary'), work.path('raw/vocabulary'));
  expect((await work.validate()).out).toContain('leads out of the project');
});

test('a link that leads nowhere is no missing file: minimums do not vanish with it', async () => {
  const work = openWorkspace().remove('raw/expectations.yml');
  symlinkSync('nowhere', work.path('raw/expectations.yml'));
  const { exitCode, out } = await work.validate();
  expect(out).toContain('It is a link that leads nowhere');
  expect(exitCode).toBe(1);
});

test.each<[string, (path: string) => void, string]>([
  ['a folder', (path) => mkdirSync(path), 'It is a folder'],
  ['a link to an endless device', (path) => symlinkSync('/dev/zero', path), 'It is not a regular file'],
  ['a link to itself', (path) => symlinkSync('1.0.1.jsonl', path), 'It is not a regular file'],
])('a ledger that is %s is a finding', async (_, make, message) => {
  const work = openWorkspace();
  mkdirSync(work.path('releases'));
  make(work.path('releases/1.0.1.jsonl'));
  const { findings } = await work.report();
  expect(findings.map(({ code, file }) => `${code} ${file.split('/').at(-1)}`)).toEqual(['R04 1.0.1.jsonl']);
  expect(JSON.stringify(findings)).toContain(message);
});

test('a ledger that gives a row another name is judged like any other, whatever the name', async () => {
  const work = openWorkspace();
  mkdirSync(work.path('releases'));
  const state = await readState(work.root);
  writeLedger(work.root, '1.0.0', state);
  const lines = work.read('releases/1.0.0.jsonl').split('\n');
  const row = (lines[1] ?? '').replace(/"id":"[^"]*"/, '"id":"__proto__"');
  const header = { ...JSON.parse(lines[0] ?? ''), sha256: '0'.repeat(64) };
  const body = [row, ...lines.slice(2)].join('\n');
  const sha256 = createHash('sha256')
    .update(`${JSON.stringify(header)}\n${body}`)
    .digest('hex');
  work.file('releases/1.0.0.jsonl', `${JSON.stringify({ ...header, sha256 })}\n${body}`);
  expect((await work.validate()).exitCode).toBe(1);
});

test('a ledger with a row twice is a finding, though its digest fits', async () => {
  const work = openWorkspace();
  mkdirSync(work.path('releases'));
  writeLedger(work.root, '1.0.0', await readState(work.root));
  const [first = '', ...rows] = work.read('releases/1.0.0.jsonl').split('\n');
  const header = { ...JSON.parse(first), sha256: '0'.repeat(64) };
  const body = [rows[0], ...rows].join('\n');
  const sha256 = createHash('sha256')
    .update(`${JSON.stringify(header)}\n${body}`)
    .digest('hex');
  work.file('releases/1.0.0.jsonl', `${JSON.stringify({ ...header, sha256 })}\n${body}`);
  expect(JSON.stringify((await work.report()).findings)).toContain('gives a row a second time');
});
