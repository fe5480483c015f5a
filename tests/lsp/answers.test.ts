// What an editor is told at a place: what may be written there, what stands there, and what can be done about it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CodeAction, CompletionItem, Position } from 'vscode-languageserver';
import { RULES } from '../../scripts/rules/index.ts';
import { GAZETTE, HERALD, Workspace } from '../workspace.ts';
import { Editor } from './editor.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const START = { line: 0, character: 0 };
const ENTITIES = 'raw/vocabulary/entities.yml';

const workspace = new Workspace(mkdtempSync(join(tmpdir(), 'veritable-')));
cpSync('examples/gazette', workspace.root, { recursive: true });
const saved = (file: string) => workspace.read(file);
let editor: Editor;

beforeAll(async () => {
  editor = await new Editor(workspace.root).begin();
  for (const file of [GAZETTE, ENTITIES]) await editor.open(file, saved(file));
});
afterAll(() => {
  editor.server.kill('SIGKILL');
  rmSync(workspace.root, { recursive: true });
});

/** Types a text in the place of another, with `|` where the cursor then stands; nothing is saved. */
async function type(replace: string, by: string, file = GAZETTE): Promise<Position> {
  const text = saved(file);
  if (!text.includes(replace)) throw new Error(`${file} does not hold ${JSON.stringify(replace)}`);
  const typed = text.replace(replace, () => by);
  const offset = typed.indexOf('|');
  await editor.change(file, typed.slice(0, offset) + typed.slice(offset + 1));
  return editor.place(file, typed.slice(offset + 1));
}

async function complete(replace: string, by: string, file = GAZETTE): Promise<CompletionItem[]> {
  return editor.completions(file, await type(replace, by, file));
}

const labels = (items: readonly CompletionItem[]) => items.map(({ label }) => label);

/** The document after a completion was chosen. */
function choose(item: CompletionItem | undefined, file = GAZETTE): string {
  if (!item?.textEdit || !('range' in item.textEdit)) throw new Error('There is no such completion.');
  return editor.apply({ changes: { [editor.uriOf(file)]: [item.textEdit] } }, saved).get(file) ?? '';
}

describe('completion', () => {
  test('a value that is not begun: the verdicts in the order of the scale, with their definitions', async () => {
    const items = await complete('verdict: refuted\n', 'verdict: |\n');
    expect(labels(items).slice(0, 3)).toEqual(['supported', 'refuted', 'misleading']);
    expect(items[1]?.documentation).toEqual({ kind: 'markdown', value: expect.stringContaining('to be false') });
    expect(choose(items[1])).toBe(saved(GAZETTE));
  });

  test.each([
    ['in a vote between braces', 'verdict: refuted, confidence', 'verdict: |, confidence', 'refuted'],
    [
      'in a vote whose brace is still open',
      '{ annotator: a1, verdict: refuted, confidence: high, date: 2024-05-09, guideline: "1" }',
      '{ annotator: a1, verdict: |',
      'refuted',
    ],
    ['in an open list', 'topics: [river-traffic]', 'topics: [|', 'river-traffic'],
    ['in a list of lines', 'topics: [river-traffic]', 'topics:\n      - ri|', 'river-traffic'],
    ['a choice of the schema', 'stance: refutes', 'stance: re|', 'refutes'],
    ['a voice', 'claimant: aldport-council', 'claimant: |', 'article'],
    [
      'the next number of a claim',
      'same_as: []\n    revisions: []\n    withdrawn: null\n---',
      'same_as: []\n  - id: |\n---',
      'gazette-2024-05-02-c03',
    ],
    ['the next number of a piece of evidence', '    same_as: [herald', '      - id: |\n    same_as: [herald', 'e2'],
    ['an origin that the file names already', 'origin: aldport-harbour-office', 'origin: |', 'aldport-council'],
    ['a rule that can be accepted', 'suppress: []', 'suppress: [{ code: |', 'E07'],
    [
      'a claim of the article for an exception',
      'suppress: []',
      'suppress: [{ code: E07, claim: |',
      'gazette-2024-05-02-c02',
    ],
    [
      'while the line below cannot be read',
      'verdict: refuted\n    justification: The',
      'verdict: |\n    justification: [ The',
      'refuted',
    ],
  ])('%s', async (_, replace, by, label) => {
    expect(labels(await complete(replace, by))).toContain(label);
  });

  test('a claimant is found by any of its names, in any script', async () => {
    const typed = saved(ENTITIES).replace('aliases: [Mayor Archer]', 'aliases: [Mayor Archer, Ада Арчер, 阿切爾]');
    await editor.change(ENTITIES, typed);
    const items = await complete('claimant: ada-archer', 'claimant: Арч|');
    const found = items.find(({ label }) => label === 'ada-archer');
    for (const name of ['Арчер', '阿切爾', 'Mayor']) expect(found?.filterText).toContain(name);
    expect(choose(found)).toBe(saved(GAZETTE));
    await editor.change(ENTITIES, saved(ENTITIES));
  });

  test('claims that may say the same: the likeliest first, with what they say', async () => {
    const items = await complete('same_as: [herald-2024-05-03-c01]', 'same_as: [|]');
    expect(items[0]?.label).toBe('herald-2024-05-03-c01');
    expect(labels(items)).not.toContain('gazette-2024-05-02-c01');
  });

  test('keys that a claim lacks, those that it needs first', async () => {
    const items = await complete('    text: The river bridge', '    |\n    #');
    expect(labels(items)[0]).toBe('text');
    expect(items[0]?.detail).toBe('Claim (needed)');
    expect(labels(items)).toContain('distortion');
    expect(labels(items)).not.toContain('quote');
    expect(choose(items[0])).toContain('    text: \n');
  });

  test('keys of a file of settings, and of a vocabulary', async () => {
    expect(labels(await complete('    kind: person', '    |', ENTITIES).catch(() => []))).toEqual([]);
    expect(labels(await complete('kind: person', 'k|', ENTITIES))).toContain('kind');
    await editor.change(ENTITIES, saved(ENTITIES));
  });

  test('a whole claim: filled in, it is right', async () => {
    const [item] = await complete('    withdrawn: null\n---', '    withdrawn: null\n  - |\n---');
    expect(item?.label).toBe('gazette-2024-05-02-c03: a new claim');
    const answers: Record<string, string> = {
      text: 'Ferries at Aldport carried 1,200 people a day in April 2024.',
      quote: 'Ferries carried 1,200 people a day',
      claimant: 'article',
      claim_date: '2024-05-02',
      type: 'numerical',
      verdict: 'supported',
      justification: 'The office counted 1,190 a day.',
      status: 'labelled',
      annotator: 'a1',
      confidence: 'high',
      date: '2024-05-09',
      guideline: '"1"',
      url: 'https://harbour.example.org/ferries',
      title: 'Ferry counts',
      publisher: 'Aldport Harbour Office',
      stance: 'supports',
      shows: 'The office counted 1,190 a day.',
    };
    const filled = choose(item).replace(/^( *(?:- )?(\w+): )\$\{\d+[:|].*\}$/gm, (_, head, key) => head + answers[key]);
    expect(filled).not.toContain('${');
    // The quotation's anchor is left to the fix that counts it.
    expect((await editor.change(GAZETTE, filled)).map(({ code }) => code)).toEqual(['Q01']);
    const [fix] = await editor.actions(GAZETTE, START, ['source.fixAll']);
    const fixed = editor.apply((await editor.resolve(fix as CodeAction)).edit, saved).get(GAZETTE) ?? '';
    expect(await editor.change(GAZETTE, fixed)).toEqual([]);
  });

  test('nothing in running text, in the body and in a file of another kind', async () => {
    expect(await complete('text: The river', 'text: The| river')).toEqual([]);
    expect(await complete('Mayor Ada Archer said', 'verdict: |')).toEqual([]);
    await editor.open('raw/captures/x.txt', 'verdict: ').catch(() => []);
    expect(await editor.completions('raw/captures/x.txt', { line: 0, character: 9 })).toEqual([]);
  });
});

describe('completion in a file of votes', () => {
  const VOTES = 'raw/votes/a7.jsonl';
  const LINE =
    '{"claim":"gazette-2024-05-02-c01","verdict":"refuted","confidence":"high","date":"2024-05-10","guideline":"2"}\n';
  beforeAll(async () => {
    workspace.file(VOTES, LINE);
    await editor.open(VOTES, LINE);
  });
  afterAll(async () => {
    await editor.close(VOTES);
    workspace.remove('raw/votes');
    await editor.change(GAZETTE, saved(GAZETTE));
  });
  const completeLine = async (typed: string) => {
    const at = typed.indexOf('|');
    await editor.change(VOTES, `${LINE}${typed.replace('|', '')}`);
    return editor.completions(VOTES, editor.place(VOTES, '', LINE.length + at));
  };

  test.each([
    ['claims that have no vote in it yet', '{"claim":"|', ['gazette-2024-05-02-c02', 'herald-2024-05-03-c01']],
    ['the claims that hold what is written', '{"claim":"her|"', ['herald-2024-05-03-c01']],
    ['the verdicts', '{"claim":"x","verdict":"|"}', ['supported', 'refuted', 'misleading']],
    ['the degrees of the schema', '{"claim":"x","confidence": |', ['high', 'medium', 'low']],
    ['the newest guideline', '{"guideline":"|"}', ['2']],
    ['keys that the line lacks', '{"claim":"x","verdict":"y",|', ['confidence', 'date', 'guideline', 'note']],
    ['nothing behind a vote', '{"claim":"x"}|', []],
  ])('%s', async (_, typed, expected) => {
    expect(labels(await completeLine(typed)).slice(0, Math.max(expected.length, 1))).toEqual(expected);
  });

  test('a chosen claim is closed, and once', async () => {
    for (const [typed, whole] of [
      ['{"claim":"her|', '{"claim":"herald-2024-05-03-c01"'],
      ['{"claim":"her|"}', '{"claim":"herald-2024-05-03-c01"}'],
    ] as const) {
      const [item] = await completeLine(typed);
      expect(choose(item, VOTES)).toBe(LINE + whole);
    }
  });

  test('on an empty line a whole vote; filled in, it is right', async () => {
    const [item] = await completeLine('|');
    const line = choose(item, VOTES)
      .replace(/\$\{1:todo\}/, 'herald-2024-05-03-c01')
      .replace(/\$\{\d\|([^,]+),[^|]*\|\}/g, '$1')
      .replaceAll('\\}', '}');
    expect(line).not.toContain('$');
    expect((await editor.change(VOTES, `${line}\n`)).filter(({ severity }) => severity === 1)).toEqual([]);
    expect(line).toContain('"guideline":"2"');
  });
});

describe('saved pages', () => {
  const PAGES = 'private/pages';
  const NEW = 'raw/articles/the-gazette-2024-05-11.md';
  const page = (name: string, words: string) =>
    `<!doctype html><html lang="en"><head><title>${name} $1 \${x}</title><meta property="og:site_name" content="The Gazette">
<link rel="canonical" href="https://gazette.example.org/${name}"><meta property="article:published_time" content="2024-05-11">
</head><body><article><h1>${name}</h1><p>${`${words} `.repeat(20)}</p></article></body></html>`;
  beforeAll(async () => {
    workspace.file(`${PAGES}/first.html`, page('first', 'The gates are replaced.'));
    workspace.file(`${PAGES}/second.html`, page('second', 'The gates are new.')).file(`${PAGES}/notes.pdf`, 'no page');
    workspace.file(NEW, '');
    await editor.open(NEW, '');
  });
  afterAll(async () => {
    await editor.close(NEW);
    workspace.remove('private').remove(NEW);
    await editor.change(GAZETTE, saved(GAZETTE));
  });

  test('are offered in an article that is empty, as articles', async () => {
    const items = await editor.completions(NEW, START);
    expect(labels(items)).toEqual(['first.html: an article', 'second.html: an article']);
    const text = choose(items[1], NEW);
    expect(text).toMatch(/^---\nid: the-gazette-2024-05-11\n/);
    // What a page says of itself is text, and not a place to be filled in.
    expect(text).toContain(`second \\$1 \\$${'{x\\}'}`);
    expect(text).toMatch(/nature: \$\{1\|original,/);
    expect(text).toMatch(/verdict: \$\{\d+:todo\}/);
  });

  test('are offered as evidence, but for those that the article names', async () => {
    const items = await complete('    same_as: [herald', '      - |\n    same_as: [herald');
    expect(labels(items).slice(0, 2)).toEqual(['e2: first.html', 'e2: second.html']);
    const typed = await complete(
      '    same_as: [herald',
      '        url: https://gazette.example.org/first\n      - |\n    same_as: [herald',
    );
    expect(labels(typed)).not.toContain('e2: first.html');
    await editor.change(GAZETTE, saved(GAZETTE));
  });

  test('give the capture of an article that was read from one, and nothing is written by the server', async () => {
    const [item] = await editor.completions(NEW, START);
    await editor.change(NEW, choose(item, NEW).replaceAll('\\', ''));
    const actions = await editor.actions(NEW, START);
    const write = actions.find(({ title }) => title.startsWith('Write raw/captures/'));
    expect(write?.title).toBe(`Write raw/captures/the-gazette-2024-05-11.txt from ${PAGES}/first.html`);
    expect(write?.edit?.documentChanges).toMatchObject([
      { kind: 'create' },
      { edits: [{ newText: expect.stringContaining('The gates are replaced.') }] },
    ]);
    expect(() => saved('raw/captures/the-gazette-2024-05-11.txt')).toThrow('ENOENT');
    await editor.change(NEW, editor.text(NEW).replace(/sha256: .*/, `sha256: ${'0'.repeat(64)}`));
    expect((await editor.actions(NEW, START)).map(({ title }) => title)).not.toContain(write?.title);
  });
});

test('the day of a vote is today, and that of a claim its article’s', async () => {
  expect(labels(await complete('claim_date: 2024-05-02', 'claim_date: |'))).toContain('2024-05-02');
  const [today] = await complete('date: 2024-05-09, guideline', 'date: |, guideline');
  expect(today?.label).toMatch(/^\d{4}-\d\d-\d\d$/);
  await editor.change(GAZETTE, saved(GAZETTE));
});

test('an id that an article gives itself is written as text, not as a place that an editor fills in', async () => {
  const evil = `id: "$CLIPBOARD \${1:x}\\n- id: y"`;
  const typed = saved(GAZETTE)
    .replace('id: gazette-2024-05-02\n', () => `${evil}\n`)
    .replace('    withdrawn: null\n---', '    withdrawn: null\n  - \n---');
  await editor.change(GAZETTE, typed);
  const [item] = await editor.completions(GAZETTE, editor.place(GAZETTE, '  - \n---', 4));
  const first = (item?.textEdit?.newText ?? '').split('\n')[0] ?? '';
  expect(first).toContain('CLIPBOARD');
  expect(first).not.toMatch(/(?<!\\)\$/);
  expect(first).toMatch(/^id: ".*-c03"$/);
  await editor.change(GAZETTE, saved(GAZETTE));
});

describe('hover and places', () => {
  beforeAll(async () => {
    await editor.change(GAZETTE, saved(GAZETTE));
    await editor.change(ENTITIES, saved(ENTITIES));
  });
  const textAt = async (text: string, into = 2) => {
    const hover = await editor.hover(GAZETTE, editor.place(GAZETTE, text, into));
    return (hover?.contents as { value: string } | undefined)?.value ?? '';
  };

  test('a key: what the field is for', async () => {
    expect(await textAt('asserted_by', 0).catch(() => '')).toBe('');
    expect(await textAt('claim_date')).toContain('When the claimant made the claim');
  });

  test('an id: what it means, and how often it is used', async () => {
    expect(await textAt('ada-archer')).toMatch(/Ada Archer[\s\S]*Used in 1 of 2 articles/);
  });

  test('a claim that says the same: its words and its verdict', async () => {
    expect(await textAt('herald-2024-05-03-c01')).toMatch(/\w+ .*\n\n.*(?:refuted|supported|misleading)/);
  });

  test('what the data say is shown, and not obeyed', async () => {
    const evil = '![x](https://evil.example.org/a.png) <img src=x> [run](command:evil)';
    await editor.change(ENTITIES, saved(ENTITIES).replace('name: Ada Archer', `name: "${evil}"`));
    const shown = await textAt('ada-archer');
    expect(shown).toContain('evil.example.org');
    expect(shown).not.toMatch(/(?<!\\)!?\[[^\]]*(?<!\\)\]\(/);
    expect(shown).not.toContain('<img');
    await editor.change(ENTITIES, saved(ENTITIES));
  });

  test('an id leads to its entry, a claim to its article', async () => {
    const entry = await editor.definition(GAZETTE, editor.place(GAZETTE, 'ada-archer', 2));
    expect(editor.fileOf(entry?.uri ?? '')).toBe(ENTITIES);
    expect(entry?.range.start).toEqual(editor.place(ENTITIES, 'ada-archer'));
    const claim = await editor.definition(GAZETTE, editor.place(GAZETTE, 'herald-2024-05-03-c01', 2));
    expect(editor.fileOf(claim?.uri ?? '')).toBe(HERALD);
  });

  test('an entry leads to everything that names it', async () => {
    const places = await editor.references(ENTITIES, editor.place(ENTITIES, 'aldport-council', 2));
    expect(places.map(({ uri }) => editor.fileOf(uri))).toEqual([ENTITIES, GAZETTE]);
  });

  test('claims with their verdicts and evidence are listed, and fold', async () => {
    const symbols = await editor.symbols(GAZETTE);
    expect(symbols.map(({ name, detail }) => [name.slice(0, 22), detail])).toEqual([
      ['gazette-2024-05-02-c01', 'refuted'],
      ['gazette-2024-05-02-c02', 'supported'],
    ]);
    expect(symbols[1]?.children?.map(({ name }) => name.slice(0, 2))).toEqual(['e1', 'e2']);
    const folds = await editor.folds(GAZETTE);
    const first = editor.place(GAZETTE, 'id: gazette-2024-05-02-c01').line;
    const second = editor.place(GAZETTE, 'id: gazette-2024-05-02-c02').line;
    expect(folds).toContainEqual({ startLine: first, endLine: second - 1 });
  });
});

describe('rename', () => {
  beforeAll(async () => {
    await editor.change(GAZETTE, saved(GAZETTE));
    await editor.change(ENTITIES, saved(ENTITIES));
  });

  test('everywhere at once, and back without a byte changed', async () => {
    const there = await editor.rename(GAZETTE, editor.place(GAZETTE, 'aldport-council', 2), 'council-of-aldport');
    const texts = editor.apply(there, saved);
    expect([...texts.keys()].sort()).toEqual([GAZETTE, ENTITIES].sort());
    for (const [file, text] of texts) {
      expect(text).not.toMatch(/(?:claimant|- id): aldport-council/);
      await editor.change(file, text);
    }
    expect([...editor.shown.values()].flat()).toEqual([]);
    const back = await editor.rename(ENTITIES, editor.place(ENTITIES, 'council-of-aldport', 2), 'aldport-council');
    for (const [file, text] of editor.apply(back, saved)) {
      expect(text).toBe(saved(file));
      await editor.change(file, text);
    }
  });

  test.each([
    ['a claim', GAZETTE, 'gazette-2024-05-02-c01', 'x', 'never changed'],
    ['a title', GAZETTE, 'Bridge reopens', 'x', 'Only ids of a vocabulary'],
    ['a name that is taken', ENTITIES, 'ada-archer', 'aldport-council', 'defined already'],
    ['a name of another form', ENTITIES, 'ada-archer', 'Ada Archer', 'is no id here'],
    ['a name that programs read otherwise', ENTITIES, 'ada-archer', 'null', 'quotation marks'],
    ['the name of a voice', ENTITIES, 'ada-archer', 'article', 'voice'],
  ])('is refused with the reason: %s', async (_, file, text, name, reason) => {
    await expect(editor.rename(file, editor.place(file, text, 1), name)).rejects.toThrow(reason);
  });

  test('is refused for a verdict that somebody has voted for in a file of votes', async () => {
    const line = {
      claim: 'gazette-2024-05-02-c01',
      verdict: 'refuted',
      confidence: 'high',
      date: '2024-05-10',
      guideline: '1',
    };
    workspace.file('raw/votes/a2.jsonl', `${JSON.stringify(line)}\n`);
    await editor.change(GAZETTE, saved(GAZETTE));
    const place = editor.place(GAZETTE, 'verdict: refuted', 10);
    await expect(editor.rename(GAZETTE, place, 'false_claim')).rejects.toThrow('a vote that was cast stays');
    workspace.remove('raw/votes');
    await editor.change(GAZETTE, saved(GAZETTE));
  });

  test('is refused where a file that names it cannot be read', async () => {
    await editor.change(GAZETTE, saved(GAZETTE).replace('authors: []', 'authors: ['));
    await expect(editor.rename(ENTITIES, editor.place(ENTITIES, 'ada-archer', 1), 'ada')).rejects.toThrow(
      'cannot be read in full',
    );
    await editor.change(GAZETTE, saved(GAZETTE));
  });
});

describe('actions', () => {
  const warned: [string, string, string][] = [];
  for (const { code, severity, examples } of RULES)
    for (const { edits } of examples.bad)
      if (severity === 'warning' && code !== 'D90' && edits.length === 1 && edits[0]?.file === undefined)
        warned.push([code, edits[0]?.replace ?? '', edits[0]?.by ?? '']);

  test('every warning in an article can be accepted, once a reason is written', async () => {
    let accepted = 0;
    for (const [code, replace, by] of warned) {
      const shown = await editor.change(
        GAZETTE,
        saved(GAZETTE).replace(replace, () => by),
      );
      const diagnostic = shown.find((one) => one.code === code);
      if (!diagnostic) continue;
      const actions = await editor.actions(GAZETTE, diagnostic.range.start);
      const accept = actions.find(({ title }) => title.startsWith(`Accept ${code} for`));
      const text = editor.apply(accept?.edit, saved).get(GAZETTE) ?? '';
      expect(text, code).toContain(`code: ${code}`);
      // Until somebody has written the reason, nothing is accepted.
      expect((await editor.change(GAZETTE, text)).map((one) => one.code).sort(), code).toEqual(['A22', code]);
      const reasoned = text.replace('reason: todo', 'reason: We know.');
      expect(
        (await editor.change(GAZETTE, reasoned)).map((one) => one.code),
        code,
      ).toEqual([]);
      accepted++;
    }
    expect(accepted).toBeGreaterThan(5);
  });

  test.each([
    ['an empty list', 'suppress: []', 'suppress: [{ code: E07'],
    ['no list', 'suppress: []\n', 'suppress:\n  - { code: E07'],
    ['a list of lines', 'suppress: []', '{ code: C09, reason: x }\n  - { code: E07'],
  ])('an exception is written where the list is: %s', async (kind, replace, written) => {
    const by =
      { 'an empty list': replace, 'no list': '', 'a list of lines': 'suppress:\n  - { code: C09, reason: x }' }[kind] ??
      '';
    const text = saved(GAZETTE).replace(replace, by).replace('stance: context', 'stance: supports');
    const shown = await editor.change(GAZETTE, text);
    const at = shown.find(({ code }) => code === 'E07')?.range.start;
    const actions = at ? await editor.actions(GAZETTE, at) : [];
    const accept = actions.find(({ title }) => title.startsWith('Accept E07'));
    expect(editor.apply(accept?.edit, saved).get(GAZETTE)).toContain(written);
  });

  test('everything of one rule, and everything that is certain', async () => {
    const text = saved(GAZETTE)
      .replace('verdict: refuted\n', 'verdict: refutd\n')
      .replace('nature: original', 'nature: orginal')
      .replace('verdict: supported\n', 'verdict: suported\n');
    await editor.change(GAZETTE, text);
    const actions = await editor.actions(GAZETTE, editor.place(GAZETTE, 'refutd'));
    const ofRule = actions.find(({ title }) => title === 'Fix everything in this file that is V01');
    const one = editor.apply((await editor.resolve(ofRule as CodeAction)).edit, saved).get(GAZETTE);
    expect(one).toBe(saved(GAZETTE).replace('nature: original', 'nature: orginal'));
    const [all] = await editor.actions(GAZETTE, START, ['source.fixAll']);
    expect(all?.kind).toBe('source.fixAll.veritable');
    expect(editor.apply((await editor.resolve(all as CodeAction)).edit, saved).get(GAZETTE)).toBe(saved(GAZETTE));
  });

  test('an id that nobody has defined is defined, with the rest to be filled in', async () => {
    await editor.change(GAZETTE, saved(GAZETTE).replace('claimant: ada-archer', 'claimant: bob-baker'));
    const actions = await editor.actions(GAZETTE, editor.place(GAZETTE, 'bob-baker'));
    const define = actions.find(({ title }) => title === `Define \`bob-baker\` in ${ENTITIES}`);
    const text = editor.apply(define?.edit, saved).get(ENTITIES) ?? '';
    expect(text).toBe(`${saved(ENTITIES)}- id: bob-baker\n  name: todo\n  kind: todo\n`);
  });
});
