// What is handed in is what the commands write, once, and nothing else.
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runEdit } from '../../scripts/commands/editing.ts';
import { voteSheets } from '../../scripts/commands/voteSheets.ts';
import { settle } from '../../scripts/labelling/settle.ts';
import { ReviewSession } from '../../scripts/review/session.ts';
import { GAZETTE, HERALD, openWorkspace, record, type Workspace } from '../workspace.ts';
import { idOf, judgementOf, openMany } from './manyClaims.ts';
import { DAY, review } from './serve.ts';

const FIRST = idOf(1);
const VOTES = 'raw/votes/a9.jsonl';

/** Every file below raw/, by its path. */
function readRaw(workspace: Workspace): Record<string, string> {
  const names = readdirSync(workspace.path('raw'), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const entries = files.map((path) => [path.slice(workspace.root.length + 1), readFileSync(path, 'utf8')]);
  return Object.fromEntries(entries.sort());
}

test('48 claims that are voted on in the browser give the bytes in raw/ that the vote command gives', async () => {
  const [browser, sheet] = [openMany(48), openMany(48)];
  const client = await review(browser);
  let id: string | null = idOf(1);
  for (let number = 1; number <= 48; number += 1) {
    expect(id).toBe(idOf(number));
    const { digest, next } = await client.claim(idOf(number));
    const [verdict, confidence, note] = judgementOf(number);
    const { status } = await client.act('vote', { claim: idOf(number), digest, verdict, confidence, note });
    expect(status).toBe(200);
    id = next;
  }
  expect(readRaw(browser)).not.toHaveProperty(VOTES);
  expect((await client.act('hand-in', {})).body).toMatchObject({ votes: 48, waiting: [], refused: [] });

  const options = { raw: sheet.path('raw'), as: 'a9' };
  const path = sheet.path('sheet.yml');
  await record((terminal) => voteSheets({ ...options, sheet: path }, terminal, DAY));
  for (let number = 1; number <= 48; number += 1) {
    const [verdict, confidence, note] = judgementOf(number);
    const empty = `  - id: ${idOf(number)}\n    verdict: null\n    confidence: null\n    note: null`;
    const filled = empty
      .replace('verdict: null', () => `verdict: ${verdict}`)
      .replace('confidence: null', () => `confidence: ${confidence}`)
      .replace('note: null', () => `note: ${JSON.stringify(note)}`);
    sheet.edit('sheet.yml', empty, filled);
  }
  const read = await record((terminal) => voteSheets({ ...options, read: path }, terminal, DAY));
  expect(read.out).toContain('48 added');
  expect(readRaw(browser)).toEqual(readRaw(sheet));
  expect((await browser.validate()).exitCode).toBe(0);
}, 120_000);

test('handing in again changes nothing, also when a branch without the votes was checked out in between', async () => {
  const workspace = openWorkspace();
  const client = await review(workspace);
  await client.vote(FIRST, 'refuted');
  await client.act('hand-in', {});
  const once = readRaw(workspace);
  expect((await client.act('hand-in', {})).body).toMatchObject({ votes: 0, refused: [] });
  expect(readRaw(workspace)).toEqual(once);
  workspace.remove(VOTES);
  expect((await client.act('hand-in', {})).body).toMatchObject({ votes: 1 });
  expect(readRaw(workspace)).toEqual(once);
});

test('a vote that was cast by a sheet meanwhile is one vote', async () => {
  const workspace = openWorkspace();
  const client = await review(workspace);
  await client.vote(FIRST, 'refuted');
  const line = `{"claim":"${FIRST}","verdict":"supported","confidence":"low","date":"2024-05-10","guideline":"1"}\n`;
  workspace.file(VOTES, line);
  expect((await client.act('hand-in', {})).body).toMatchObject({ votes: 0 });
  expect(workspace.read(VOTES)).toBe(line);
});

test('the journal outlives the session, whatever a killed one left at its end', async () => {
  const workspace = openWorkspace();
  const client = await review(workspace);
  await client.vote(FIRST, 'refuted', 'medium', 'The log decides.');
  await client.stop();
  const journal = 'private/review/a9.jsonl';
  workspace.file(journal, `${workspace.read(journal)}{"act":"vote","claim":"gaz`);
  const later = await review(workspace);
  expect((await later.claim(FIRST)).own).toEqual({
    verdict: 'refuted',
    confidence: 'medium',
    note: 'The log decides.',
    advice: null,
    state: 'noted',
  });
  expect(await later.vote(idOf(2), 'supported')).toBe(200);
  expect((await later.act('hand-in', {})).body).toMatchObject({ votes: 2 });
  expect(workspace.read(VOTES).split('\n')).toHaveLength(3);
});

test('undo takes back what is noted, and nothing that is handed in', async () => {
  const workspace = openWorkspace();
  const client = await review(workspace);
  await client.vote(FIRST, 'refuted');
  expect((await client.act('undo', { claim: FIRST, of: 'vote' })).status).toBe(200);
  expect((await client.claim(FIRST)).own).toBeNull();
  expect((await client.act('undo', { claim: FIRST, of: 'vote' })).status).toBe(409);
  expect((await client.act('hand-in', {})).body).toMatchObject({ votes: 0 });
  expect(readRaw(workspace)).not.toHaveProperty(VOTES);
  await client.vote(FIRST, 'misleading');
  await client.act('hand-in', {});
  expect((await client.act('undo', { claim: FIRST, of: 'vote' })).status).toBe(409);
  expect(await client.vote(FIRST, 'refuted')).toBe(409);
  expect(workspace.read(VOTES)).toContain('"misleading"');
});

test('who has handed a vote in is told how it is taken back, and can do so', async () => {
  const workspace = openWorkspace();
  const client = await review(workspace);
  await client.vote(FIRST, 'misleading');
  await client.act('hand-in', {});
  const { own } = await client.claim(FIRST);
  expect(own?.advice).toContain(VOTES);
  expect(own?.advice).toContain('take its line out of the file and press Undo');
  workspace.remove(VOTES);
  await expect
    .poll(async () => (await client.act('undo', { claim: FIRST, of: 'vote' })).status, { timeout: 20_000 })
    .toBe(200);
  expect(await client.vote(FIRST, 'refuted')).toBe(200);
  // A vote in the article is put right by the command.
  const other = await review(workspace, { as: 'a1', blind: false });
  expect((await other.claim(FIRST)).own?.advice).toContain(`npm run revise -- ${FIRST} -v VERDICT --as a1`);
});

describe('whether something has changed since the page was drawn', () => {
  const generation = async (client: Awaited<ReturnType<typeof review>>) =>
    (JSON.parse((await client.ask('state')).text) as { generation: number }).generation;
  const OTHER = `{"claim":"${FIRST}","verdict":"supported","confidence":"low","date":"2024-05-10","guideline":"1"}\n`;

  test('is told where the words of a claim are others, and not where a file was only written again', async () => {
    const workspace = openWorkspace();
    const client = await review(workspace);
    const before = await generation(client);
    expect((await client.queue()) as unknown).toMatchObject({ generation: before });
    workspace.file(HERALD, `${workspace.read(HERALD)}\n`);
    await new Promise((done) => setTimeout(done, 1500));
    workspace.edit(GAZETTE, 'text: The river bridge', 'text: The old bridge');
    await expect.poll(() => generation(client), { timeout: 20_000 }).toBe(before + 1);
  });

  test("is told of somebody else's vote, but not while one judges blind", async () => {
    const workspace = openWorkspace();
    const [open, blind] = [await review(workspace, { blind: false }), await review(workspace, { as: 'a8' })];
    const before = [await generation(open), await generation(blind)];
    workspace.file('raw/votes/a2.jsonl', OTHER);
    await expect.poll(() => generation(open), { timeout: 20_000 }).toBe((before[0] ?? 0) + 1);
    workspace.edit(GAZETTE, 'text: The river bridge', 'text: The old bridge');
    await expect.poll(() => generation(blind), { timeout: 20_000 }).toBe((before[1] ?? 0) + 1);
  });
});

test('a claim whose id is longer than most is voted on like any other', async () => {
  const long = 'gazette'.padEnd(230, '-x').replace(/-$/, 'x');
  const workspace = openWorkspace();
  const text = workspace
    .read(GAZETTE)
    .replaceAll('gazette-2024-05-02', long)
    .replace(/same_as: \[herald.*\]/, 'same_as: []');
  workspace.remove(GAZETTE).file(`raw/articles/${long}.md`, text);
  workspace.edit(HERALD, 'same_as: [gazette-2024-05-02-c01]', 'same_as: []');
  const client = await review(workspace);
  expect(await client.vote(`${long}-c01`, 'refuted')).toBe(200);
  expect((await client.act('hand-in', {})).body).toMatchObject({ votes: 1, refused: [] });
});

describe('a claim that changes', () => {
  test('before it is voted on: the vote waits, with the claim as it is now, until it is confirmed', async () => {
    const workspace = openWorkspace();
    const client = await review(workspace);
    const { digest } = await client.claim(FIRST);
    workspace.edit(GAZETTE, 'text: The river bridge', 'text: The old bridge');
    const vote = { claim: FIRST, verdict: 'refuted', confidence: 'high', note: null };
    const answer = await client.act('vote', { ...vote, digest });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ now: { shown: { text: expect.stringContaining('The old bridge') } } });
    expect((await client.act('hand-in', {})).body).toMatchObject({ votes: 0, waiting: [FIRST] });
    const { digest: now, own } = await client.claim(FIRST);
    expect(own?.state).toBe('waits');
    expect((await client.act('vote', { ...vote, digest: now })).status).toBe(200);
    expect((await client.act('hand-in', {})).body).toMatchObject({ votes: 1, waiting: [] });
  });

  test('after it was voted on: the vote waits', async () => {
    const workspace = openWorkspace();
    const client = await review(workspace);
    await client.vote(FIRST, 'refuted');
    workspace.edit(GAZETTE, 'shows: The office', 'shows: The old office');
    const { body } = await client.act('hand-in', {});
    expect(body).toMatchObject({ votes: 0, waiting: [FIRST] });
    expect(readRaw(workspace)).not.toHaveProperty(VOTES);
  });

  test('in what a blind vote does not look at: the vote holds', async () => {
    const workspace = openWorkspace();
    const client = await review(workspace);
    await client.vote(FIRST, 'refuted');
    workspace.edit(GAZETTE, "justification: The harbour office's", "justification: The harbour's");
    expect((await client.act('hand-in', {})).body).toMatchObject({ votes: 1 });
  });
});

describe('a settlement', () => {
  const decision = { verdict: 'refuted', reason: 'The log decides.', justification: null };
  const openDiffering = () =>
    openWorkspace().file(
      'raw/votes/a2.jsonl',
      `{"claim":"${FIRST}","verdict":"supported","confidence":"low","date":"2024-05-10","guideline":"1"}\n`,
    );

  test('gives the bytes that the settle command gives, once', async () => {
    const [browser, typed] = [openDiffering(), openDiffering()];
    const client = await review(browser, { blind: false });
    const { settle: list } = await client.queue();
    expect(list.rows.map(({ id }) => id)).toEqual([FIRST]);
    const { open } = await client.claim(FIRST);
    expect(open?.settling?.revisions['refuted']).toBeNull();
    const said = { claim: FIRST, digest: open?.digest, ...decision };
    expect((await client.act('settle', said)).status).toBe(200);
    expect(readRaw(browser)).toEqual(readRaw(typed));
    expect((await client.act('hand-in', {})).body).toMatchObject({ settlements: 1, refused: [] });
    await record((terminal) =>
      runEdit('settle', { raw: typed.path('raw') }, terminal, (labels) =>
        settle(labels, FIRST, { verdict: 'refuted', reason: 'The log decides.', as: 'a9', date: DAY }),
      ),
    );
    expect(readRaw(browser)).toEqual(readRaw(typed));
    expect((await client.act('hand-in', {})).body).toMatchObject({ settlements: 0 });
    expect((await client.queue()).pending.waiting).toEqual([]);
    expect((await client.queue()).settle.all).toBe(0);
  });

  test('that an error would come with is refused with its rule, and nothing is written', async () => {
    const workspace = openDiffering();
    const before = readRaw(workspace);
    const client = await review(workspace, { blind: false });
    const { open } = await client.claim(FIRST);
    await client.act('settle', { claim: FIRST, digest: open?.digest, ...decision, verdict: 'misleading' });
    const { body } = await client.act('hand-in', {});
    expect(body).toMatchObject({
      settlements: 0,
      refused: [{ claim: FIRST, message: expect.stringContaining('D02') }],
    });
    expect(readRaw(workspace)).toEqual(before);
    expect((await client.act('undo', { claim: FIRST, of: 'settle' })).status).toBe(200);
    expect((await client.act('hand-in', {})).body).toMatchObject({ settlements: 0, refused: [] });
  });

  test('waits where a vote has come since', async () => {
    const workspace = openDiffering();
    const client = await review(workspace, { blind: false });
    const { open } = await client.claim(FIRST);
    await client.act('settle', { claim: FIRST, digest: open?.digest, ...decision });
    const line = `{"claim":"${FIRST}","verdict":"refuted","confidence":"low","date":"2024-05-11","guideline":"1"}\n`;
    workspace.file('raw/votes/a3.jsonl', line);
    expect((await client.act('hand-in', {})).body).toMatchObject({ settlements: 0, waiting: [FIRST] });
  });

  test('is refused to whoever has voted, and while they judge blind', async () => {
    const workspace = openDiffering();
    const voter = await review(workspace, { as: 'a2', blind: false });
    const { open } = await voter.claim(FIRST);
    expect(open?.settling).toBeNull();
    expect((await voter.act('settle', { claim: FIRST, digest: open?.digest, ...decision })).status).toBe(422);
    const blind = await review(workspace);
    const { digest } = await blind.claim(FIRST);
    expect((await blind.act('settle', { claim: FIRST, digest, ...decision })).status).toBe(403);
  });
});

test('a certain fix is noted, and made when it is handed in', async () => {
  const workspace = openWorkspace().edit(
    GAZETTE,
    'anchor: { start: 240, end: 274 }',
    'anchor: { start: 241, end: 275 }',
  );
  const client = await review(workspace, { blind: false });
  const { digest, open } = await client.claim(idOf(2));
  const fixable = open?.findings.find(({ fix }) => fix !== null);
  expect(fixable).toBeDefined();
  expect((await client.act('fix', { claim: idOf(2), digest, code: fixable?.code })).status).toBe(200);
  expect(workspace.read(GAZETTE)).toContain('start: 241');
  expect((await client.claim(idOf(2))).open?.fixing).toEqual([fixable?.code]);
  expect((await client.act('hand-in', {})).body).toMatchObject({ fixes: 1, refused: [] });
  expect(workspace.read(GAZETTE)).toContain('start: 240');
  expect((await client.act('fix', { claim: idOf(2), digest, code: 'A13' })).status).toBe(404);
});

test('a journal behind a link is not followed', async () => {
  const workspace = openWorkspace();
  symlinkSync('/tmp', workspace.path('private'));
  expect(() => new ReviewSession({ raw: workspace.path('raw'), annotator: 'a9', blind: true, day: () => DAY })).toThrow(
    'leads out of the project',
  );
});
