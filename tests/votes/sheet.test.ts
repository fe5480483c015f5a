// A sheet is blind, and what is written on it comes back as votes.
import { existsSync, mkdirSync, readdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type SheetOptions, voteSheets } from '../../scripts/commands/voteSheets.ts';
import { assignVotes } from '../../scripts/votes/assignVotes.ts';
import fc from '../property.ts';
import { GAZETTE, HERALD, openWorkspace, record, Workspace } from '../workspace.ts';

const FIRST = 'gazette-2024-05-02-c01';
const TODAY = '2024-06-01';

const run = (workspace: Workspace, options: Partial<SheetOptions> = {}) =>
  record((terminal) => voteSheets({ raw: workspace.path('raw'), as: 'a2', ...options }, terminal, TODAY));
const writeSheet = (workspace: Workspace, options: Partial<SheetOptions> = {}) =>
  run(workspace, { sheet: workspace.path('sheet.yml'), ...options });
const readSheet = (workspace: Workspace, options: Partial<SheetOptions> = {}) =>
  run(workspace, { read: workspace.path('sheet.yml'), ...options });

/** Fills in the vote on one claim. */
function fill(workspace: Workspace, id: string, verdict: string, confidence = 'high'): Workspace {
  const empty = `  - id: ${id}\n    verdict: null\n    confidence: null`;
  return workspace.edit('sheet.yml', empty, `  - id: ${id}\n    verdict: ${verdict}\n    confidence: ${confidence}`);
}

async function openSheet(): Promise<Workspace> {
  const workspace = openWorkspace();
  await writeSheet(workspace);
  return workspace;
}

describe('a sheet', () => {
  test('has the claims that its annotator has not voted on, with their words and evidence', async () => {
    const workspace = openWorkspace().file(
      'raw/votes/a2.jsonl',
      `{"claim":"${FIRST}","verdict":"refuted","confidence":"high","date":"2024-05-10","guideline":"3"}\n`,
    );
    await writeSheet(workspace);
    const sheet = workspace.read('sheet.yml');
    expect(sheet).not.toContain(FIRST);
    expect(sheet).toContain('quote: "We have spent 40,000 of the 60,000"');
    expect(sheet).toContain('shows: "The ledger enters 39,870 for the repair and 60,000 set aside."');
    expect(sheet).toContain('guideline: "3"');
    expect((await run(workspace, { left: true })).out).toBe('gazette-2024-05-02-c02\nherald-2024-05-03-c01\n');
    expect((await run(workspace, { as: 'a1', left: true })).out).toBe('');
  });

  test('has no byte that tells a verdict, a justification, a stance, a status or a vote', async () => {
    const marks = ['zzjust', 'zznote', 'zzsettled', 'zzdistort', 'zzrevised', 'zzsuppress', 'zzcorrected'];
    const workspace = openWorkspace()
      .edit(GAZETTE, 'justification: The harbour', 'justification: zzjust The harbour')
      .edit(GAZETTE, 'guideline: "1" }', 'guideline: "1", note: zznote }')
      .edit(
        GAZETTE,
        'status: labelled',
        'adjudication: zzsettled\n    distortion: zzdistort\n    corrected: zzcorrected.\n    status: adjudicated',
      )
      .edit(
        GAZETTE,
        'revisions: []',
        'revisions:\n      - { date: 2024-05-20, field: verdict, from: null, to: null, reason: zzrevised }',
      )
      .edit(GAZETTE, 'suppress: []', 'suppress:\n  - { code: E07, reason: zzsuppress }')
      .file(
        'raw/votes/zz9.jsonl',
        `{"claim":"${FIRST}","verdict":"misleading","confidence":"low","date":"2024-05-10","guideline":"1","note":"zznote"}\n`,
      );
    await writeSheet(workspace);
    const [head = '', body = ''] = workspace.read('sheet.yml').split(/^claims:\n/m);
    for (const mark of [...marks, 'zz9', 'a1']) expect(head + body).not.toContain(mark);
    const told =
      /refut|support|mislead|conflicting|not_enough|not_checkable|context|labelled|reviewed|disputed|adjudicated|draft|stance|justif|annotat|status/i;
    expect(body).not.toMatch(told);
    // The scale is the same whatever anybody voted.
    expect(head).toContain('refuted: ');
  });

  test('is the same, byte for byte, whatever others have judged', async () => {
    const plain = await openSheet();
    const judged = openWorkspace();
    for (const file of [GAZETTE, HERALD])
      judged.file(
        file,
        judged
          .read(file)
          .replaceAll(/^( +verdict:) \w+$/gm, '$1 conflicting')
          .replaceAll(/^( +justification:) .*$/gm, '$1 Quite another reason.')
          .replaceAll(/^( +stance:) \w+$/gm, '$1 context')
          .replaceAll(/^( +status:) \w+$/gm, '$1 adjudicated')
          .replaceAll(
            /annotator: a1, verdict: \w+, confidence: \w+/g,
            'annotator: b7, verdict: misleading, confidence: low',
          )
          .replaceAll(/^( +same_as:) .*$/gm, '$1 []'),
      );
    judged.file(
      'raw/votes/a3.jsonl',
      `{"claim":"${FIRST}","verdict":"supported","confidence":"low","date":"2024-05-02","guideline":"1"}\n`,
    );
    await writeSheet(judged);
    const sayPlace = (workspace: Workspace) => workspace.read('sheet.yml').replaceAll(workspace.root, '');
    expect(judged.read(GAZETTE)).not.toBe(plain.read(GAZETTE));
    expect(sayPlace(judged)).toBe(sayPlace(plain));
  });

  test('is never written over one that somebody has begun', async () => {
    const workspace = await openSheet();
    fill(workspace, FIRST, 'refuted');
    const before = workspace.read('sheet.yml');
    await expect(writeSheet(workspace)).rejects.toThrow('exists already');
    expect(workspace.read('sheet.yml')).toBe(before);
  });

  test('comes back as it was written for every claim of this repository', { timeout: 60_000 }, async () => {
    const workspace = openWorkspace();
    const sheet = workspace.path('sheet.yml');
    const all = new Workspace(process.cwd());
    await run(all, { as: 'z9', sheet });
    const filled = workspace
      .read('sheet.yml')
      .replaceAll(/verdict: null\n {4}confidence: null/g, 'verdict: supported\n    confidence: low');
    workspace.file('sheet.yml', filled);
    // Nothing may be written here: a date before all claims is refused, and nothing else.
    const { out, exitCode } = await run(all, { as: 'z9', read: sheet, date: '1990-01-01' });
    expect(exitCode).toBe(1);
    expect(existsSync(all.path('raw/votes/z9.jsonl'))).toBe(false);
    const codes = new Set([...out.matchAll(/ error (\w\d\d) /g)].map(([, code]) => code));
    expect([...codes]).toEqual(['C08']);
  });
});

describe('a filled sheet', () => {
  test('becomes lines of the annotator’s own file, and what is open stays open', async () => {
    const workspace = await openSheet();
    fill(workspace, FIRST, 'misleading', 'low').edit('sheet.yml', 'note: null', 'note: By the log.');
    const { out, exitCode } = await readSheet(workspace);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/a2\.jsonl: 1 added, 2 left open on the sheet\.\n$/);
    expect(JSON.parse(workspace.read('raw/votes/a2.jsonl'))).toEqual({
      claim: FIRST,
      verdict: 'misleading',
      confidence: 'low',
      date: TODAY,
      guideline: '1',
      note: 'By the log.',
    });
    expect((await workspace.report()).findings.map(({ code }) => code)).toEqual(['C17']);
  });

  test('gives what the same votes written by hand give', async () => {
    const [sheet, hand] = [await openSheet(), openWorkspace()];
    for (const id of [FIRST, 'gazette-2024-05-02-c02', 'herald-2024-05-03-c01']) {
      fill(sheet, id, 'misleading', 'low');
      const file = id.startsWith('gazette') ? GAZETTE : HERALD;
      const at = hand.read(file).indexOf(`id: ${id}`);
      const end = hand.read(file).indexOf('    evidence:', at);
      const vote = `      - { annotator: a2, verdict: misleading, confidence: low, date: ${TODAY}, guideline: "1" }\n`;
      const [before, entry, after] = [
        hand.read(file).slice(0, at),
        hand.read(file).slice(at, end),
        hand.read(file).slice(end),
      ];
      const open = entry
        .replace('status: labelled', 'status: disputed')
        .replace(/^ {4}verdict: .*$/m, '    verdict: null')
        .replace(/^ {4}justification: .*$/m, '    justification: null');
      hand.file(file, before + open + vote + after);
    }
    await readSheet(sheet);
    await sheet.build();
    await hand.build();
    for (const name of ['claims.csv', 'annotations.csv', 'claims.json', 'manifest.json'])
      expect(sheet.read(`dataset/${name}`)).toBe(hand.read(`dataset/${name}`));
  });

  test('read twice adds nothing, on another day either', async () => {
    const workspace = await openSheet();
    fill(workspace, FIRST, 'refuted');
    await readSheet(workspace);
    const once = workspace.read('raw/votes/a2.jsonl');
    expect((await readSheet(workspace, { date: '2024-06-02' })).out).toContain('0 added, 1 there already');
    expect(workspace.read('raw/votes/a2.jsonl')).toBe(once);
  });

  test('is added behind the votes that are there, whether their last line has an end or not', async () => {
    const old = `{"claim":"${FIRST}","verdict":"refuted","confidence":"high","date":"2024-05-10","guideline":"1"}`;
    const workspace = openWorkspace().file('raw/votes/a2.jsonl', old);
    await writeSheet(workspace);
    fill(workspace, 'herald-2024-05-03-c01', 'refuted');
    await readSheet(workspace);
    const [first, second] = workspace.read('raw/votes/a2.jsonl').split('\n');
    expect([first, JSON.parse(second ?? '').claim]).toEqual([old, 'herald-2024-05-03-c01']);
  });

  const mistakes: [string, (workspace: Workspace) => Workspace, RegExp][] = [
    [
      'a verdict that the scale lacks',
      (w) => fill(w, FIRST, 'refutd'),
      /sheet\.yml:\d+:14 {2}error V01 .*[\s\S]*did you mean `refuted`/,
    ],
    ['a confidence that is none', (w) => fill(w, FIRST, 'refuted', 'sure'), /error A13/],
    ['half a vote', (w) => fill(w, FIRST, 'refuted', 'null'), /error A11 .*a verdict and a confidence/],
    [
      'a claim that has changed',
      (w) => fill(w, FIRST, 'refuted').edit(GAZETTE, 'in April 2024.', 'in May 2024.'),
      /no longer what the sheet shows/,
    ],
    [
      'a claim that is not there',
      (w) => fill(w, FIRST, 'refuted').edit('sheet.yml', `id: ${FIRST}`, 'id: gazette-2024-05-02-c77'),
      /There is no claim/,
    ],
    [
      'a claim that stands twice and otherwise',
      (w) =>
        w.edit(
          'sheet.yml',
          'claims:\n',
          `claims:\n${['high', 'low'].map((level) => `  - { id: ${FIRST}, claim: ${JSON.stringify(FIRST_TEXT)}, verdict: refuted, confidence: ${level} }\n`).join('')}`,
        ),
      /has voted on .* already/,
    ],
    [
      'a day before the claim',
      (w) => fill(w, FIRST, 'refuted').edit('sheet.yml', 'date: null', 'date: 2020-01-01'),
      /error C08/,
    ],
    ['a broken line', (w) => fill(w, FIRST, 'refuted').edit('sheet.yml', 'claims:', 'claims: ['), /error A04/],
    [
      'another vote of one’s own',
      (w) =>
        fill(w, FIRST, 'refuted').file(
          'raw/votes/a2.jsonl',
          `{"claim":"${FIRST}","verdict":"supported","confidence":"high","date":"2024-05-10","guideline":"1"}\n`,
        ),
      /has voted on .* already/,
    ],
  ];
  const FIRST_TEXT = 'The river bridge at Aldport was closed for eleven days in April 2024.';

  test.each(mistakes)('with %s writes nothing, and says where', async (_, write, said) => {
    const workspace = await openSheet();
    fill(workspace, 'herald-2024-05-03-c01', 'refuted');
    write(workspace);
    const votes = workspace.path('raw/votes/a2.jsonl');
    const before = existsSync(votes) ? workspace.read('raw/votes/a2.jsonl') : null;
    const { out, exitCode } = await readSheet(workspace);
    expect(out).toMatch(said);
    expect(exitCode).toBe(1);
    expect(existsSync(votes) ? workspace.read('raw/votes/a2.jsonl') : null).toBe(before);
  });

  test('is one vote where an entry stands twice, as copying may leave it', async () => {
    const workspace = await openSheet();
    const sheet = fill(workspace, FIRST, 'refuted').read('sheet.yml');
    const [head = '', entries = ''] = sheet.split('claims:\n');
    const [entry] = entries.split('\n\n');
    workspace.file('sheet.yml', `${head}claims:\n${entry}\n${entry}\n`);
    expect((await readSheet(workspace)).out).toContain('1 added, 1 there already');
    expect(workspace.read('raw/votes/a2.jsonl').trim().split('\n')).toHaveLength(1);
  });

  test('is not written through a link that leads out of the project', async () => {
    const workspace = fill(await openSheet(), FIRST, 'refuted');
    const other = openWorkspace().file('votes/a1.jsonl', '');
    symlinkSync(other.path('votes'), workspace.path('raw/votes'));
    await expect(readSheet(workspace)).rejects.toThrow('a link that leads out of the project');
    expect(readdirSync(other.path('votes'))).toEqual(['a1.jsonl']);
  });

  test('does not take the place of a link that leads nowhere', async () => {
    const workspace = fill(await openSheet(), FIRST, 'refuted');
    mkdirSync(workspace.path('raw/votes'));
    symlinkSync('nowhere.jsonl', workspace.path('raw/votes/a2.jsonl'));
    await expect(readSheet(workspace)).rejects.toThrow('is a link that leads nowhere. Nothing was written.');
    expect(readlinkSync(workspace.path('raw/votes/a2.jsonl'))).toBe('nowhere.jsonl');
  });

  test('with marks of a merge says so, and not what follows from them', async () => {
    const workspace = fill(await openSheet(), FIRST, 'refuted');
    workspace.edit('sheet.yml', 'claims:\n', '<<<<<<< ours\nclaims:\n=======\nclaims:\n>>>>>>> theirs\n');
    const { out, exitCode } = await readSheet(workspace);
    expect([exitCode, out.match(/\b[A-Z]\d\d\b/g)]).toEqual([1, ['A26']]);
  });

  test('of somebody else is refused', async () => {
    await expect(readSheet(await openSheet(), { as: 'a3' })).rejects.toThrow('is the sheet of a2, not of a3');
  });
});

describe('claims shared out by chance', () => {
  const claims = fc
    .uniqueArray(fc.nat(500), { maxLength: 60 })
    .map((numbers) => numbers.map((n) => ({ id: `x-c${n}`, voters: n % 5 === 0 ? ['a'] : ([] as string[]) })));
  const team = ['a', 'b', 'c'];

  test('every claim gets one vote, and as many as are wanted two, of two people', () => {
    fc.assert(
      fc.property(claims, fc.nat(60), fc.nat(), (list, doubled, seed) => {
        const shares = assignVotes(list, { annotators: team, seed, doubled });
        const votersOf = ({ id, voters }: (typeof list)[number]) =>
          new Set([...voters, ...team.filter((name) => shares.get(name)?.has(id))]).size;
        const counts = list.map(votersOf);
        expect(counts.filter((n) => n === 2).length).toBe(Math.min(doubled, list.length));
        expect(counts.every((n) => n === 1 || n === 2)).toBe(true);
      }),
    );
  });

  test('shares differ by one at most where nobody has voted, and are the same in any order', () => {
    fc.assert(
      fc.property(claims, fc.nat(60), fc.nat(), (list, doubled, seed) => {
        const open = list.map(({ id }) => ({ id, voters: [] }));
        const options = { annotators: team, seed, doubled };
        const shares = assignVotes(open, options);
        const sizes = team.map((name) => shares.get(name)?.size ?? 0);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(assignVotes([...open].reverse(), options)).toEqual(shares);
      }),
    );
  });

  test('a sheet has its share alone, the same after others have handed in theirs', async () => {
    const workspace = openWorkspace();
    const shared = { among: ['a2', 'a3', 'a4'], quota: { percent: 100 }, seed: 7 };
    const list = async () =>
      Promise.all(shared.among.map(async (as) => (await run(workspace, { ...shared, as, left: true })).out));
    const before = await list();
    // Three claims have a vote each: one of three more people is drawn for each of them.
    expect(before.join('').trim().split('\n').length).toBe(3);
    const [mine = ''] = before.map((ids) => ids.split('\n')[0] ?? '').filter((id) => id !== '');
    const whose = shared.among[before.findIndex((ids) => ids.includes(mine))] ?? '';
    workspace.file(
      `raw/votes/${whose}.jsonl`,
      `{"claim":"${mine}","verdict":"refuted","confidence":"high","date":"2024-05-10","guideline":"1"}\n`,
    );
    expect((await list()).join('')).toBe(before.join('').replace(`${mine}\n`, ''));
  });
});
