import { expect, test, vi } from 'vitest';
import { watch } from '../../scripts/commands/watch.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';

/** Runs a watch while `work` changes files; `next` gives the report of the next round. */
async function watching(
  workspace: Workspace,
  work: (next: () => Promise<string>) => Promise<void>,
  { clock = () => 0, onNote, reports = [] }: { clock?: () => number; onNote?: () => void; reports?: string[] } = {},
): Promise<number> {
  let end = () => {};
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  const terminal = {
    out: (text: string) => reports.push(text),
    // A round that fails says why, and is a round too.
    err: (text: string) => {
      if (text.startsWith('Examining')) onNote?.();
      else if (!/^\d+ ms\. Waiting/.test(text)) reports.push(text);
    },
    colour: false,
    interactive: false,
  };
  const ended = watch({ raw: workspace.path('raw'), format: 'text' }, terminal, clock, until);
  let seen = 0;
  const next = async () => {
    await vi.waitFor(() => expect(reports.length).toBeGreaterThan(seen), { timeout: 10_000 });
    seen = reports.length;
    return reports[seen - 1] ?? '';
  };
  try {
    await work(next);
  } finally {
    end();
  }
  return ended;
}

test('a change is judged, and the whole dataset with it', async () => {
  const workspace = openWorkspace();
  const exitCode = await watching(workspace, async (next) => {
    expect(await next()).toMatch(/^Validating .*\n\n2 articles, 3 claims: 0 errors/);
    workspace.edit(GAZETTE, 'verdict: refuted\n', 'verdict: supported\n');
    expect(await next()).toContain(' error D02 ');
    workspace.edit(GAZETTE, 'verdict: supported\n', 'verdict: refuted\n');
    expect(await next()).toContain(': 0 errors');
  });
  expect(exitCode).toBe(0);
});

test('so are a vocabulary, a file that is gone, and one that is new', async () => {
  const workspace = openWorkspace();
  await watching(workspace, async (next) => {
    await next();
    workspace.edit('raw/vocabulary/topics.yml', 'id: river-traffic', 'id: rivers');
    expect(await next()).toContain(' error V01 ');
    workspace.edit('raw/vocabulary/topics.yml', 'id: rivers', 'id: river-traffic');
    expect(await next()).toContain(': 0 errors');
    const text = workspace.read(HERALD);
    workspace.remove(HERALD);
    expect(await next()).toContain('1 article, ');
    workspace.file(HERALD, text);
    expect(await next()).toContain('2 articles, 3 claims: 0 errors');
  });
});

test('no error ends the watch, and a folder that comes again is watched again', async () => {
  const workspace = openWorkspace();
  const text = workspace.read(GAZETTE);
  const other = workspace.read(HERALD);
  await watching(workspace, async (next) => {
    expect(await next()).toContain(': 0 errors');
    workspace.remove('raw/articles');
    expect(await next()).toMatch(/^There is no folder .*raw\/articles\.\nWaiting for changes/);
    workspace.file(HERALD, other).file(GAZETTE, text);
    expect(await next()).toContain('2 articles, 3 claims: 0 errors');
    workspace.edit(GAZETTE, 'verdict: refuted\n', 'verdict: supported\n');
    expect(await next()).toContain(' error D02 ');
  });
});

test('a change while many articles are examined is not waited for: the round goes on with it', async () => {
  const workspace = openWorkspace();
  const text = workspace.read(HERALD);
  for (let day = 100; day < 400; day++)
    workspace.file(`raw/articles/other-${day}.md`, text.replaceAll('herald-2024-05-03', `other-${day}`));
  // Each look at the clock finds that a slice is over.
  let now = 0;
  const clock = () => (now += 1000);
  let notes = 0;
  const onNote = () => {
    notes += 1;
    if (notes === 2) workspace.edit(GAZETTE, 'title: Bridge', 'title: The bridge');
  };
  const reports: string[] = [];
  await watching(
    workspace,
    async (next) => {
      await next();
      workspace.edit('raw/vocabulary/topics.yml', 'label: River traffic', 'label: Traffic');
      await next();
      await new Promise((done) => setTimeout(done, 1000));
    },
    { clock, onNote, reports },
  );
  expect(notes).toBeGreaterThan(1);
  expect(reports).toHaveLength(2);
  for (const round of reports) expect(round).toMatch(/^Validating [\s\S]*302 articles/);
});
