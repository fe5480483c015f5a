// Votes in files of their own → claims with all votes, wherever they are read.
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exportClaims } from '../../scripts/commands/exportClaims.ts';
import { merge } from '../../scripts/commands/merge.ts';
import { examineShard, linkShard, planShards } from '../../scripts/commands/shard.ts';
import { WatchedProject } from '../../scripts/examine/watchedProject.ts';
import { GAZETTE, openWorkspace, record, type Workspace } from '../workspace.ts';

const FIRST = 'gazette-2024-05-02-c01';
const SECOND = 'gazette-2024-05-02-c02';

const line = (claim: string, verdict: string, more: object = {}) =>
  `${JSON.stringify({ claim, verdict, confidence: 'medium', date: '2024-05-10', guideline: '1', ...more })}\n`;

const tell = async (workspace: Workspace) =>
  (await workspace.report()).findings.map(
    ({ code, file, range }) => `${code} ${file.split('/').at(-1)}:${range?.start.line}`,
  );
const claimOf = (workspace: Workspace, id: string) =>
  workspace.rows('claims.jsonl').find((row) => row['claim_id'] === id);
const datasetOf = (workspace: Workspace, folder = 'dataset') =>
  new Map(readdirSync(workspace.path(folder)).map((name) => [name, workspace.read(`${folder}/${name}`)]));

describe('a vote in a file of its own', () => {
  test('counts like one in the claim: agreement makes it reviewed', async () => {
    const workspace = openWorkspace().file('raw/votes/a2.jsonl', line(FIRST, 'refuted') + line(SECOND, 'supported'));
    expect((await workspace.build()).exitCode).toBe(0);
    for (const id of [FIRST, SECOND])
      expect(claimOf(workspace, id)).toMatchObject({ status: 'reviewed', votes: 2, confidence: 'medium' });
    const { counts } = JSON.parse(workspace.read('dataset/manifest.json'));
    expect(counts.agreement).toMatchObject({ annotators: ['a1', 'a2'], claims: 2, raw: 1 });
  });

  test('a difference makes the claim disputed, and the article stays as it is', async () => {
    const workspace = openWorkspace().file('raw/votes/a2.jsonl', line(FIRST, 'misleading'));
    expect(await tell(workspace)).toEqual(['C17 gazette-2024-05-02.md:35']);
    const [finding] = (await workspace.report()).findings;
    expect(finding?.related.map(({ file, range }) => `${file.split('/').at(-1)}:${range?.start.line}`)).toEqual([
      'gazette-2024-05-02.md:37',
      'a2.jsonl:1',
    ]);
    await workspace.build();
    expect(claimOf(workspace, FIRST)).toMatchObject({ status: 'disputed', verdict: null, justification: null });
  });

  test('three votes of which two agree keep the verdict that they are for', async () => {
    const workspace = openWorkspace()
      .file('raw/votes/a2.jsonl', line(FIRST, 'misleading'))
      .file('raw/votes/a3.jsonl', line(FIRST, 'refuted'));
    await workspace.build();
    expect(claimOf(workspace, FIRST)).toMatchObject({ status: 'disputed', verdict: 'refuted' });
  });

  test('votes come in the order of their days, whoever cast them', async () => {
    const workspace = openWorkspace()
      .file('raw/votes/a2.jsonl', line(FIRST, 'refuted', { date: '2024-05-12' }))
      .file('raw/votes/b1.jsonl', line(FIRST, 'refuted', { date: '2024-05-11' }));
    await workspace.build();
    const votes = workspace.rows('annotations.jsonl').filter((row) => row['claim_id'] === FIRST);
    expect(votes.map(({ annotation_id, annotator }) => `${annotation_id} ${annotator}`)).toEqual([
      `${FIRST}-v1 a1`,
      `${FIRST}-v2 b1`,
      `${FIRST}-v3 a2`,
    ]);
  });

  test('the only vote of a claim may stand there', async () => {
    const vote = '\n      - { annotator: a1, verdict: refuted, confidence: high, date: 2024-05-09, guideline: "1" }';
    const workspace = openWorkspace().edit(GAZETTE, vote, ' []');
    expect(await tell(workspace)).toEqual(['C06 gazette-2024-05-02.md:35']);
    workspace.file('raw/votes/a1.jsonl', line(FIRST, 'refuted'));
    expect(await tell(workspace)).toEqual([]);
  });

  test('the same vote twice is one: in one file, and in the claim beside', async () => {
    const own = line(FIRST, 'refuted', { confidence: 'high', date: '2024-05-09' });
    const workspace = openWorkspace()
      .file('raw/votes/a1.jsonl', own + own)
      .file('raw/votes/a2.jsonl', line(FIRST, 'refuted') + line(FIRST, 'refuted'));
    await workspace.build();
    expect(claimOf(workspace, FIRST)).toMatchObject({ votes: 2 });
  });

  test('a vote that differs from the one in the claim is an error at its line', async () => {
    const workspace = openWorkspace().file('raw/votes/a1.jsonl', line(SECOND, 'supported', { confidence: 'low' }));
    expect(await tell(workspace)).toEqual(['C07 a1.jsonl:1']);
  });

  test('every line that is wrong is one error at that line, and loses nothing else', async () => {
    const lines = [
      line(FIRST, 'refuted'),
      '{"claim":\n',
      line('gazette-2024-05-02-c77', 'refuted'),
      line('nowhere-c01', 'refuted'),
      line(SECOND, 'suported'),
      line('herald-2024-05-03-c01', 'refuted').replace('"medium"', '"sure"'),
      line('herald-2024-05-03-c01', 'refuted').replace('{', '{"verdict":"supported",'),
      line('herald-2024-05-03-c01', 'refuted', { by: 'a2' }),
      line('herald-2024-05-03-c01', 'refuted').trim(),
    ];
    const workspace = openWorkspace().file('raw/votes/a2.jsonl', lines.join(''));
    const found = await tell(workspace);
    const errors = ['C18', 'C18', 'C18', 'V01', 'C18', 'C18', 'C18'].map((code, i) => `${code} a2.jsonl:${i + 2}`);
    // The claim with the verdict that nobody knows has votes that differ for now.
    expect(found.filter((one) => !one.startsWith('C17')).sort()).toEqual(errors.sort());
    const counts = JSON.parse(
      (
        await record(async (terminal) =>
          (
            await import('../../scripts/commands/stats.ts')
          ).stats({ raw: workspace.path('raw'), format: 'json' }, terminal),
        )
      ).out,
    );
    expect(counts.counts.agreement.claims).toBe(3);
  });

  test.each([
    ['a control character', '\u001b[31m', 'U+001B'],
    ['half of a pair', '\ud83c', 'U+D83C'],
    ['a sign that reorders', '\u202e', 'U+202E'],
    ['a sign that nobody sees', '\u200b', 'U+200B'],
  ])('%s in a note is an error, as it is in an article', async (_, sign, name) => {
    const note = { note: `It ${sign}is.` };
    const workspace = openWorkspace().file(
      'raw/votes/a2.jsonl',
      line(SECOND, 'supported') + line(FIRST, 'refuted', note),
    );
    expect(await tell(workspace)).toEqual(['C18 a2.jsonl:2']);
    expect((await workspace.report()).findings[0]).toMatchObject({ message: `\`note\` holds ${name}.` });
  });

  test('a line of any length is one error, and so are lines without end', async () => {
    const long = line(FIRST, 'refuted', { note: 'x'.repeat(20_000_000) });
    const workspace = openWorkspace().file('raw/votes/a2.jsonl', long + line(SECOND, 'supported'));
    expect(await tell(workspace)).toEqual(['C18 a2.jsonl:1']);
    workspace.file('raw/votes/a2.jsonl', '{\n'.repeat(100_000));
    const told = await tell(workspace);
    expect(told.at(-1)).toBe(`C18 a2.jsonl:${told.length}`);
    expect(told.length).toBeLessThan(2000);
  });

  test('a byte order mark is told, and the vote behind it is read', async () => {
    const workspace = openWorkspace().file('raw/votes/a2.jsonl', `\ufeff${line(FIRST, 'misleading')}`);
    expect(await tell(workspace)).toEqual(['C17 gazette-2024-05-02.md:35', 'A16 a2.jsonl:1']);
  });

  test('a file, or a link that leads nowhere, in the place of the folder is told', async () => {
    const workspace = openWorkspace().file('raw/votes', line(FIRST, 'refuted'));
    expect(await tell(workspace)).toEqual(['A01 votes:undefined']);
    workspace.remove('raw/votes');
    symlinkSync('nowhere', workspace.path('raw/votes'));
    expect(await tell(workspace)).toEqual(['A01 votes:undefined']);
  });

  test('a file that is named after nobody, or not of this kind, is told', async () => {
    const workspace = openWorkspace()
      .file('raw/votes/A 2.jsonl', line(FIRST, 'refuted'))
      .file('raw/votes/a2.csv', 'claim,verdict\n')
      .file('raw/votes/a3.jsonl', `<<<<<<< ours\n${line(FIRST, 'refuted')}=======\n>>>>>>> theirs\n`);
    expect((await tell(workspace)).map((one) => one.split(':')[0])).toEqual([
      'C18 A 2.jsonl',
      'A23 a2.csv',
      'A26 a3.jsonl',
    ]);
  });
});

test('what goes out to other forms has no verdict that waits', async () => {
  const workspace = openWorkspace().file('raw/votes/a2.jsonl', line(FIRST, 'misleading') + line(SECOND, 'supported'));
  const options = { raw: workspace.path('raw'), out: workspace.path('out') };
  await record((terminal) => exportClaims('averitec', options, terminal));
  const claims = JSON.parse(workspace.read('out/averitec.json')).map(({ claim }: { claim: string }) => claim);
  expect(claims).toHaveLength(2);
  expect(claims).not.toContain('The river bridge at Aldport was closed for eleven days in April 2024.');
});

describe('a change of a file of votes is noticed', () => {
  test('by the cache: the dataset is what a build without it gives', { timeout: 60_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'veritable-cache-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const cache = { folder, program: 'one' };
    const workspace = openWorkspace();
    await sleep(2100);
    await workspace.build({ cache });
    const votes = [
      '',
      line(FIRST, 'refuted'),
      line(FIRST, 'misleading'),
      line(FIRST, 'misleading', { confidence: 'low' }),
    ];
    for (const text of votes) {
      workspace.file('raw/votes/a2.jsonl', text);
      await workspace.build({ cache });
      const fresh = workspace.path('fresh');
      await workspace.build({ out: fresh });
      expect(datasetOf(workspace)).toEqual(datasetOf(workspace, 'fresh'));
    }
  });

  test('by shards: what was planned before is refused, and done again it is the build', {
    timeout: 60_000,
  }, async () => {
    const workspace = openWorkspace().file('raw/votes/a2.jsonl', line(FIRST, 'refuted'));
    const work = mkdtempSync(join(tmpdir(), 'veritable-work-'));
    onTestFinished(() => rmSync(work, { recursive: true, force: true }));
    const options = { raw: workspace.path('raw'), work, program: 'test' };
    const prepare = async () => {
      for (const shard of [1, 2]) await record((terminal) => linkShard(options, { shard, shards: 2 }, terminal));
      await record((terminal) => planShards(options, 2, terminal));
    };
    const examine = async () => {
      for (const shard of [1, 2]) await record((terminal) => examineShard(options, { shard, shards: 2 }, terminal));
    };
    await prepare();
    workspace.file('raw/votes/a2.jsonl', line(FIRST, 'misleading'));
    await expect(examine()).rejects.toThrow('have changed since they were planned');
    await prepare();
    await examine();
    await record((terminal) => merge({ ...options, shards: 2, out: workspace.path('merged') }, terminal, () => 0));
    await workspace.build();
    expect(datasetOf(workspace, 'merged')).toEqual(datasetOf(workspace));
    expect(workspace.read('merged/claims.csv')).toContain('disputed');
  });

  test('by whoever watches: the findings are those of a new check', () => {
    const workspace = openWorkspace();
    const watched = new WatchedProject({ raw: workspace.path('raw') });
    const codes = (project: WatchedProject) => project.check(() => false).check.findings.map(({ code }) => code);
    expect(codes(watched)).toEqual([]);
    for (const text of [line(FIRST, 'misleading'), line(FIRST, 'refuted'), line(FIRST, 'nonsense'), '']) {
      workspace.file('raw/votes/a2.jsonl', text);
      expect(codes(watched)).toEqual(codes(new WatchedProject({ raw: workspace.path('raw') })));
    }
  });
});
