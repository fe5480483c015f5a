// Two annotators on two branches of git → one dataset with the votes of both.
import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import { commit, edit, makeCommitted, makeRelease, makeRepository } from '../release/releasedProject.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';

const FIRST = 'gazette-2024-05-02-c01';
const SECOND = 'gazette-2024-05-02-c02';

const line = (claim: string, verdict: string, date = '2024-05-10') =>
  `${JSON.stringify({ claim, verdict, confidence: 'medium', date, guideline: '1' })}\n`;

function git(workspace: Workspace, ...args: string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  const { status, stdout, stderr } = spawnSync('git', ['-C', workspace.root, ...who, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stdout + stderr);
}

/** A repository in which each branch starts from the same state; `votes` are the lines of each branch's file. */
function voteOnBranches(votes: Record<string, { file: string; lines: string }>): Workspace {
  const workspace = openWorkspace();
  cpSync('.gitattributes', workspace.path('.gitattributes'));
  makeCommitted(workspace.root);
  for (const [branch, { file, lines }] of Object.entries(votes)) {
    git(workspace, 'checkout', '-q', '-b', branch, 'main');
    workspace.file(file, lines);
    commit(workspace.root);
  }
  git(workspace, 'checkout', '-q', 'main');
  for (const branch of Object.keys(votes)) git(workspace, 'merge', '-q', '--no-edit', branch);
  return workspace;
}

const claimOf = (workspace: Workspace, id: string) =>
  workspace.rows('claims.jsonl').find((row) => row['claim_id'] === id);

test('two vote on one claim and git merges: agreement and difference are right, and a third person settles it', async () => {
  const workspace = voteOnBranches({
    a2: { file: 'raw/votes/a2.jsonl', lines: line(FIRST, 'refuted') + line(SECOND, 'supported') },
    a3: { file: 'raw/votes/a3.jsonl', lines: line(FIRST, 'misleading', '2024-05-11') + line(SECOND, 'supported') },
  });
  const { findings, summary } = await workspace.report();
  expect(findings.map(({ code }) => code)).toEqual(['C17']);
  expect(summary.errors).toBe(0);
  await workspace.build();
  // Two of three vote for the verdict that stands.
  expect(claimOf(workspace, FIRST)).toMatchObject({ status: 'disputed', verdict: 'refuted', votes: 3 });
  expect(claimOf(workspace, SECOND)).toMatchObject({ status: 'reviewed', verdict: 'supported', votes: 3 });
  // Of the six pairs of votes four agree: one of three on the first claim, and all three on the second.
  const { agreement } = JSON.parse(workspace.read('dataset/manifest.json')).counts;
  expect(agreement).toMatchObject({ annotators: ['a1', 'a2', 'a3'], claims: 2, raw: 0.6667 });

  git(workspace, 'checkout', '-q', '-b', 'settle');
  workspace
    .edit(GAZETTE, 'verdict: refuted\n', 'verdict: misleading\n')
    .edit(GAZETTE, 'status: labelled', 'adjudication: The log counts three days.\n    status: adjudicated')
    .edit(GAZETTE, 'same_as: [herald-2024-05-03-c01]', 'same_as: []')
    .edit(HERALD, 'same_as: [gazette-2024-05-02-c01]', 'same_as: []');
  commit(workspace.root);
  git(workspace, 'checkout', '-q', 'main');
  git(workspace, 'merge', '-q', '--no-edit', 'settle');
  expect((await workspace.report({ except: ['D'] })).findings).toEqual([]);
});

test('one annotator who votes on two branches gets both files’ lines, and what is twice in them once', async () => {
  const workspace = voteOnBranches({
    home: { file: 'raw/votes/a2.jsonl', lines: line(FIRST, 'refuted') },
    work: { file: 'raw/votes/a2.jsonl', lines: line(FIRST, 'refuted') + line(SECOND, 'supported') },
  });
  expect((await workspace.report()).findings).toEqual([]);
  await workspace.build();
  expect([FIRST, SECOND].map((id) => claimOf(workspace, id)?.['votes'])).toEqual([2, 2]);
});

test('a released vote of such a file stays: changed it is told at its line', { timeout: 120_000 }, async () => {
  const workspace = openWorkspace();
  makeRepository(workspace.root);
  workspace.file('raw/votes/a2.jsonl', line(FIRST, 'refuted') + line(SECOND, 'supported'));
  commit(workspace.root);
  expect((await makeRelease(workspace.root)).exitCode).toBe(0);
  edit(workspace.root, 'raw/votes/a2.jsonl', line(SECOND, 'supported'), line(SECOND, 'supported', '2024-05-12'));
  const { findings } = await workspace.report();
  expect(findings.map(({ code, file, range }) => `${code} ${file.split('/').at(-1)}:${range?.start.line}`)).toEqual([
    'R06 a2.jsonl:2',
  ]);
});
