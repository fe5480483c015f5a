// What a change of a file has examined again, and what it has not.
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { makeCorpus } from '../../bench/corpus.ts';
import { checkProject } from '../../scripts/examine/checkProject.ts';
import { openCache } from '../../scripts/examine/openCache.ts';
import { WatchedProject } from '../../scripts/examine/watchedProject.ts';
import { readSource } from '../../scripts/platform/reading.ts';
import { openProject, toPath } from '../../scripts/project/openProject.ts';
import { GAZETTE, openWorkspace, type Workspace } from '../workspace.ts';

/** A workspace of so many articles, and the path of one of them. */
function openMany(articles: number): { workspace: Workspace; raw: string; file: string } {
  const workspace = openWorkspace();
  workspace.remove('raw');
  makeCorpus(workspace.root, articles);
  const raw = toPath(workspace.path('raw'));
  return { workspace, raw, file: openProject({ raw }).articleFiles[Math.floor(articles / 2)] ?? '' };
}

test('an article that is touched leaves its neighbours, and is then examined alone', () => {
  const { raw, file } = openMany(200);
  const kept = new WatchedProject({ raw });
  const touch = () => {
    const round = kept.begin((path) => path === file);
    const { missing } = round;
    round.judge();
    return missing;
  };
  kept.check(() => false);
  expect(touch()).toBeGreaterThan(1);
  expect(touch()).toBe(1);
});

test('a round is done bit by bit, and one that is broken off loses nothing', () => {
  const { raw } = openMany(200);
  const kept = new WatchedProject({ raw });
  kept.begin(() => false).advance(() => true);
  const next = kept.begin(() => false);
  expect(next.missing).toBeGreaterThan(0);
  expect(next.missing).toBeLessThan(200);
  expect(next.judge().summary.articles).toBe(200);
  expect(next.missing).toBe(0);
});

test('what an article does not depend on has none examined again', () => {
  const workspace = openWorkspace();
  const raw = toPath(workspace.path('raw'));
  const kept = new WatchedProject({ raw });
  kept.check(() => false);
  workspace.edit('CITATION.cff', 'title: ', 'title: Another ');
  expect(kept.begin(() => false).missing).toBe(0);
  workspace.file(
    'raw/votes/a3.jsonl',
    '{"claim":"gazette-2024-05-02-c01","verdict":"supported","confidence":"low","date":"2024-05-10","guideline":"1"}\n',
  );
  const voted = kept.begin(() => false);
  expect(voted.missing).toBeGreaterThan(0);
  expect(voted.judge().findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['C17']));
});

test('an article judged alone tells its own mistakes before the others are looked at', () => {
  const { workspace, raw } = openMany(200);
  const [first = '', second = ''] = openProject({ raw }).articleFiles.slice(20);
  for (const file of [first, second])
    workspace.edit(`raw/articles/${basename(file)}`, 'nature: original', 'nature: orginal');
  const read: string[] = [];
  const kept = new WatchedProject({
    raw,
    read: (path, within) => {
      if (path.endsWith('.md')) read.push(path);
      return readSource(path, within);
    },
  });
  const round = kept.begin(() => false);
  expect(round.judgeAlone(first).map(({ file, code }) => [file, code])).toEqual([[first, 'A13']]);
  expect(read).toEqual([first]);
  expect(
    round
      .judge()
      .findings.filter(({ code }) => code === 'A13')
      .map(({ file }) => file),
  ).toEqual([first, second]);
});

test('results of an earlier run are taken for articles that have not changed', async () => {
  const { raw, file, workspace } = openMany(200);
  const folder = workspace.path('results');
  const project = openProject({ raw });
  // A file that was written a moment ago cannot be told from one that is being written.
  await new Promise((done) => setTimeout(done, 2500));
  const cache = openCache({ folder, program: 'test' }, project);
  const check = await checkProject(project, { cache, jobs: 1 });
  await cache?.finish(check);
  cache?.close();
  const read: string[] = [];
  const kept = new WatchedProject(
    {
      raw,
      read: (path, within) => {
        if (path.endsWith('.md')) read.push(path);
        return readSource(path, within);
      },
    },
    { cache: { folder, program: 'test' } },
  );
  const round = kept.begin((path) => path === file);
  round.advance(() => false);
  expect(read).toContain(file);
  expect(read.length).toBeLessThan(200);
  expect(round.judge().findings).toEqual(check.findings);
});

test('of ids it is known which articles use them', () => {
  const workspace = openWorkspace();
  const raw = toPath(workspace.path('raw'));
  const kept = new WatchedProject({ raw });
  kept.check(() => false);
  const users = new Map<string, string[]>();
  for (const { articles, uses, users: places } of kept.facts)
    for (const [i, id] of uses.publishers.entries())
      users.set(
        id,
        (places.publishers[i] ?? []).map((place) => articles[place]?.file ?? ''),
      );
  expect(users.get('the-gazette')).toEqual([toPath(workspace.path(GAZETTE))]);
});
