// Votes that differ → a claim that is published as disputed until somebody settles it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { verify } from '../../scripts/commands/verify.ts';
import { commit, edit, makeRelease, makeRepository, record } from '../release/releasedProject.ts';
import { GAZETTE, openWorkspace, type Workspace } from '../workspace.ts';

const VOTE = '- { annotator: a1, verdict: refuted, confidence: high, date: 2024-05-09, guideline: "1" }';
const vote = (annotator: string, verdict: string) =>
  `- { annotator: ${annotator}, verdict: ${verdict}, confidence: low, date: 2024-05-10, guideline: "1" }`;

/** The example with more votes on its first claim. */
const openVoted = (...votes: string[]) => openWorkspace().edit(GAZETTE, VOTE, [VOTE, ...votes].join('\n      '));

/** Does what the hint of C05 says. */
const dispute = (workspace: Workspace, verdict = 'null') =>
  workspace
    .edit(GAZETTE, 'status: labelled', 'status: disputed')
    .edit(GAZETTE, 'verdict: refuted\n', `verdict: ${verdict}\n`);

const codes = async (workspace: Workspace) => (await workspace.report()).findings.map(({ code }) => code);
const first = (workspace: Workspace, table: string) =>
  workspace.rows(`${table}.jsonl`).filter((row) => row['claim_id'] === 'gazette-2024-05-02-c01');

describe('a second vote that differs', () => {
  test('is an error that says what to do, and the claim is then disputed', async () => {
    const workspace = openVoted(vote('a2', 'misleading'));
    const [finding] = (await workspace.report()).findings;
    expect(finding).toMatchObject({ code: 'C05', hint: expect.stringMatching(/`disputed`.*or settle it/) });
    dispute(workspace);
    expect(await codes(workspace)).toEqual(['C17']);
  });

  test('is published with all votes, and without a verdict', async () => {
    const workspace = openVoted(vote('a2', 'misleading'));
    dispute(workspace);
    expect((await workspace.build()).exitCode).toBe(0);
    const [row] = first(workspace, 'claims');
    expect(row).toMatchObject({ status: 'disputed', verdict: null, confidence: null, votes: 2 });
    expect(first(workspace, 'annotations').map(({ verdict }) => verdict)).toEqual(['refuted', 'misleading']);
    expect(workspace.read('dataset/claimreview.jsonld')).not.toContain('gazette-2024-05-02-c01');
    const { counts } = JSON.parse(workspace.read('dataset/manifest.json'));
    expect(counts.claims_by_status.disputed).toBe(1);
    expect(counts.agreement).toMatchObject({ claims: 1, raw: 0 });
    expect((await workspace.explore()).exitCode).toBe(0);
  });

  test('leaves the verdict that more than half vote for', async () => {
    const workspace = openVoted(vote('a2', 'misleading'), vote('a3', 'refuted'));
    dispute(workspace, 'refuted');
    await workspace.build();
    expect(first(workspace, 'claims')[0]).toMatchObject({ status: 'disputed', verdict: 'refuted' });
    workspace.edit(GAZETTE, 'verdict: refuted\n', 'verdict: misleading\n');
    const [finding] = (await workspace.report()).findings;
    expect(finding).toMatchObject({ code: 'C05', expected: 'null, or `refuted`, which most vote for' });
  });

  test('is settled by a third person, and both votes stay', async () => {
    const workspace = openVoted(vote('a2', 'misleading'));
    dispute(workspace);
    workspace
      .edit(GAZETTE, 'verdict: null', 'verdict: misleading')
      .edit(GAZETTE, 'status: disputed', 'adjudication: The log counts days, not hours.\n    status: adjudicated')
      .edit(GAZETTE, 'same_as: [herald-2024-05-03-c01]', 'same_as: []')
      .edit('raw/articles/herald-2024-05-03.md', 'same_as: [gazette-2024-05-02-c01]', 'same_as: []');
    const report = await workspace.report({ except: ['D'] });
    expect(report.findings).toEqual([]);
  });

  test('is taken for settled where somebody has said how', async () => {
    const workspace = openVoted(vote('a2', 'misleading')).edit(
      GAZETTE,
      'status: labelled',
      'adjudication: The log counts days.\n    status: labelled',
    );
    await workspace.fix();
    expect(workspace.read(GAZETTE)).toContain('status: adjudicated');
    expect(await codes(workspace)).toEqual([]);
  });
});

test('a second vote that agrees makes the claim reviewed', async () => {
  const workspace = openVoted(vote('a2', 'refuted'));
  expect(await codes(workspace)).toEqual(['C06']);
  await workspace.fix();
  expect(workspace.read(GAZETTE)).toContain('status: reviewed');
  expect(await codes(workspace)).toEqual([]);
});

describe('one annotator who judges anew', () => {
  /** What the annotator writes who follows the hint: the vote, and the entry of revisions. */
  const follow = (workspace: Workspace, hint: string) => {
    const entry = /`field: (\w+)`, `from: (.+?)`, `to: (.+?)`/.exec(hint);
    const [, field, from, to] = entry ?? [];
    return workspace
      .edit(
        GAZETTE,
        'annotator: a1, verdict: refuted, confidence: high, date: 2024-05-09',
        'annotator: a1, verdict: misleading, confidence: high, date: 2024-05-20',
      )
      .edit(
        GAZETTE,
        'revisions: []',
        `revisions:\n      - { date: 2024-05-20, field: ${field}, from: ${from}, to: ${to}, reason: The log counts days. }`,
      );
  };

  test.each([
    ['changes the verdict', (text: Workspace) => text, 'C05'],
    [
      'takes it for a settlement',
      (text: Workspace) => text.edit(GAZETTE, 'status: labelled', 'adjudication: The log.\n    status: adjudicated'),
      'C06',
    ],
    [
      'takes it for a difference',
      (text: Workspace) => text.edit(GAZETTE, 'status: labelled', 'status: disputed'),
      'C06',
    ],
  ])('%s, and one hint puts it right', async (_, write, code) => {
    const workspace = openWorkspace().edit(GAZETTE, 'verdict: refuted\n', 'verdict: misleading\n');
    write(workspace)
      .edit(GAZETTE, 'same_as: [herald-2024-05-03-c01]', 'same_as: []')
      .edit('raw/articles/herald-2024-05-03.md', 'same_as: [gazette-2024-05-02-c01]', 'same_as: []');
    const [finding] = (await workspace.report({ except: ['D'] })).findings;
    expect(finding?.code).toBe(code);
    follow(workspace, finding?.hint ?? '');
    if (code === 'C06')
      workspace.file(
        GAZETTE,
        workspace.read(GAZETTE).replace(/(adjudication: .*\n {4})?status: (adjudicated|disputed)/, 'status: labelled'),
      );
    expect((await workspace.report({ except: ['D'] })).findings).toEqual([]);
  });

  test('votes a second time, and the same hint says how it is one vote', async () => {
    const workspace = openVoted(vote('a1', 'misleading'));
    const { findings } = await workspace.report();
    const hints = findings.map(({ hint }) => hint ?? '');
    expect(findings.map(({ code }) => code)).toEqual(['C07', 'C05']);
    expect(hints.filter((hint) => hint.includes('where a1 has judged anew')).length).toBeGreaterThan(0);
  });
});

describe('a release', () => {
  const open = () => {
    const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    makeRepository(folder);
    edit(folder, GAZETTE, VOTE, `${VOTE}\n      ${vote('a2', 'misleading')}`);
    edit(folder, GAZETTE, 'status: labelled', 'status: disputed');
    edit(folder, GAZETTE, 'verdict: refuted\n', 'verdict: null\n');
    commit(folder);
    return folder;
  };

  test('refuses an open difference, and makes it where it is allowed', { timeout: 120_000 }, async () => {
    const folder = open();
    const refused = await makeRelease(folder);
    expect(refused.exitCode).toBe(1);
    expect(refused.out).toContain(
      'Nothing was released: 1 claim is disputed. Settle what is open, or say --allow-disputed.',
    );
    expect((await makeRelease(folder, { allowDisputed: true })).exitCode).toBe(0);
  });

  test('takes a released verdict back without a revision, and asks for one once another is settled', {
    timeout: 120_000,
  }, async () => {
    const folder = open();
    edit(folder, GAZETTE, `\n      ${vote('a2', 'misleading')}`, '');
    edit(folder, GAZETTE, 'status: disputed', 'status: labelled');
    edit(folder, GAZETTE, 'verdict: null', 'verdict: refuted');
    commit(folder);
    expect((await makeRelease(folder)).exitCode).toBe(0);
    commit(folder);
    edit(folder, GAZETTE, VOTE, `${VOTE}\n      ${vote('a2', 'misleading')}`);
    edit(folder, GAZETTE, 'status: labelled', 'status: disputed');
    edit(folder, GAZETTE, 'verdict: refuted\n', 'verdict: null\n');
    commit(folder);
    expect((await makeRelease(folder, { allowDisputed: true, dryRun: true })).exitCode).toBe(0);
    edit(folder, GAZETTE, 'verdict: null', 'verdict: misleading');
    edit(folder, GAZETTE, 'status: disputed', 'adjudication: The log.\n    status: adjudicated');
    commit(folder);
    expect((await makeRelease(folder, { dryRun: true })).out).toContain('R01');
    edit(folder, GAZETTE, 'verdict: misleading\n', 'verdict: null\n');
    edit(folder, GAZETTE, 'adjudication: The log.\n    status: adjudicated', 'status: disputed');
    commit(folder);
    const { exitCode, out } = await makeRelease(folder, { allowDisputed: true });
    expect(exitCode).toBe(0);
    expect(out).toContain('Version 1.1.0');
    const archive = /^\S+\.tar\.gz$/m.exec(out)?.[0] ?? '';
    expect(await record((terminal) => verify(archive, {}, terminal))).toMatchObject({ exitCode: 0 });
  });
});
