import { existsSync, renameSync, rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { explore } from '../../scripts/commands/explore.ts';
import { GAZETTE, openWorkspace, type Workspace } from '../workspace.ts';

test('the page of a dataset is written where it is asked for', async () => {
  const workspace = openWorkspace();
  await workspace.build();
  const { exitCode, out } = await workspace.explore({ out: workspace.path('some/where/page.html') });
  expect(exitCode).toBe(0);
  expect(out).toMatch(/page\.html: \d+ claims/);
  expect(workspace.read('some/where/page.html').includes('Gazette Claims')).toBe(true);
});

test('more claims than a page can hold are for a site', async () => {
  const workspace = openWorkspace();
  await workspace.build();
  const manifest = JSON.parse(workspace.read('dataset/manifest.json'));
  manifest.counts.claims = 100_001;
  workspace.file('dataset/manifest.json', JSON.stringify(manifest));
  await expect(workspace.explore({ out: workspace.path('page.html') })).rejects.toThrow(
    '100001 claims are too many for one page, which holds 100000 at most. `explore --site DIR` writes a site',
  );
  expect(existsSync(workspace.path('page.html'))).toBe(false);
});

test('a site is a folder of pages, and replaces no folder that holds anything else', async () => {
  const workspace = openWorkspace();
  await workspace.build();
  const site = workspace.path('site');
  const write = () => workspace.explore({ out: undefined as never, site, base: 'https://example.org/gazette' });
  expect((await write()).exitCode).toBe(0);
  expect(workspace.read('site/sitemap.xml')).toContain('<loc>https://example.org/gazette/articles/');
  expect((await write()).exitCode).toBe(0);
  workspace.file('site/notes.txt', 'mine');
  await expect(write()).rejects.toThrow('notes.txt');
  expect(workspace.read('site/notes.txt')).toBe('mine');
}, 60_000);

test('the address of a site must be one', async () => {
  const workspace = openWorkspace();
  await workspace.build();
  const options = { out: undefined as never, site: workspace.path('site'), base: 'nowhere' };
  await expect(workspace.explore(options)).rejects.toThrow('nowhere is no web address');
});

test('without a dataset it says how to make one', async () => {
  await expect(openWorkspace().explore()).rejects.toThrow('run `npm run build:dataset`');
});

test('the page of a private edition may not lie where a release would pack it', async () => {
  const workspace = openWorkspace();
  const captures = workspace.path('captures');
  await workspace.build({ withText: true, captures, out: workspace.path('private') });
  const dataset = workspace.path('private');
  await expect(workspace.explore({ dataset, out: 'build/explorer/index.html' })).rejects.toThrow('private edition');
  await workspace.explore({ dataset });
  expect(workspace.read('index.html').includes('Private edition, not for publication.')).toBe(true);
});

test('a port that is none is refused', async () => {
  await expect(openWorkspace().explore({ serve: '70000' })).rejects.toThrow('70000 is no port');
});

test('what is served follows the labels, and keeps the last good page while they are wrong', async () => {
  const workspace = openWorkspace();
  const stop = new AbortController();
  let said = '';
  const hear = (text: string) => {
    said += text;
  };
  const running = explore(
    { raw: workspace.path('raw'), serve: '0' },
    { out: hear, err: hear, colour: false, interactive: false },
    stop.signal,
  );
  onTestFinished(async () => {
    stop.abort();
    await running;
  });
  const url = await expect
    .poll(() => /http:\S+/.exec(said)?.[0], { timeout: 20_000 })
    .toBeTruthy()
    .then(() => /http:\S+/.exec(said)?.[0] ?? '');
  const good = await (await fetch(url)).text();
  expect(good.includes('new EventSource')).toBe(true);

  workspace.edit(GAZETTE, 'title: ', 'titel: ');
  await expect.poll(() => said, { timeout: 20_000 }).toContain('The page stays as it was');
  expect((await (await fetch(url)).text()) === good).toBe(true);

  workspace.edit(GAZETTE, 'titel: ', 'title: Late edition, ');
  await expect.poll(() => said, { timeout: 20_000 }).toContain('Shown again.');
  expect((await (await fetch(url)).text()) === good).toBe(false);
}, 60_000);

test.each([
  ['a folder in the place of a file', (work: Workspace) => work.file('DATASHEET.md/x', '')],
  ['no folder of articles', (work: Workspace) => renameSync(work.path('raw/articles'), work.path('raw/away'))],
])(
  '%s ends no server: it says why, shows what it had, and goes on',
  async (_, damage) => {
    const workspace = openWorkspace();
    const stop = new AbortController();
    let said = '';
    const hear = (text: string) => {
      said += text;
    };
    const running = explore(
      { raw: workspace.path('raw'), serve: '0' },
      { out: hear, err: hear, colour: false, interactive: false },
      stop.signal,
    );
    await expect.poll(() => said, { timeout: 20_000 }).toContain('until Ctrl+C');
    const url = /http:\S+/.exec(said)?.[0] ?? '';
    const good = await (await fetch(url)).text();
    damage(workspace);
    workspace.file('raw/articles.txt', 'a change');
    await expect.poll(() => said, { timeout: 20_000 }).toContain('The page stays as it was.');
    expect(said).not.toContain('    at ');
    expect((await (await fetch(url)).text()) === good).toBe(true);
    for (const path of ['DATASHEET.md', 'raw/articles.txt'])
      rmSync(workspace.path(path), { recursive: true, force: true });
    if (existsSync(workspace.path('raw/away'))) renameSync(workspace.path('raw/away'), workspace.path('raw/articles'));
    workspace.edit(GAZETTE, 'title: ', 'title: Late edition, ');
    await expect.poll(() => said, { timeout: 20_000 }).toContain('Shown again.');
    stop.abort();
    expect(await running).toBe(0);
  },
  60_000,
);

test('a stop ends the server', async () => {
  const { exitCode, out } = await openWorkspace().explore({ out: undefined as never, serve: '0' });
  expect(exitCode).toBe(0);
  expect(out).toContain('http://127.0.0.1:');
});
