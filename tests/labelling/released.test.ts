// Claims that a release has: corrections of them leave a revision, and what readers were told never vanishes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readYaml } from '../../scripts/yaml/readYaml.ts';
import { commit, edit, makeRelease, makeRepository } from '../release/releasedProject.ts';
import { GAZETTE, HERALD, Workspace } from '../workspace.ts';
import { TODAY, type } from './typed.ts';

const FIRST = 'gazette-2024-05-02-c01';

/** The example with a release of it. */
async function openReleased(): Promise<Workspace> {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  makeRepository(folder);
  edit(folder, GAZETTE, 'same_as: [herald-2024-05-03-c01]', 'same_as: []');
  edit(folder, HERALD, `same_as: [${FIRST}]`, 'same_as: []');
  commit(folder);
  expect((await makeRelease(folder)).exitCode).toBe(0);
  return new Workspace(folder);
}

const revisionsOf = (workspace: Workspace) => {
  const [, yaml = ''] = workspace.read(GAZETTE).split('---\n');
  return (readYaml(yaml) as { claims: { revisions: object[] }[] }).claims[0]?.revisions;
};

// Without the links that `openReleased` takes out, two claims are told to be alike (D06).
const codes = async (workspace: Workspace) =>
  (await workspace.report()).findings.map(({ code }) => code).filter((code) => code !== 'D06');

test('revise writes what changed and why, field by field', { timeout: 120_000 }, async () => {
  const workspace = await openReleased();
  const reason = 'حول: "خطأ"';
  const words = ['-t', 'The bridge was closed for long.', '--claim-date', '2024-05-01', '-r', reason];
  await type(workspace, ['revise', FIRST, ...words]);
  const text = 'The river bridge at Aldport was closed for eleven days in April 2024.';
  expect(revisionsOf(workspace)).toEqual([
    { date: TODAY, field: 'text', from: text, to: 'The bridge was closed for long.', reason },
    { date: TODAY, field: 'claim_date', from: '2024-05-02', to: '2024-05-01', reason },
  ]);
  expect(await codes(workspace)).toEqual([]);
  await type(workspace, ['revise', FIRST, '--type', 'event', '-r', 'Of no interest to readers of releases.']);
  expect(revisionsOf(workspace)).toHaveLength(2);
  expect(await codes(workspace)).toEqual([]);
});

test('who judged alone corrects a released verdict with their vote', { timeout: 120_000 }, async () => {
  const workspace = await openReleased();
  const reason = 'Three days are true of one lane.';
  await type(workspace, ['revise', FIRST, '-v', 'misleading', '-r', reason, '--as', 'a1']);
  expect(revisionsOf(workspace)).toEqual([
    { date: TODAY, field: 'verdict', from: 'refuted', to: 'misleading', reason },
  ]);
  expect(await codes(workspace)).toEqual([]);
});

test('a vote that differs opens the claim, and a third person settles it', { timeout: 120_000 }, async () => {
  const workspace = await openReleased();
  const before = workspace.read(GAZETTE);
  const { out } = await type(workspace, ['vote', FIRST, '-v', 'misleading', '-c', 'medium', '--as', 'a2']);
  expect(out).toContain('a2 votes misleading; the claim is disputed.');
  expect(workspace.read(GAZETTE)).toContain('    verdict: null\n');
  expect(await codes(workspace)).toEqual(['C17']);
  const settling = ['settle', FIRST, '-r', 'Журнал: три дні.', '--as', 'a3', '-v'];
  await type(workspace, [...settling, 'misleading']);
  const after = workspace.read(GAZETTE);
  expect(after).toContain('    adjudication: "a3: Журнал: три дні."\n');
  expect(revisionsOf(workspace)).toMatchObject([{ from: 'refuted', to: 'misleading', reason: 'Журнал: три дні.' }]);
  expect(await codes(workspace)).toEqual([]);
  await type(workspace, ['settle', '--undo']);
  await type(workspace, [...settling, 'refuted']);
  expect(workspace.read(GAZETTE)).toContain('    verdict: refuted\n');
  expect(revisionsOf(workspace)).toEqual([]);
  expect(await codes(workspace)).toEqual([]);
  await type(workspace, ['settle', '--undo']);
  await type(workspace, ['vote', '--undo']);
  expect(workspace.read(GAZETTE)).toBe(before);
});

test('votes of files of their own count as those in the claim', { timeout: 120_000 }, async () => {
  const workspace = await openReleased();
  workspace.file(
    'raw/votes/a2.jsonl',
    `${JSON.stringify({ claim: FIRST, verdict: 'misleading', confidence: 'low', date: '2024-05-20', guideline: '1' })}\n`,
  );
  expect((await type(workspace, ['vote', FIRST, '-v', 'refuted', '-c', 'low', '--as', 'a2'])).err).toContain(
    'a2 has voted',
  );
  expect((await type(workspace, ['revise', FIRST, '-v', 'misleading', '-r', 'No.', '--as', 'a1'])).err).toContain(
    'The votes differ: `settle` gives the claim its verdict.',
  );
  await type(workspace, ['vote', FIRST, '-v', 'misleading', '-c', 'high', '--as', 'a3']);
  expect(workspace.read(GAZETTE)).toMatch(/ {4}verdict: null\n[\s\S]* {4}status: disputed\n/);
  await type(workspace, ['settle', FIRST, '-v', 'misleading', '-r', 'Two of three.', '--as', 'a4']);
  expect(await codes(workspace)).toEqual([]);
});

test('a number that a release had is not given again', { timeout: 120_000 }, async () => {
  const workspace = await openReleased();
  const text = workspace.read(GAZETTE);
  const from = text.indexOf('  - id: gazette-2024-05-02-c02');
  workspace.file(GAZETTE, text.slice(0, from) + text.slice(text.indexOf('---\nThe river')));
  const { out } = await type(workspace, ['new', 'claim', '-q', 'Ferries carried 1,200 people', '-t', 'They did.']);
  expect(out).toContain('gazette-2024-05-02-c03: written as a draft.');
  await type(workspace, ['new', 'evidence', FIRST, '-u', 'https://log.example.org/', '--no-fetch', '-s', 'context']);
  expect(workspace.read(GAZETTE)).toContain('      - id: e2\n        url: "https://log.example.org/"\n');
});

test('a withdrawn claim stays in the file with the reason', { timeout: 120_000 }, async () => {
  const workspace = await openReleased();
  await type(workspace, ['withdraw', FIRST, '-r', '不是主張。']);
  expect(workspace.read(GAZETTE)).toContain(`    withdrawn: { date: ${TODAY}, reason: "不是主張。" }\n`);
  expect(await codes(workspace)).toEqual([]);
});
