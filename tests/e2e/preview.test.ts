import { expect, onTestFinished, test } from 'vitest';
import { explore } from '../../scripts/commands/explore.ts';
import type { PartTable, ShownFindings } from '../../scripts/explorer/preview/news.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';

/** Serves a workspace until the test has ended; gives its address. */
async function serve(workspace: Workspace): Promise<string> {
  const stop = new AbortController();
  let said = '';
  const hear = (text: string) => {
    said += text;
  };
  const terminal = { out: hear, err: hear, colour: false, interactive: false };
  const running = explore({ raw: workspace.path('raw'), serve: '0' }, terminal, stop.signal);
  onTestFinished(async () => {
    stop.abort();
    await running;
  });
  await expect.poll(() => said, { timeout: 30_000 }).toContain('until Ctrl+C');
  return /http:\S+/.exec(said)?.[0] ?? '';
}

/** What a page hears that opens now. */
async function hear(url: string): Promise<PartTable> {
  const reader = (await fetch(`${url}changes`)).body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return JSON.parse(new TextDecoder().decode(value).replace(/^data: /, ''));
}

async function read(url: string, digest: string | undefined): Promise<string> {
  return (await fetch(`${url}parts/${digest}`)).text();
}

async function readFindings(url: string): Promise<ShownFindings> {
  return JSON.parse(await read(url, (await hear(url))['findings']));
}

/** The table of parts once it is another one. */
async function hearAfter(url: string, before: PartTable): Promise<PartTable> {
  await expect.poll(() => hear(url), { timeout: 30_000 }).not.toEqual(before);
  return hear(url);
}

test('a change of one label is sent as the parts that differ, and nothing else', async () => {
  const workspace = openWorkspace();
  const url = await serve(workspace);
  const before = await hear(url);
  workspace.edit(GAZETTE, "The harbour office's log shows", 'The log of the harbour office shows');
  const after = await hearAfter(url, before);
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  expect(changed).toContain('data-details-0');
  for (const name of ['frame', 'data-articles', 'findings', 'data-document-guidelines'])
    expect(changed).not.toContain(name);
  const sent = await Promise.all(changed.map((name) => read(url, after[name])));
  const page = await (await fetch(url)).text();
  expect(sent.join('').length).toBeLessThan(page.length / 4);
  // What it was before can no longer be asked for.
  expect((await fetch(`${url}parts/${before['data-details-0']}`)).status).toBe(404);
}, 120_000);

test('after some changes it serves the page that a new preview of the same labels serves', async () => {
  const workspace = openWorkspace();
  const url = await serve(workspace);
  const changes: (() => void)[] = [
    () => workspace.edit(GAZETTE, 'verdict: refuted', 'verdict: misleading'),
    () => workspace.edit(GAZETTE, 'verdict: misleading', 'verdict: refuted'),
    () => workspace.edit(HERALD, 'title: ', 'title: Late edition, '),
    () => workspace.edit('raw/vocabulary/verdicts.yml', 'label: ', 'label: Quite '),
  ];
  for (const change of changes) {
    const before = await hear(url);
    change();
    await hearAfter(url, before);
  }
  const again = await serve(workspace);
  expect(await hear(url)).toEqual(await hear(again));
  expect((await (await fetch(url)).text()) === (await (await fetch(again)).text())).toBe(true);
}, 120_000);

test('an error is shown at its claim beside the last good page, until it is put right', async () => {
  const workspace = openWorkspace();
  const url = await serve(workspace);
  const before = await hear(url);
  const good = await (await fetch(url)).text();
  workspace.edit(GAZETTE, 'type: numerical', 'type: numercial');
  const during = await hearAfter(url, before);
  expect({ ...during, findings: null }).toEqual({ ...before, findings: null });
  const { findings, behind } = await readFindings(url);
  expect(behind).toContain('the state before the last change');
  expect(findings[0]).toMatchObject({
    code: 'A13',
    severity: 'error',
    place: expect.stringMatching(/gazette-2024-05-02\.md:\d+:\d+$/),
    found: '`numercial`',
    hint: expect.stringContaining('numerical'),
    article: 'gazette-2024-05-02',
    claim: 'gazette-2024-05-02-c01',
  });
  expect((await (await fetch(url)).text()) === good).toBe(true);
  workspace.edit(GAZETTE, 'type: numercial', 'type: numerical');
  await expect.poll(() => hear(url), { timeout: 30_000 }).toEqual(before);
}, 120_000);

test('labels that are no YAML any more end nothing: the error is shown, and goes when it is put right', async () => {
  const workspace = openWorkspace();
  const url = await serve(workspace);
  const before = await hear(url);
  workspace.edit(GAZETTE, 'claims:\n', 'claims: [\n');
  await hearAfter(url, before);
  const { findings, behind } = await readFindings(url);
  expect(behind).not.toBeNull();
  expect(findings.some(({ severity, place }) => severity === 'error' && place.includes('gazette'))).toBe(true);
  workspace.edit(GAZETTE, 'claims: [\n', 'claims:\n');
  await expect.poll(() => hear(url), { timeout: 30_000 }).toEqual(before);
}, 120_000);
