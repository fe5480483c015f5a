// Rules that no edit of the example's text can break, and what several rules do together.
import { describe, expect, test } from 'vitest';
import { findCopies } from '../../scripts/rules/Q07-copied-words.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';

async function codes(workspace: Workspace, captures?: string): Promise<string[]> {
  const { findings } = await workspace.report(captures === undefined ? {} : { captures: workspace.path(captures) });
  return findings.map(({ code, file, range }) => `${code} ${file.split('/').at(-1)}:${range?.start.line ?? ''}`);
}

describe('A01 unreadable', () => {
  test('a folder named like an article, beside articles that are read', async () => {
    expect(await codes(openWorkspace().file('raw/articles/x.md/y.txt', ''))).toEqual(['A01 x.md:', 'A23 y.txt:']);
  });
});

describe('A02 encoding', () => {
  test('Latin-1', async () => {
    const text = Buffer.from(openWorkspace().read(GAZETTE).replace('Bridge', 'Brücke'), 'latin1');
    const found = await codes(openWorkspace().file('raw/articles/other.md', text));
    expect(found).toEqual(['A02 other.md:']);
  });

  test('what an unreadable file may hold is not missed elsewhere', async () => {
    // The Gazette's claim names the Herald's, whose file cannot be read; the Herald alone uses its publisher.
    expect(await codes(openWorkspace().file(HERALD, Buffer.from([0xff, 0xfe, 0x2d, 0x00])))).toEqual([
      'A02 herald-2024-05-03.md:',
    ]);
  });
});

test('A31: a dataset without a citation', async () => {
  expect(await codes(openWorkspace().remove('CITATION.cff'))).toEqual(['A31 CITATION.cff:']);
});

describe('Q02 and Q03, captures', () => {
  test('another text than the one that was labelled', async () => {
    const workspace = openWorkspace().edit('captures/herald-0503.txt', 'Cars', 'Card');
    expect(await codes(workspace, 'captures')).toEqual(['Q02 herald-2024-05-03.md:23']);
  });

  test('a wrong number of characters', async () => {
    const workspace = openWorkspace().edit(HERALD, 'characters: 150', 'characters: 151');
    expect(await codes(workspace, 'captures')).toEqual(['Q02 herald-2024-05-03.md:24']);
  });

  test('a capture that is not there', async () => {
    expect(await codes(openWorkspace().remove('captures/herald-0503.txt'), 'captures')).toEqual([
      'Q03 herald-2024-05-03.md:21',
    ]);
  });
});

describe('Q07 copies of a withheld article', () => {
  const stolen = openWorkspace;
  const words =
    'Bridge open again. Cars and carts cross at Aldport since Thursday. The closure of eleven days is over, and ferries go back to their spring timetable';
  const wordsOf = (count: number) => words.split(' ').slice(0, count).join(' ');

  test('26 words are found, 25 are not', () => {
    const withheld = [{ file: 'a.md', text: words }];
    expect(findCopies([{ file: 'b.md', text: wordsOf(26) }], withheld)).toMatchObject([
      { code: 'Q07', file: 'b.md', offsets: [0, wordsOf(26).length] },
    ]);
    expect(findCopies([{ file: 'b.md', text: wordsOf(25) }], withheld)).toEqual([]);
  });

  test('case, punctuation and full-width letters hide nothing', () => {
    const hidden = wordsOf(26).toUpperCase().replaceAll(' ', ' -- ').replace('C', 'Ｃ');
    expect(findCopies([{ file: 'b.md', text: hidden }], [{ file: 'a.md', text: words }])).toHaveLength(1);
  });

  test('52 letters of a script without spaces are as much as 26 words, and are shown at their place', () => {
    const original =
      '奥尔德波特的大桥周五重新开放此前因潜水员检查第三座桥墩的裂缝而关闭了十一天市长表示修缮费用低于原先的预算城镇已经支付';
    const withheld = [{ file: 'a.md', text: original }];
    const quoting = (length: number) => [{ file: 'b.md', text: `Ａ½: “${original.slice(0, length)}”, $5` }];
    expect(findCopies(quoting(52), withheld)).toMatchObject([{ offsets: [5, 57] }]);
    expect(findCopies(quoting(51), withheld)).toEqual([]);
  });

  test.each([
    ['its own synopsis', (workspace: Workspace) => workspace.edit(HERALD, 'The Harbour Herald reports', words)],
    [
      "another article's evidence",
      (workspace: Workspace) => workspace.edit(GAZETTE, 'shows: The office logged', `shows: ${words}`),
    ],
    ['a vocabulary', (workspace: Workspace) => workspace.edit('raw/vocabulary/topics.yml', 'Ships,', `${words},`)],
  ])('in %s', async (_, change) => {
    expect((await codes(change(stolen()), 'captures')).map((line) => line.slice(0, 3))).toEqual(['Q07']);
  });
});

describe('V01 ids of a vocabulary that defines none', () => {
  test('are one finding, with their count and the first place', async () => {
    const { findings } = await openWorkspace().remove('raw/vocabulary/topics.yml').report();
    expect(findings).toMatchObject([{ code: 'V01', message: expect.stringMatching(/3 places name 2 entries of it/) }]);
    expect(findings[0]?.related[0]?.file).toContain('gazette-2024-05-02');
  });

  test('and nothing is left open where the ids are listed', async () => {
    const workspace = openWorkspace()
      .file('raw/vocabulary/publishers.yml', '[]\n')
      .edit(HERALD, 'publisher: harbour-herald', 'publisher: null');
    const { findings } = await workspace.report();
    expect(findings).toMatchObject([{ code: 'V01', expected: expect.stringMatching(/it defines none yet$/) }]);
  });
});

describe('suppressions', () => {
  const oneOrigin = () => openWorkspace().edit(GAZETTE, 'stance: context', 'stance: supports');
  const suppress = (entry: string) => oneOrigin().edit(GAZETTE, 'suppress: []', `suppress: [${entry}]`);

  test('accept a warning about an entry of a vocabulary that the article names, and no other', async () => {
    const near = (accepted: string) =>
      openWorkspace()
        .edit('raw/vocabulary/publishers.yml', 'name: Harbour Herald', 'name: "+972 Herald"')
        .edit(accepted, 'suppress: []', 'suppress: [{ code: V07, reason: Printed so. }]');
    expect(await codes(near(HERALD))).toEqual([]);
    expect((await codes(near(GAZETTE))).map((line) => line.slice(0, 3)).sort()).toEqual(['D90', 'V07']);
  });

  test('accept that two people really have one name', async () => {
    const alias = (accepted: string) =>
      openWorkspace()
        .edit('raw/vocabulary/entities.yml', '[Mayor Archer]', '[Mayor Archer, Council of Aldport]')
        .edit(GAZETTE, 'suppress: []', accepted);
    expect((await codes(alias('suppress: []'))).map((line) => line.slice(0, 3))).toEqual(['V05']);
    expect(await codes(alias('suppress: [{ code: V05, reason: She signs for the council. }]'))).toEqual([]);
  });

  test('hold for a claim', async () => {
    const found = await codes(suppress('{ code: E07, claim: gazette-2024-05-02-c02, reason: It alone keeps books. }'));
    expect(found).toEqual([]);
  });

  test('hold for an article', async () => {
    expect(await codes(suppress('{ code: E07, reason: It alone keeps books. }'))).toEqual([]);
  });

  test('for another claim silence nothing, and are found', async () => {
    const found = await codes(suppress('{ code: E07, claim: gazette-2024-05-02-c01, reason: It alone keeps books. }'));
    expect(found.map((line) => line.slice(0, 3))).toEqual(['D90', 'E07']);
  });

  test('of an error change nothing but to be found', async () => {
    const workspace = openWorkspace()
      .edit(GAZETTE, 'suppress: []', 'suppress: [{ code: C04, reason: We know. }]')
      .edit(GAZETTE, 'claim_date: 2024-05-01', 'claim_date: 2024-05-03');
    expect((await codes(workspace)).map((line) => line.slice(0, 3))).toEqual(['D91', 'C04']);
  });
});

describe('a mistake hides as little as it can', () => {
  test('an error of syntax in one claim leaves the other claims judged', async () => {
    const workspace = openWorkspace()
      .edit(GAZETTE, 'quote: shut for eleven days', 'quote: "shut for eleven days')
      .edit(GAZETTE, 'claim_date: 2024-05-01', 'claim_date: 2024-05-03');
    expect((await codes(workspace)).map((line) => line.slice(0, 3))).toEqual(['A04', 'C04']);
  });

  test('an error of syntax in one key leaves the article judged', async () => {
    const workspace = openWorkspace()
      .edit(GAZETTE, 'authors: []', 'authors: [')
      .edit(GAZETTE, 'verdict: refuted', 'verdict: refutd');
    expect((await codes(workspace)).map((line) => line.slice(0, 3))).toEqual(['A04', 'V01']);
  });

  test('a key that is missing leaves the rest of its claim judged', async () => {
    const workspace = openWorkspace()
      .edit(GAZETTE, '    type: numerical\n', '')
      .edit(GAZETTE, 'quote: shut for eleven days', 'quote: shut for eleven dais');
    expect((await codes(workspace)).map((line) => line.slice(0, 3))).toEqual(['A11', 'Q01']);
  });

  test('a claim that is cut in two is one finding for each half', async () => {
    const workspace = openWorkspace().edit(GAZETTE, '    quote: shut', '  -   quote: shut');
    expect(await codes(workspace)).toEqual(['A11 gazette-2024-05-02.md:22', 'A04 gazette-2024-05-02.md:25']);
  });

  test('a misspelt list of claims is one finding', async () => {
    expect(await codes(openWorkspace().edit(GAZETTE, '\nclaims:', '\nclams:'))).toEqual([
      'A10 gazette-2024-05-02.md:21',
    ]);
  });
});
