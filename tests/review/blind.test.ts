// While somebody judges blind, how others judged is in no byte that is sent.
import { expect, test } from 'vitest';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';
import { type Client, review } from './serve.ts';

/** Two projects of the same claims and evidence that differ in all that a blind vote hides. */
function openTwins(): [Workspace, Workspace] {
  const [one, other] = [openWorkspace(), openWorkspace()];
  for (const file of [GAZETTE, HERALD]) {
    const text = one.read(file);
    other.file(file, judgeOtherwise(text));
    expect(other.read(file)).not.toBe(text);
  }
  other.file(
    'raw/votes/a7.jsonl',
    `${JSON.stringify({ claim: 'gazette-2024-05-02-c01', verdict: 'misleading', confidence: 'low', date: '2024-05-20', guideline: '1', note: 'SECRETNOTE' })}\n`,
  );
  return [one, other];
}

/** Turns every verdict, stance, status and vote, and words every reason otherwise. */
function judgeOtherwise(text: string): string {
  const turned: Record<string, string> = { supports: 'refutes', refutes: 'supports', context: 'supports' };
  return text
    .replace(/verdict: (supported|refuted)/g, (_, verdict) =>
      verdict === 'supported' ? 'verdict: refuted' : 'verdict: supported',
    )
    .replace(/stance: (supports|refutes|context)/g, (_, stance: string) => `stance: ${turned[stance]}`)
    .replace(/justification: .*/g, 'justification: "SECRETREASON"')
    .replace(/status: (labelled|reviewed)/g, (_, status) =>
      status === 'labelled' ? 'status: draft' : 'status: disputed',
    );
}

/** Everything that the page can ask for, and acts that are refused or noted. */
async function askForEverything(client: Client): Promise<string[]> {
  const { vote, missing, pending } = await client.queue();
  const ids = vote.rows.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(2);
  expect(missing.all + pending.votes.length).toBeGreaterThanOrEqual(0);
  for (const id of ids) {
    const { digest } = await client.claim(id);
    await client.act('settle', { claim: id, digest, verdict: 'refuted', reason: 'x', justification: 'y' });
    await client.act('fix', { claim: id, digest, code: 'C05' });
    await client.act('undo', { claim: id, of: 'vote' });
    await client.act('vote', { claim: id, digest: '0'.repeat(64), verdict: 'refuted', confidence: 'low', note: null });
    await client.queue();
    await client.act('vote', { claim: id, digest, verdict: 'refuted', confidence: 'low', note: 'mine' });
    await client.act('vote', { claim: id, digest, verdict: 'nothing', confidence: 'low', note: null });
    await client.claim(id);
    await client.act('undo', { claim: id, of: 'vote' });
    await client.claim(id);
  }
  for (const path of ['', 'queue', 'claims/gazette-2024-05-02-c99', 'findings']) await client.ask(path);
  return client.sent;
}

test('two projects that differ in verdicts, reasons, stances, statuses and votes answer the same bytes', async () => {
  const [one, other] = openTwins();
  const sent = await askForEverything(await review(one));
  const again = await askForEverything(await review(other));
  expect(sent.length).toBeGreaterThan(30);
  expect(again).toEqual(sent);
}, 60_000);

test('whoever does not judge blind is answered otherwise, so that the comparison can tell', async () => {
  const [one, other] = openTwins();
  const sent = await askForEverything(await review(one, { blind: false }));
  const again = await askForEverything(await review(other, { blind: false }));
  expect(again).not.toEqual(sent);
  expect(again.join('')).toContain('SECRETREASON');
  expect(again.join('')).toContain('SECRETNOTE');
}, 60_000);

test('a vote that is only noted shows nothing; one that is handed in shows its own claim and no other', async () => {
  const [, workspace] = openTwins();
  const client = await review(workspace);
  const id = 'gazette-2024-05-02-c01';
  expect(await client.vote(id, 'refuted')).toBe(200);
  expect((await client.claim(id)).open).toBeNull();
  expect(client.sent.join('')).not.toContain('SECRET');
  expect((await client.act('hand-in', {})).body).toMatchObject({ votes: 1, refused: [] });
  const { open } = await client.claim(id);
  expect(open?.votes.map(({ annotator }) => annotator)).toContain('a7');
  const { differ, settle, findings, agreement } = await client.queue();
  expect(differ.rows.map((row) => row.id)).toEqual([id]);
  expect([settle.all, findings.all, agreement]).toEqual([0, 0, null]);
  const left = client.sent.length;
  for (const { id: other } of (await client.queue()).vote.rows) expect((await client.claim(other)).open).toBeNull();
  const text = client.sent.slice(left).join('');
  expect(text).not.toContain('SECRETREASON');
  expect(text).not.toMatch(/"(?:stance|status|justification)":/);
}, 60_000);

test('a claim shows in the browser what it shows on a sheet', async () => {
  const workspace = openWorkspace();
  const client = await review(workspace);
  const { shown } = await client.claim('gazette-2024-05-02-c01');
  expect(Object.keys(shown)).toEqual(['id', 'text', 'quote', 'claimant', 'claim_date', 'evidence']);
  expect(Object.keys(shown.evidence[0] ?? {})).toEqual([
    'url',
    'archive_url',
    'title',
    'publisher',
    'published',
    'language',
    'shows',
    'quote',
  ]);
});
