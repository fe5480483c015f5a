// An hour of an annotator by commands alone: claims, evidence, votes, corrections.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { load } from 'js-yaml';
import { describe, expect, onTestFinished, test } from 'vitest';
import { splitFrontMatter } from '../../scripts/yaml/frontMatter.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';
import { TODAY, type } from './typed.ts';

type Label = Record<string, unknown>;

/** A claim as its file has it. */
function claim(workspace: Workspace, file: string, number: number): Label {
  const parts = splitFrontMatter(workspace.read(file));
  const { claims } = load('yaml' in parts ? parts.yaml : '') as { claims: Label[] };
  return claims[number - 1] ?? {};
}

const ID = 'gazette-2024-05-02-c03';
const QUOTE = 'Ferries carried 1,200 people a day';
const CLAIM = [
  '-q',
  QUOTE,
  '-t',
  'Ferries carried 1,200 people a day.',
  '--claimant',
  'article',
  '--type',
  'numerical',
];
const PAGE = `<!doctype html><html lang="uk"><head><title>Пороми: квітень</title>
  <meta property="og:site_name" content="Порт «Олдпорт»"><link rel="canonical" href="https://ferries.example.org/uk">
  <meta property="article:published_time" content="2024-05-04"></head>
  <body><article><h1>Пороми</h1><p>${'Щодня порти рахували пасажирів. '.repeat(12)}</p></article></body></html>`;

describe('from a quotation to an accepted claim', () => {
  test('in four commands, and everything else keeps its bytes', async () => {
    const workspace = openWorkspace().file('page.html', PAGE);
    const before = workspace.read(GAZETTE);
    await type(workspace, ['new', 'claim', ...CLAIM, '-j', 'The office counted about as many.']);
    const evidence = ['new', 'evidence', ID, '-s', 'supports', '-w'];
    await type(workspace, [...evidence, 'The office counted as many.', '-f', workspace.path('page.html')]);
    await type(workspace, [
      ...[...evidence, 'So did the ferrymen.', '-u', 'https://crew.example.org/log', '--no-fetch'],
      ...['--title', 'Log of the crew', '--publisher', 'Ferry crew', '-o', 'ferry-crew'],
    ]);
    const { out } = await type(workspace, ['vote', ID, '-v', 'Supported', '-c', 'high', '--as', 'a1']);
    expect(out).toContain(`${ID}: a1 votes supported; the claim is labelled.`);
    const { findings } = await workspace.report();
    expect(findings).toEqual([]);
    expect(claim(workspace, GAZETTE, 3)).toEqual({
      id: ID,
      text: 'Ferries carried 1,200 people a day.',
      quote: QUOTE,
      anchor: { start: 327, end: 361 },
      claimant: 'article',
      claim_date: expect.anything(),
      type: 'numerical',
      verdict: 'supported',
      justification: 'The office counted about as many.',
      status: 'labelled',
      annotations: [
        { annotator: 'a1', verdict: 'supported', confidence: 'high', date: expect.anything(), guideline: '1' },
      ],
      evidence: [
        {
          id: 'e1',
          url: 'https://ferries.example.org/uk',
          title: 'Пороми: квітень',
          title_basis: 'page',
          publisher: 'Порт «Олдпорт»',
          published: expect.anything(),
          published_basis: 'page',
          stance: 'supports',
          shows: 'The office counted as many.',
          language: 'uk',
        },
        {
          id: 'e2',
          url: 'https://crew.example.org/log',
          title: 'Log of the crew',
          publisher: 'Ferry crew',
          origin: 'ferry-crew',
          stance: 'supports',
          shows: 'So did the ferrymen.',
        },
      ],
    });
    const at = before.indexOf('---\nThe river');
    const after = workspace.read(GAZETTE);
    expect([after.slice(0, at), after.slice(after.indexOf('---\nThe river'))]).toEqual([
      before.slice(0, at),
      before.slice(at),
    ]);
  });

  test('by answers, where a suggestion is taken by an empty line and a choice by its beginning', async () => {
    const workspace = openWorkspace();
    await type(
      workspace,
      ['new', 'claim'],
      [QUOTE, 'Ferries carried 1,200 people a day.', '', '', 'num', 'river-traffic'],
    );
    expect(claim(workspace, GAZETTE, 3)).toMatchObject({
      quote: QUOTE,
      claimant: 'article',
      type: 'numerical',
      topics: ['river-traffic'],
    });
    await type(workspace, ['vote', '-j', 'Nothing was found.'], ['', 'not_e', '3', 'a1']);
    expect(claim(workspace, GAZETTE, 3)).toMatchObject({ verdict: 'not_enough_evidence', status: 'labelled' });
    expect((await workspace.report()).findings).toEqual([]);
  });

  test('what nobody has decided is `todo`, and what suggests itself is told', async () => {
    const workspace = openWorkspace();
    const { out } = await type(workspace, [
      'new',
      'claim',
      '-q',
      'less than the town had set aside',
      '-t',
      'It cost less.',
    ]);
    expect(out).toContain(
      '  claimant: todo, perhaps `ada-archer`\n  claim_date: todo, perhaps `2024-05-02`\n  type: todo',
    );
    expect(claim(workspace, GAZETTE, 3)).toMatchObject({ claimant: 'todo', claim_date: 'todo', type: 'todo' });
    const undone = await type(workspace, ['new', 'claim', '--undo']);
    expect(claim(workspace, GAZETTE, 3)).toEqual({});
    // Which edit it was, and not only the file.
    expect(undone.out).toMatch(/^Taken back: .*gazette-2024-05-02-c03.*\nIn .*gazette-2024-05-02\.md\n$/);
  });

  test('a name in any script is its id', async () => {
    const workspace = openWorkspace();
    workspace.edit(
      'raw/vocabulary/entities.yml',
      'id: ada-archer',
      'aliases: [Ада Арчер, 阿切尔, "آدا آرتشر"]\n  id: ada-archer',
    );
    for (const [i, name] of ['Ада Арчер', '阿切尔', 'آدا آرتشر'].entries()) {
      const { exitCode } = await type(workspace, [
        'new',
        'claim',
        '-q',
        QUOTE,
        '-t',
        `Claim ${i}.`,
        '--claimant',
        name,
      ]);
      expect(exitCode).toBe(0);
      expect(claim(workspace, GAZETTE, 3 + i)['claimant']).toBe('ada-archer');
    }
  });

  test('the empty claim of a new article is filled in first', async () => {
    const workspace = openWorkspace().file('page.html', PAGE);
    await type(workspace, [
      ...['new', '--from', workspace.path('page.html'), '--id', 'port', '--nature', 'original'],
      ...[
        '--licence',
        'LicenseRef-all-rights-reserved',
        '--publisher',
        'the-gazette',
        '--synopsis',
        'Порт рахує пасажирів.',
      ],
    ]);
    const quote = ['new', 'claim', '-a', 'port', '-q', 'Щодня порти рахували пасажирів', '--claimant', 'article'];
    const several = await type(workspace, [...quote, '-t', 'Порти рахували пасажирів щодня.', '--type', 'event']);
    expect(several.err).toContain('12 times: quote more words, or say which with --place 1 to 12.');
    await type(workspace, [...quote, '--place', '2', '-t', 'Порти рахували пасажирів щодня.', '--type', 'event']);
    expect(workspace.read('raw/articles/port.md')).toContain(`claims:
  - id: port-c01
    text: "Порти рахували пасажирів щодня."
    quote: "Щодня порти рахували пасажирів"
    anchor: { start: 40, end: 70 }
    claimant: article
    claim_date: 2024-05-04
    type: event
    status: draft
---
Порт рахує пасажирів.
`);
  });

  test('numbers go on behind those of the file', async () => {
    const workspace = openWorkspace().edit(GAZETTE, 'id: gazette-2024-05-02-c02', 'id: gazette-2024-05-02-c41');
    const { out } = await type(workspace, ['new', 'claim', ...CLAIM]);
    expect(out).toContain('gazette-2024-05-02-c42: written as a draft.');
  });
});

describe('one command that goes on to an accepted claim', () => {
  const LOG = PAGE.replaceAll('ferries.example', 'crew.example').replace('Пороми: квітень', 'Журнал команди');
  const SPLIT = ['--nature', 'original', '--id', 'port', '--publisher', 'the-gazette'];
  const QUOTED = 'Порти рахували пасажирів у квітні';
  const ARTICLE = PAGE.replace('<h1>Пороми</h1>', `<h1>Пороми</h1><p>${QUOTED}.</p>`).replaceAll(
    'ferries.',
    'gazette.',
  );
  const open = () => openWorkspace().file('page.html', ARTICLE).file('port.html', PAGE).file('log.html', LOG);
  const evidence = (workspace: Workspace) => [workspace.path('port.html'), workspace.path('log.html')];
  const said = ['supp', 'Порт рахував.', '', 's', 'Команда теж.', ''];

  test('the first page is the article, the others are the evidence, and the vote comes last', async () => {
    const workspace = open();
    const { exitCode, out } = await type(
      workspace,
      ['new', workspace.path('page.html'), ...evidence(workspace), ...SPLIT],
      [
        ...['LicenseRef', 'Порт рахує.', QUOTED, 'Порти рахували пасажирів.', 'article', '', 'ev', ''],
        ...[...said, 'supported', 'high', 'Так кажуть обидва.', 'a1'],
      ],
    );
    expect([exitCode, out]).toEqual([
      0,
      expect.stringContaining('port-c01: a1 votes supported; the claim is labelled.'),
    ]);
    const { summary } = await workspace.report();
    expect(summary.errors).toBe(0);
    expect(claim(workspace, 'raw/articles/port.md', 1)).toMatchObject({
      status: 'labelled',
      evidence: [
        { id: 'e1', title: 'Пороми: квітень' },
        { id: 'e2', title: 'Журнал команди' },
      ],
    });
  });

  test('the same is said by options, of each page in their order', async () => {
    const workspace = open();
    const { out } = await type(workspace, [
      ...['new', 'claim', ...evidence(workspace), ...CLAIM, '-j', 'Both say so.'],
      ...['-s', 'supp', '-w', 'The port counted.', '-s', 'c', '-w', 'So did the crew.'],
      ...['-v', 'supported', '-c', 'h', '--as', 'a1'],
    ]);
    expect(out).toContain(`${ID}: a1 votes supported; the claim is labelled.`);
    expect(claim(workspace, GAZETTE, 3)).toMatchObject({
      evidence: [
        { stance: 'supports', shows: 'The port counted.' },
        { stance: 'context', shows: 'So did the crew.' },
      ],
    });
  });

  test('whoever gives no verdict leaves a draft; each edit is taken back by itself', async () => {
    const workspace = open();
    const before = workspace.read(GAZETTE);
    const answers = [QUOTE, 'Ferries carried 1,200 people a day.', '', '', 'num', '', ...said, '', '', '', ''];
    const { out } = await type(workspace, ['new', 'claim', ...evidence(workspace)], answers);
    expect(out).toContain(`${ID}: nobody has voted on it yet; it stays a draft.`);
    for (const part of ['evidence', 'evidence', 'claim']) await type(workspace, ['new', part, '--undo']);
    expect(workspace.read(GAZETTE)).toBe(before);
  });

  test('whoever stops in the middle keeps what there is, and is told how to go on', async () => {
    const workspace = open();
    const answers = [QUOTE, 'Ferries carried 1,200 people a day.', '', '', 'num', '', 's', 'The port counted.', ''];
    const { err, exitCode } = await type(workspace, ['new', 'claim', ...evidence(workspace)], answers);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('nothing more was written.')]);
    expect(err).toContain(`\`npm run new evidence ${ID} PAGE\` and \`npm run vote ${ID}\` go on with it.`);
    expect(claim(workspace, GAZETTE, 3)).toMatchObject({ status: 'draft', evidence: [{ id: 'e1' }] });
  });

  test('what cannot be taken is asked for once more, and nothing that was typed is lost', async () => {
    const workspace = openWorkspace();
    const answers = ['no such words', QUOTE, 'Ferries carried many.', 'nobody', 'ada', '3 May', '', 'zzz', 'num', ''];
    const { exitCode } = await type(workspace, ['new', 'claim'], answers);
    expect(exitCode).toBe(0);
    expect(claim(workspace, GAZETTE, 3)).toMatchObject({ quote: QUOTE, claimant: 'ada-archer', type: 'numerical' });
  });

  test('the annotator of the last vote is offered, and is nobody where nobody is asked', async () => {
    const workspace = openWorkspace();
    await type(workspace, ['vote', 'gazette-2024-05-02-c02', '-v', 'supported', '-c', 'low', '--as', 'b7']);
    const vote = ['vote', 'herald-2024-05-03-c01', '-v', 'refuted', '-c', 'low'];
    expect((await type(workspace, vote)).err).toContain('--as is missing');
    await type(workspace, vote, ['']);
    expect(workspace.read(HERALD)).toContain('annotator: b7');
  });

  test('nature and licence of the last article of the publisher are offered', async () => {
    const workspace = open();
    const begin = ['new', workspace.path('page.html'), '--publisher', 'the-gazette'];
    await type(workspace, [
      ...begin,
      '--id',
      'the-gazette-2024-05-01',
      '--nature',
      'rewritten',
      '--licence',
      'CC-BY-4.0',
    ]);
    await type(workspace, begin, ['', '', 'Порт рахує.']);
    expect(workspace.read('raw/articles/the-gazette-2024-05-04.md')).toMatch(
      /nature: rewritten[\s\S]*license: "?CC-BY-4\.0/,
    );
  });

  test.each([
    [['--dry-run'], '--dry-run and --undo are of one edit'],
    [['nowhere.html'], 'nowhere.html cannot be read.'],
    [['-s', 'c', '-s', 'c', '-s', 'c'], 'More is said of pages than there are pages.'],
  ])('%j is refused', async (options, message) => {
    const workspace = open();
    const before = workspace.read(GAZETTE);
    const { err, exitCode } = await type(workspace, ['new', 'claim', ...evidence(workspace), ...CLAIM, ...options]);
    expect([exitCode, err]).toEqual([2, expect.stringContaining(message)]);
    expect(workspace.read(GAZETTE)).toBe(before);
  });

  test('what is said of one page alone is not said of several', async () => {
    const workspace = open();
    const words = ['new', 'evidence', 'gazette-2024-05-02-c02', ...evidence(workspace), '--title', 'A log'];
    expect((await type(workspace, words)).err).toContain('Only --stance and --shows are said of several pages');
  });
});

describe('a page that is asked for its title', () => {
  const serve = async (body: string | null) => {
    const server = createServer((_, response) => {
      if (body === null) response.writeHead(302, { location: 'http://127.0.0.1:1/secret' }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    onTestFinished(() => void server.close());
    return `http://localhost:${(server.address() as AddressInfo).port}/page`;
  };

  test('gives it, and the day on which it was read', async () => {
    const workspace = openWorkspace();
    await type(workspace, ['new', 'claim', ...CLAIM]);
    const url = await serve(PAGE);
    await type(workspace, ['new', 'evidence', ID, '-u', url, '-s', 'supports']);
    const { evidence } = claim(workspace, GAZETTE, 3) as { evidence: Label[] };
    expect(evidence[0]).toMatchObject({ url, title: 'Пороми: квітень', language: 'uk' });
    expect(workspace.read(GAZETTE)).toContain(`        accessed: ${TODAY}\n`);
  });

  test('leads to no other host: its address is written down, and the rest is `todo`', async () => {
    const workspace = openWorkspace();
    await type(workspace, ['new', 'claim', ...CLAIM]);
    const url = await serve(null);
    const { err, out } = await type(workspace, ['new', 'evidence', ID, '-u', url, '-s', 'supports', '-w', 'As many.']);
    expect(err).toContain('it redirects to another host');
    expect(out).toContain('  title: todo\n  publisher: todo');
  });
});

describe('votes', () => {
  test('a second vote that agrees makes a claim reviewed, in flow style as the first', async () => {
    const workspace = openWorkspace();
    await type(workspace, [
      'vote',
      'gazette-2024-05-02-c02',
      '-v',
      'supported',
      '-c',
      'low',
      '--as',
      'a2',
      '--note',
      'so: "yes" # 1',
    ]);
    expect(workspace.read(GAZETTE)).toContain(
      `      - { annotator: a1, verdict: supported, confidence: high, date: 2024-05-09, guideline: "1" }
      - { annotator: a2, verdict: supported, confidence: low, date: 2024-06-01, guideline: "1", note: "so: \\"yes\\" # 1" }\n`,
    );
    expect(claim(workspace, GAZETTE, 2)['status']).toBe('reviewed');
    expect((await workspace.report()).summary.errors).toBe(0);
  });

  test('nobody votes twice', async () => {
    const { exitCode, err } = await type(openWorkspace(), [
      'vote',
      'gazette-2024-05-02-c02',
      '-v',
      'refuted',
      '-c',
      'low',
      '--as',
      'a1',
    ]);
    expect([exitCode, err]).toEqual([2, expect.stringContaining('a1 has voted on gazette-2024-05-02-c02')]);
  });

  test('who has voted does not settle: a third person does', async () => {
    const workspace = openWorkspace();
    await type(workspace, ['vote', 'gazette-2024-05-02-c02', '-v', 'misleading', '-c', 'low', '--as', 'a2']);
    const settle = ['settle', 'gazette-2024-05-02-c02', '-v', 'misleading', '-r', 'The ledger.', '-j', 'It says so.'];
    expect(await type(workspace, [...settle, '--as', 'a2'])).toMatchObject({
      err: 'a2 has voted on gazette-2024-05-02-c02: somebody who has not settles it.',
      exitCode: 2,
    });
  });

  test('all that agree leave nothing to settle', async () => {
    const words = ['settle', 'gazette-2024-05-02-c02', '-v', 'refuted', '-r', 'No.', '--as', 'a3'];
    expect((await type(openWorkspace(), words)).err).toContain('there is nothing to settle');
  });
});

describe('a draft that was voted on before all was there', () => {
  const vote = ['vote', ID, '-v', 'supported', '-c', 'high', '--as', 'a1'];
  const evidence = ['new', 'evidence', ID, '-u', 'https://crew.example.org/log', '--no-fetch', '-s', 'supports'];
  const described = [...evidence, '-w', 'It says so.', '--title', 'Log', '--publisher', 'Ferry crew'];

  test('says what it waits for, and is published by the edit that brings the last of it', async () => {
    const workspace = openWorkspace();
    await type(workspace, ['new', 'claim', ...CLAIM]);
    expect((await type(workspace, vote)).out).toContain(
      'the claim stays a draft: it has no evidence, it has no justification.',
    );
    const added = await type(workspace, described);
    expect(added.out).toContain('evidence e1 is added; the claim stays a draft: it has no justification.');
    const { out } = await type(workspace, ['revise', ID, '-j', 'The log says so.', '-r', 'It had none.']);
    expect(out).toContain(`${ID}: revised; the claim is labelled.`);
    expect(claim(workspace, GAZETTE, 3)).toMatchObject({ status: 'labelled', verdict: 'supported' });
    expect((await workspace.report()).findings).toEqual([]);
  });

  test('is disputed where a file of votes differs by then', async () => {
    const workspace = openWorkspace();
    await type(workspace, ['new', 'claim', ...CLAIM, '-j', 'The log says so.']);
    await type(workspace, vote);
    const other = { claim: ID, verdict: 'refuted', confidence: 'low', date: TODAY, guideline: '1' };
    workspace.file('raw/votes/a2.jsonl', `${JSON.stringify(other)}\n`);
    expect((await type(workspace, described)).out).toContain('evidence e1 is added; the claim is disputed.');
    expect(claim(workspace, GAZETTE, 3)).toMatchObject({ status: 'disputed', verdict: null });
  });
});

describe('a day of evidence that is typed', () => {
  const dated = ['new', 'evidence', 'gazette-2024-05-02-c01', '-u', 'https://crew.example.org/log', '--no-fetch'];
  const all = [
    ...dated,
    '-s',
    'context',
    '-w',
    'A log.',
    '--title',
    'Log',
    '--publisher',
    'Crew',
    '--published',
    '2024-05',
  ];

  test('leaves it to a person how it is known', async () => {
    const workspace = openWorkspace();
    expect((await type(workspace, all)).out).toContain('  published_basis: todo');
  });

  test('has the basis that is typed with it', async () => {
    const workspace = openWorkspace();
    await type(workspace, [...all, '--published-basis', 'copy']);
    expect(JSON.stringify(claim(workspace, GAZETTE, 1))).toContain('"published":"2024-05","published_basis":"copy"');
  });
});

describe('corrections', () => {
  test('who has voted alone corrects verdict and vote in one', async () => {
    const workspace = openWorkspace().edit(GAZETTE, 'same_as: [herald-2024-05-03-c01]', 'same_as: []');
    workspace.edit(HERALD, 'same_as: [gazette-2024-05-02-c01]', 'same_as: []');
    const words = ['revise', 'gazette-2024-05-02-c01', '-v', 'misleading', '-r', 'Помилка: не те.'];
    expect((await type(workspace, [...words, '--as', 'a2'])).err).toContain("The vote is a1's");
    const { exitCode } = await type(workspace, [...words, '--as', 'a1']);
    expect(exitCode).toBe(0);
    expect(claim(workspace, GAZETTE, 1)).toMatchObject({ verdict: 'misleading', status: 'labelled', revisions: [] });
    expect(workspace.read(GAZETTE)).toContain('annotator: a1, verdict: misleading, confidence: high, date: 2024-06-01');
  });

  test('a quotation takes its place with it', async () => {
    const workspace = openWorkspace();
    await type(workspace, [
      'revise',
      'gazette-2024-05-02-c01',
      '-q',
      'shut for eleven days while',
      '-r',
      'One word more.',
    ]);
    expect(claim(workspace, GAZETTE, 1)).toMatchObject({ anchor: { start: 66, end: 92 } });
  });

  test('a withdrawn claim is named by no other', async () => {
    const workspace = openWorkspace();
    const before = workspace.read(HERALD);
    await type(workspace, [
      'withdraw',
      'gazette-2024-05-02-c01',
      '-r',
      'No claim.',
      '--successors',
      'gazette-2024-05-02-c02',
    ]);
    expect(workspace.read(HERALD)).toContain('    same_as: []\n');
    expect((await workspace.report()).summary.errors).toBe(0);
    await type(workspace, ['withdraw', '--undo']);
    expect(workspace.read(HERALD)).toBe(before);
  });

  test('a withdrawn claim gets no evidence any more', async () => {
    const workspace = openWorkspace();
    await type(workspace, ['withdraw', 'gazette-2024-05-02-c02', '-r', 'No claim.']);
    const evidence = ['new', 'evidence', 'gazette-2024-05-02-c02', '-u', 'https://crew.example.org/log', '--no-fetch'];
    expect((await type(workspace, evidence)).err).toBe('gazette-2024-05-02-c02 is withdrawn: it changes no more.');
  });

  test('two claims name each other, and contradictory ones are refused with the finding', async () => {
    const workspace = openWorkspace();
    const before = [GAZETTE, HERALD].map((name) => workspace.read(name));
    const { exitCode, out } = await type(workspace, ['same-as', 'gazette-2024-05-02-c02', 'herald-2024-05-03-c01']);
    expect([exitCode, out]).toEqual([
      1,
      expect.stringMatching(/error D02[\s\S]*Nothing was written: an error would come/),
    ]);
    expect([GAZETTE, HERALD].map((name) => workspace.read(name))).toEqual(before);
  });
});

test('a dry run shows the edit and writes nothing', async () => {
  const workspace = openWorkspace();
  const before = workspace.read(GAZETTE);
  const { out } = await type(workspace, ['new', 'claim', ...CLAIM, '--dry-run']);
  expect(out).toContain('+  - id: gazette-2024-05-02-c03\n');
  expect(workspace.read(GAZETTE)).toBe(before);
});

describe('what is typed comes out the same, or is refused', () => {
  const HOSTILE = [
    'a: b # c',
    '"quoted" and \'so\'',
    '- dash',
    '-dash',
    '--undo',
    '[a, b]',
    '{ a: b }',
    '&a *b !c |d >e %f @g `h',
    '---',
    'null',
    '~',
    'yes',
    '2024-05-02',
    '0x1F',
    '1e3',
    'Київ — «мир» 100 %',
    'القاهرة: ١٢ # اثنا عشر',
    '和平：「計劃」',
    'trailing\\',
    '<b>|</b>',
    '😀 e\u0301',
    ' leading',
    'trailing ',
    'two\nlines',
    'tab\there',
    'bell\u0007',
    'next\u0085line',
    'bom\ufeff',
    'override\u202Eright',
    'zero\u200bwidth',
    '',
    'todo',
  ];
  test.each(HOSTILE)('%j', async (text) => {
    const workspace = openWorkspace();
    const before = workspace.read(GAZETTE);
    const { exitCode } = await type(workspace, [
      'new',
      'claim',
      ...CLAIM.slice(0, 2),
      '--text',
      text,
      '--justification',
      text,
    ]);
    if (exitCode === 0) expect(claim(workspace, GAZETTE, 3)).toMatchObject({ text, justification: text });
    else expect(workspace.read(GAZETTE)).toBe(before);
  });

  test('what may be refused is refused for a reason', async () => {
    const workspace = openWorkspace();
    const { out } = await type(workspace, ['new', 'claim', ...CLAIM.slice(0, 2), '--text', 'over\u202Eride']);
    expect(out).toMatch(/error A20/);
  });

  test.each([
    '../x',
    'gazette-2024-05-02',
    '../../etc/passwd-c01',
    'nowhere-c01',
    'gazette-2024-05-02-c99',
    '\u001b[2J-c01',
  ])('no claim is called %j', async (id) => {
    const { exitCode, err } = await type(openWorkspace(), ['vote', id, '-v', 'supported', '-c', 'low', '--as', 'a2']);
    expect([exitCode, err]).toEqual([2, expect.stringMatching(/is no id of a claim|There is no (?:claim|article)/)]);
  });
});

test('labels with the line ends of Windows are edited with their line ends, though they are a finding', async () => {
  const workspace = openWorkspace();
  workspace.file(GAZETTE, workspace.read(GAZETTE).replaceAll('\n', '\r\n'));
  await type(workspace, ['vote', 'gazette-2024-05-02-c01', '-v', 'refuted', '-c', 'high', '--as', 'a2']);
  const text = workspace.read(GAZETTE);
  expect(text).toMatch(/annotator: a2.*\r\n/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});
