// A value that the schema refuses is told with what to write, and `fix` writes it where only one thing can be meant.
import { describe, expect, test } from 'vitest';
import { GAZETTE, openWorkspace } from '../workspace.ts';

async function findingOf(replace: string, by: string) {
  const workspace = openWorkspace().edit(GAZETTE, replace, by);
  const { findings } = await workspace.report();
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toHaveLength(1);
  return { workspace, finding: findings[0] as NonNullable<(typeof findings)[0]> };
}

describe('with one meaning, it is put right', () => {
  const TITLE = 'title: Bridge reopens after long closure';
  const JUSTIFICATION = "justification: The harbour office's log shows a closure of three days, from 9 to 11 April.";
  test.each([
    ['a verdict in capitals', '    verdict: refuted', '    verdict: Refuted', '    verdict: refuted'],
    ['a verdict by its label', '    verdict: refuted', '    verdict: REFUTED ', '    verdict: refuted'],
    ['a verdict with a no-break space', '    verdict: refuted', '    verdict: refuted\u00a0', '    verdict: refuted'],
    ['a claimant by name', 'claimant: ada-archer', 'claimant: Ada Archer', 'claimant: ada-archer'],
    ['a claimant by alias', 'claimant: ada-archer', 'claimant: Mayor Archer', 'claimant: ada-archer'],
    ['a publisher by name', 'publisher: the-gazette', 'publisher: The Gazette', 'publisher: the-gazette'],
    ['a topic by label', 'topics: [town-budget]', 'topics: [Town budget]', 'topics: [town-budget]'],
    [
      'a vote',
      '{ annotator: a1, verdict: refuted',
      '{ annotator: a1, verdict: Refuted',
      '{ annotator: a1, verdict: refuted',
    ],
    [
      'an id in capitals',
      'origin: aldport-harbour-office',
      'origin: Aldport-Harbour-Office',
      'origin: aldport-harbour-office',
    ],
    [
      'a text with space at its ends',
      'shows: The office logged a closure of three days.',
      'shows: " The office logged it. "',
      'shows: "The office logged it."\n',
    ],
    ['one topic without a list', 'topics: [town-budget]', 'topics: town-budget', 'topics: [town-budget]'],
    ['a day without its zeros', 'event_date: 2024-04\n', 'event_date: 2024-4-9\n', 'event_date: 2024-04-09\n'],
    ['a month without its zero', 'event_date: 2024-04\n', 'event_date: 2024-4\n', 'event_date: 2024-04\n'],
    ['day, month, year', 'published: 2024-05-02\n', 'published: 25/05/2024\n', 'published: 2024-05-25\n'],
    ['month, day, year', 'event_date: 2024-04\n', 'event_date: 04/25/2024\n', 'event_date: 2024-04-25\n'],
    ['a month in words', 'event_date: 2024-04\n', 'event_date: 9th April 2024\n', 'event_date: 2024-04-09\n'],
    ['midnight in UTC', '2024-05-02\npublished_b', '2024-05-02T00:00:00.000Z\npublished_b', '2024-05-02\npublished_b'],
    ['a number that is a text', 'guideline: "1"', 'guideline: 1', 'guideline: "1"'],
    ['a number with its zero', 'guideline: "1"', 'guideline: 1.10', 'guideline: "1.10"'],
    ['a truth value that is a text', TITLE, 'title: True', 'title: "True"'],
    ['nothing, as an empty text', 'claimant_role: null', 'claimant_role: ""', 'claimant_role: null'],
    [
      'nothing, as people say it',
      'archive_url: null\npublished',
      'archive_url: n/a\npublished',
      'archive_url: null\npublished',
    ],
    [
      'a text folded with its line end',
      JUSTIFICATION,
      'justification: >\n      A closure\n      of three days.',
      'justification: >-\n',
    ],
    ['a line kept with its line end', JUSTIFICATION, 'justification: |\n      A closure.', 'justification: |-\n'],
  ])('%s', async (_, right, wrong, repaired) => {
    const { workspace, finding } = await findingOf(right, wrong);
    expect(finding.fix).not.toBeNull();
    await workspace.fix();
    expect(workspace.read(GAZETTE)).toContain(repaired);
    expect((await workspace.report()).findings.filter(({ code }) => /^A1/.test(code))).toEqual([]);
  });
});

describe('otherwise it is said what is wrong', () => {
  test.each([
    ['a day that is not there', 'event_date: 2024-04\n', 'event_date: 2023-02-30\n', /February 2023 has 28 days/],
    ['a month that is not there', 'event_date: 2024-04\n', 'event_date: 2023-30-02\n', /no month 30/],
    ['an interval', 'event_date: 2024-04\n', 'event_date: 2023-03-02/2023-02-28\n', /ends before it begins/],
    [
      'an address',
      'url: https://gazette.example.org/b',
      'url: gazette.example.org/b',
      /https:\/\/gazette\.example\.org/,
    ],
    ['two topics in one text', 'topics: [town-budget]', 'topics: ["town-budget, river-traffic"]', /2 ids in one text/],
  ])('%s', async (_, right, wrong, hint) => {
    const { finding } = await findingOf(right, wrong);
    expect(finding.hint).toMatch(hint);
    expect(finding.fix).toBeNull();
  });

  test('a day that might be a month is left to a person', async () => {
    const { finding } = await findingOf('event_date: 2024-04\n', 'event_date: 03/04/2024\n');
    expect(finding.fix).toBeNull();
  });

  test('a truth value is no verdict: the verdicts are listed, and nothing is put into quotation marks', async () => {
    const { finding } = await findingOf('    verdict: refuted', '    verdict: true');
    expect(finding).toMatchObject({ expected: expect.stringContaining('one of supported, refuted'), fix: null });
  });

  test('a number is shown as the file has it, and a sign that nobody sees is named', async () => {
    expect((await findingOf('guideline: "1"', 'guideline: 1.10')).finding.found).toBe('the number 1.10');
    const { finding } = await findingOf('    verdict: refuted', '    verdict: refuted\u00a0');
    expect(finding.found).toContain('U+00A0');
  });
});
