// A committed project → its releases: what they write, what they refuse, and that they can be made again.
import { execSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { diff } from '../../scripts/commands/diff.ts';
import { verify } from '../../scripts/commands/verify.ts';
import { makeWorkspace } from '../platform/workspace.ts';
import { commit, edit, makeRelease, makeRepository, readTree, record } from './releasedProject.ts';

const GAZETTE = 'raw/articles/gazette-2024-05-02.md';
/** Who commits, whatever the machine says. */
const GIT = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((role) => [
    [`GIT_${role}_NAME`, 'Test'],
    [`GIT_${role}_EMAIL`, 'test@example.org'],
  ]),
);
let folder: string;
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

beforeEach(async () => {
  folder = await makeWorkspace();
  makeRepository(folder);
});

/** The first release, committed; then a corrected verdict, committed. */
async function correctVerdict(): Promise<void> {
  await makeRelease(folder);
  commit(folder);
  edit(folder, GAZETTE, 'verdict: supported\n', 'verdict: misleading\n');
  edit(folder, GAZETTE, 'verdict: supported,', 'verdict: misleading,');
  const reason = 'A reader sent the bill.';
  const revision = `{ date: 2024-06-20, field: verdict, from: supported, to: misleading, reason: ${reason} }`;
  const at = read(GAZETTE).lastIndexOf('revisions: []');
  writeFileSync(
    join(folder, GAZETTE),
    `${read(GAZETTE).slice(0, at)}revisions: [${revision}]${read(GAZETTE).slice(at + 13)}`,
  );
  commit(folder);
}

describe('the first release', () => {
  test('is 1.0.0: citation, changelog, datasheet, dataset, ledger and archive say so', async () => {
    const { exitCode, out } = await makeRelease(folder);
    expect(exitCode).toBe(0);
    expect(out).toContain('Version 1.0.0 of 2024-06-01');
    expect(read('CITATION.cff')).toMatch(/\nkeywords: .*\nversion: 1\.0\.0\ndate-released: 2024-06-01\n$/);
    expect(read('CHANGELOG.md')).toMatch(/By hand\.\n\n<!-- releases -->\n\n## 1\.0\.0 – 2024-06-01\n\nFirst release/);
    expect(read('DATASHEET.md')).toContain('>1.0.0<');
    expect(JSON.parse(read('dataset/manifest.json'))).toMatchObject({ version: '1.0.0' });
    expect(existsSync(join(folder, 'releases/1.0.0.jsonl'))).toBe(true);
    expect(existsSync(join(folder, 'build/gazette-claims-1.0.0.tar.gz'))).toBe(true);
  });

  test('ends with the commands that are left, which leave nothing uncommitted and the tag on the commit', async () => {
    const { out } = await makeRelease(folder);
    const remote = join(folder, 'build/remote.git');
    const run = (command: string, cwd = folder) =>
      execSync(command, { cwd, encoding: 'utf8', env: { ...process.env, ...GIT } });
    run(`git init -q --bare ${remote} && git remote add origin ${remote}`);
    const steps = out.split('Next, once you have looked at the changes:\n')[1] ?? '';
    expect(steps.match(/^ {2}git .*$/gm)).toHaveLength(4);
    run(`set -e\n${steps}`, process.cwd());
    expect(run('git status --porcelain')).toBe('');
    expect(run(`git -C ${remote} rev-parse v1.0.0^{commit} main`)).toBe(run('git rev-parse HEAD HEAD'));
    expect((await makeRelease(folder)).out).not.toContain('Next');
  });

  test('with --dry-run writes nothing', async () => {
    const before = readTree(folder);
    expect((await makeRelease(folder, { dryRun: true })).out).toContain('Nothing was written.');
    expect(readTree(folder)).toEqual(before);
  });

  test('is not made of labels with errors', async () => {
    edit(folder, GAZETTE, 'verdict: supported\n', 'verdict: suported\n');
    commit(folder);
    const before = readTree(folder);
    expect((await makeRelease(folder)).exitCode).toBe(1);
    expect(readTree(folder)).toEqual(before);
  });
});

describe('the next release', () => {
  test('is computed from what changed, and tells it in the changelog and in changes.jsonl', async () => {
    await correctVerdict();
    expect((await makeRelease(folder, {}, '2024-07-01')).out).toContain('Version 1.1.0 of 2024-07-01, a minor release');
    const id = 'gazette-2024-05-02-c02';
    expect(read('CHANGELOG.md')).toContain(
      `- \`${id}\`: verdict changed: supported → misleading (A reader sent the bill.)`,
    );
    expect(read('CHANGELOG.md').indexOf('## 1.1.0')).toBeLessThan(read('CHANGELOG.md').indexOf('## 1.0.0'));
    expect(read('dataset/changes.jsonl')).toContain(
      `{"version":"1.1.0","date":"2024-07-01","table":"claims","id":"${id}","kind":"verdict","column":"verdict","old":"supported","new":"misleading","reason":"A reader sent the bill."}`,
    );
  });

  test('is what it says, rows that the first one was the last to change among them', async () => {
    await correctVerdict();
    await makeRelease(folder);
    const versions = read('dataset/records.jsonl').match(/"version":"[^"]*"/g);
    expect(new Set(versions)).toEqual(new Set(['"version":"1.0.0"', '"version":"1.1.0"']));
    const archive = join(folder, 'build/gazette-claims-1.1.0.tar.gz');
    expect(await record((terminal) => verify(archive, {}, terminal))).toMatchObject({ exitCode: 0 });
  });

  test('can be raised', async () => {
    await correctVerdict();
    expect((await makeRelease(folder, { atLeast: 'major' })).out).toContain('Version 2.0.0');
  });

  test('names itself in the tombstone of what it withdraws', async () => {
    await makeRelease(folder);
    commit(folder);
    edit(folder, GAZETTE, 'same_as: [herald-2024-05-03-c01]', 'same_as: []');
    edit(folder, 'raw/articles/herald-2024-05-03.md', 'same_as: [gazette-2024-05-02-c01]', 'same_as: []');
    edit(folder, GAZETTE, 'status: labelled', 'status: withdrawn');
    edit(folder, GAZETTE, 'withdrawn: null', 'withdrawn: { date: 2024-06-20, reason: It was two., successors: [] }');
    commit(folder);
    await makeRelease(folder);
    expect(read('dataset/withdrawn.csv')).toContain('gazette-2024-05-02-c01,gazette-2024-05-02');
    expect(read('dataset/withdrawn.csv')).toContain('2024-06-20,1.1.0,It was two.');
    commit(folder);
    expect((await makeRelease(folder)).out).toContain('Nothing has changed since version 1.1.0');
  });

  test('made again gives the same files, also on another day', async () => {
    await correctVerdict();
    await makeRelease(folder);
    const before = readTree(folder);
    expect((await makeRelease(folder, { date: '2025-01-01' })).out).toContain(
      'Nothing has changed since version 1.1.0',
    );
    expect(readTree(folder)).toEqual(before);
  });
});

describe('a change of what is no row needs a version too', () => {
  const verdicts = 'raw/vocabulary/verdicts.yml';
  test.each<[string, () => void, string]>([
    [
      'a rating',
      () => edit(folder, verdicts, 'rating_value: 1\n', 'rating_value: 2\n'),
      '1.1.0 of 2024-06-01, a minor',
    ],
    ['a definition', () => edit(folder, verdicts, 'definition: ', 'definition: Now '), '1.1.0 of 2024-06-01, a minor'],
    [
      'a topic',
      () => edit(folder, 'raw/vocabulary/topics.yml', 'label: ', 'label: Old '),
      '1.0.1 of 2024-06-01, a patch',
    ],
    ['the citation', () => edit(folder, 'CITATION.cff', 'Veritable', 'Other'), '1.0.1 of 2024-06-01, a patch'],
    ['the datasheet', () => edit(folder, 'DATASHEET.md', 'Of version', 'In version'), '1.0.1 of 2024-06-01, a patch'],
    ['the licence', () => edit(folder, 'LICENSE-DATA', 'Commons', 'Common'), '1.0.1 of 2024-06-01, a patch'],
    ['words of the changelog', () => edit(folder, 'CHANGELOG.md', 'By hand', 'By pen'), '1.0.1 of 2024-06-01, a patch'],
  ])('%s', async (_, change, version) => {
    await makeRelease(folder);
    commit(folder);
    change();
    commit(folder);
    const { out } = await makeRelease(folder, { dryRun: true });
    expect(out).toContain(`Version ${version} release: changed: `);
    expect(out).not.toContain('Nothing has changed');
  });

  test('and is seen between two datasets, and told in the changelog', async () => {
    await makeRelease(folder);
    commit(folder);
    cpSync(join(folder, 'dataset'), join(folder, 'build/old'), { recursive: true });
    edit(folder, 'raw/vocabulary/topics.yml', 'label: ', 'label: Old ');
    edit(folder, 'LICENSE-DATA', 'Commons', 'Common');
    commit(folder);
    await makeRelease(folder, {}, '2024-07-01');
    const told = ['changed: LICENSE-DATA', 'changed: raw/vocabulary/topics.yml'];
    for (const line of told) expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toContain(`- ${line}`);
    const compare = (old: string, current: string) =>
      record((terminal) => diff(join(folder, old), join(folder, current), { format: 'text' }, terminal));
    for (const line of told) expect((await compare('build/old', 'dataset')).out).toContain(`  ${line}\n`);
    const archive = (version: string) => `build/gazette-claims-${version}.tar.gz`;
    for (const line of told) expect((await compare(archive('1.0.0'), archive('1.0.1'))).out).toContain(`  ${line}\n`);
  });

  test('numbers that the release writes into its texts are no change', async () => {
    await makeRelease(folder);
    commit(folder);
    expect((await makeRelease(folder)).out).toContain('Nothing has changed since version 1.0.0');
  });
});

test('a value of which the ledger has only the digest is not told as nothing', async () => {
  await makeRelease(folder);
  commit(folder);
  edit(folder, 'raw/vocabulary/entities.yml', 'name: Ada Archer', 'name: Ada Bell Archer');
  commit(folder);
  const { out } = await makeRelease(folder, { dryRun: true });
  expect(out).toContain('entities.name: now Ada Bell Archer');
  expect(out).not.toContain('nothing');
});

test('a version that was released is never made again with other bytes', async () => {
  await makeRelease(folder);
  commit(folder);
  const archive = join(folder, 'build/gazette-claims-1.0.0.tar.gz');
  const other = Buffer.concat([readFileSync(archive), Buffer.from('x')]);
  writeFileSync(archive, other);
  await expect(makeRelease(folder)).rejects.toThrow('never made with others');
  expect(readFileSync(archive)).toEqual(other);
});

test('what stands above the first release in the changelog stays there', async () => {
  edit(folder, 'CHANGELOG.md', '<!-- releases -->\n', '<!-- releases -->\n\nSome words by hand.\n');
  commit(folder);
  await makeRelease(folder);
  expect(read('CHANGELOG.md')).toContain('<!-- releases -->\n\nSome words by hand.\n\n## 1.0.0 – ');
});

test('a spelling of Spanish is no gap in a datasheet that names its dataset', async () => {
  writeFileSync(
    join(folder, 'DATASHEET.md'),
    '# Datasheet: Gazette Claims\n\nTodo es inventado, y lo sabe todo\nel mundo.\n',
  );
  commit(folder);
  expect((await makeRelease(folder, { dryRun: true })).exitCode).toBe(0);
});

describe('refuses', () => {
  const message = /A release is made of what is committed, and these are not/;

  test.each([
    ['a changed label', () => edit(folder, GAZETTE, 'shows a closure', 'has a closure')],
    ['a new file', () => writeFileSync(join(folder, 'notes.txt'), 'x')],
    ['a citation changed by hand', () => edit(folder, 'CITATION.cff', 'Gazette Claims', 'Gazette')],
    ['prose changed by hand', () => edit(folder, 'DATASHEET.md', 'Of version', 'In version')],
  ])('%s that is not committed', async (_, change) => {
    change();
    await expect(makeRelease(folder)).rejects.toThrow(message);
    expect(existsSync(join(folder, 'releases'))).toBe(false);
  });

  test('all that is missing at once, and writes nothing', async () => {
    for (const name of ['DATASHEET.md', 'LICENSE-DATA']) rmSync(join(folder, name));
    writeFileSync(join(folder, 'notes.txt'), 'x');
    const before = readTree(folder);
    const refusal = makeRelease(folder);
    await expect(refusal).rejects.toThrow(
      /DATASHEET\.md, and there is none[\s\S]*LICENSE-DATA, and there is none[\s\S]*notes\.txt/,
    );
    expect(readTree(folder)).toEqual(before);
  });

  test.each(['CITATION.cff', 'DATASHEET.md', 'LICENSE-DATA'])(
    'a project without %s, and writes nothing',
    async (name) => {
      rmSync(join(folder, name));
      commit(folder);
      const before = readTree(folder);
      await expect(makeRelease(folder)).rejects.toThrow(`${name}, and there is none`);
      expect(readTree(folder)).toEqual(before);
    },
  );

  test.each<[string, string, string, string]>([
    ['a datasheet of another dataset', 'DATASHEET.md', '# Datasheet: Herald Claims\n', 'speaks of “Herald Claims”'],
    [
      'a licence of another dataset',
      'LICENSE-DATA',
      'This licence covers the dataset\nHerald Claims, not more.\n',
      'speaks of',
    ],
    [
      'an answer that is not given',
      'DATASHEET.md',
      '# Datasheet: Gazette Claims\n\ntodo\n',
      'DATASHEET.md:3: a `todo` is left.',
    ],
    [
      'several that are not given',
      'DATASHEET.md',
      '# Datasheet: Gazette Claims\n\ntodo\n\ntodo\n\n`todo`\n',
      'DATASHEET.md:3: a `todo` is left, and 2 more below it.',
    ],
    ['a licence with a gap', 'LICENSE-DATA', 'Copyright (c) TODO\n', 'LICENSE-DATA:1: a `todo` is left'],
    ['a citation with a gap', 'CITATION.cff', 'title: TODO\n', 'CITATION.cff:1: a `todo` is left'],
    [
      'a changelog of another dataset',
      'CHANGELOG.md',
      '# Changelog\n\n<!-- releases -->\n\n## 1.1.0 – 2024-02-01\n\nx\n\n## 1.0.0 – 2024-01-01\n\nx\n',
      'CHANGELOG.md:5 tells of version 1.1.0',
    ],
    ['a folder in the place of a file', 'LICENSE-DATA/x', '', 'LICENSE-DATA cannot be read: It is a folder'],
  ])('%s', async (_, name, text, message) => {
    rmSync(join(folder, name.split('/')[0] ?? ''));
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
    commit(folder);
    const before = readTree(folder);
    await expect(makeRelease(folder)).rejects.toThrow(message);
    expect(readTree(folder)).toEqual(before);
  });

  test('a text that is not UTF-8, which it would bend', async () => {
    writeFileSync(join(folder, 'CHANGELOG.md'), Buffer.from('caf\xe9', 'latin1'));
    commit(folder);
    await expect(makeRelease(folder)).rejects.toThrow('CHANGELOG.md is not valid UTF-8');
  });

  test('a folder that is no repository', async () => {
    renameSync(join(folder, '.git'), join(folder, 'build'));
    mkdirSync(join(folder, 'empty'));
    await expect(makeRelease(folder)).rejects.toThrow('git cannot say what is committed');
  });
});
