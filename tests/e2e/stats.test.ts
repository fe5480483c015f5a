// Labels → numbers on one page, the same that the manifest of the build has.
import { expect, test } from 'vitest';
import { measureAgreement, patternOf } from '../../scripts/claims/agreement.ts';
import { type StatsOptions, stats } from '../../scripts/commands/stats.ts';
import { renderStats } from '../../scripts/findings/renderStats.ts';
import { GAZETTE, openWorkspace, record, type Workspace } from '../workspace.ts';

const count = (workspace: Workspace, options: Partial<StatsOptions> = {}) =>
  record((terminal) => stats({ raw: workspace.path('raw'), format: 'text', ...options }, terminal));

test('its counts are those of the manifest', async () => {
  const workspace = openWorkspace();
  await workspace.build();
  const { counts } = JSON.parse((await count(workspace, { format: 'json' })).out);
  expect(counts).toEqual(JSON.parse(workspace.read('dataset/manifest.json')).counts);
});

test('coverage is what the rows have', async () => {
  const workspace = openWorkspace();
  await workspace.build();
  const { coverage } = JSON.parse((await count(workspace, { format: 'json' })).out);
  expect(Object.keys(coverage)).toContain('evidence.archive_url');
  for (const [name, { rows, filled }] of Object.entries<{ rows: number; filled: number }>(coverage)) {
    const [table = '', column = ''] = name.split('.');
    const published = workspace.rows(`${table}.jsonl`);
    expect([name, rows, filled]).toEqual([
      name,
      published.length,
      published.filter((row) => row[column] !== null).length,
    ]);
  }
});

test('what is written and not published is told beside it', async () => {
  const workspace = openWorkspace().edit(GAZETTE, 'status: labelled', 'status: draft');
  expect((await count(workspace)).out).toContain('Verdicts of 2 published claims; drafts and withdrawn ones: 1\n');
});

test('one page says it', async () => {
  const { out, exitCode } = await count(openWorkspace());
  expect(exitCode).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "2 articles, 3 claims: 0 errors, 0 warnings. 2 quotations checked, 1 not checked (no capture at hand).

    Verdicts of 3 published claims
      supported            1   33.3 %
      refuted              2   66.7 %
      misleading           0    0.0 %
      conflicting          0    0.0 %
      not_enough_evidence  0    0.0 %
      not_checkable        0    0.0 %

    Status
      labelled     3  100.0 %
      reviewed     0    0.0 %
      adjudicated  0    0.0 %

    Confidence
      high    3  100.0 %
      medium  0    0.0 %
      low     0    0.0 %
      none    0    0.0 %

    Votes: 3
      agreement  no claim was judged by two

    Evidence: 4
      supports                  1   25.0 %
      refutes                   2   50.0 %
      context                   1   25.0 %
      after the claim: true     2   50.0 %
      after the claim: false    2   50.0 %
      after the claim: unknown  0    0.0 %

    Have a value
      claims.quote          3 of 3  100.0 %
      evidence.quote        3 of 4   75.0 %, 1 without
      evidence.archive_url  0 of 4    0.0 %, 4 without
      articles.archive_url  0 of 2    0.0 %, 2 without
    "
  `);
});

test('labels with errors are said to be missing, and the exit code is 1', async () => {
  const workspace = openWorkspace().edit(GAZETTE, 'verdict: supported\n', 'verdict: suported\n');
  const { out, exitCode } = await count(workspace);
  expect(exitCode).toBe(1);
  expect(out).toContain('What has an error may be missing from these numbers.');
});

test('agreement of two is said with their kappa, and a number that is not defined is said to be so', async () => {
  const numbers = JSON.parse((await count(openWorkspace(), { format: 'json' })).out);
  const votesOf = (a1: string, a2: string) => patternOf(new Map(Object.entries({ a1, a2 })));
  const say = (votes: [string, number][]) =>
    renderStats({ ...numbers, counts: { ...numbers.counts, agreement: measureAgreement(new Map(votes)) } });
  const differing = say([
    [votesOf('supported', 'supported'), 2],
    [votesOf('refuted', 'refuted'), 1],
    [votesOf('refuted', 'supported'), 1],
  ]);
  expect(differing).toContain('claims judged by two or more  4, by 2 annotators');
  expect(differing).toMatch(/share of votes that agree +0\.75\n/);
  expect(differing).toMatch(/Cohen's kappa +0\.5\n/);
  expect(say([[votesOf('supported', 'supported'), 3]])).toMatch(/Cohen's kappa +not defined\n/);
});

test('--votes says who has voted on what, and how far votes agree in each article', async () => {
  const vote = (claim: string, verdict: string) =>
    `{"claim":"${claim}","verdict":"${verdict}","confidence":"high","date":"2024-05-10","guideline":"1"}\n`;
  const workspace = openWorkspace().file(
    'raw/votes/a2.jsonl',
    vote('gazette-2024-05-02-c01', 'misleading') + vote('gazette-2024-05-02-c02', 'supported'),
  );
  const { out } = await count(workspace, { votes: true });
  expect(out).toMatch(/ {2}a1 and a2 +2 claims, 0\.5 agree, kappa 0\.3333 \(95 % interval .* to .*\)\n/);
  expect(out.slice(out.indexOf('Claims that were voted on'))).toBe(
    [
      'Claims that were voted on, of 3',
      '  a1  3 of 3',
      '  a2  2 of 3, 1 without',
      '',
      'Votes and agreement by article',
      '  gazette-2024-05-02  a1 2, a2 2 of 2; 0.5 of the votes on 2 agree, alpha 0.4 (95 % interval -0.5 to 0.4)',
      '  herald-2024-05-03   a1 1, a2 0 of 1; no claim was judged by two',
      '',
    ].join('\n'),
  );
  const { votes } = JSON.parse((await count(workspace, { votes: true, format: 'json' })).out);
  expect(votes.voted).toEqual({ a1: 3, a2: 2 });
  expect(votes.articles[0].agreement).toMatchObject({ claims: 2, raw: 0.5 });
});
