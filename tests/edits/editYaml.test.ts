// Changes of labels in every style: what is wanted and nothing else.
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { type Document, isMap, isSeq, parseDocument, visit } from 'yaml';
import { applyChange } from '../../scripts/edits/applyChange.ts';
import type { ValueChange } from '../../scripts/edits/edit.ts';
import { editFile } from '../../scripts/edits/editFile.ts';
import { editYaml } from '../../scripts/edits/editYaml.ts';
import { CORE_SCHEMA } from '../../scripts/yaml/coreSchema.ts';
import { parseSyntax } from '../../scripts/yaml/syntax.ts';
import { hostileText } from '../hostile.ts';
import fc from '../property.ts';

/** The text after one change; fails where it is refused. */
function edit(yaml: string, ...changes: ValueChange[]): string {
  const edited = editYaml(yaml, changes);
  if ('problem' in edited) throw new Error(edited.problem);
  return edited.text;
}

const set = (pointer: string, value: unknown): ValueChange => ({ kind: 'set', pointer, value });
const append = (pointer: string, value: unknown): ValueChange => ({ kind: 'append', pointer, value });
const VOTE = { annotator: 'a2', verdict: 'refuted', confidence: 'low' };

describe('a value is written where the old one stood', () => {
  test.each([
    ['a: b # why\n', set('/a', 'c'), 'a: c # why\n'],
    ['a:   "b"\n', set('/a', 'c d'), 'a:   "c d"\n'],
    ["a: 'b'\n", set('/a', "it's: so"), "a: 'it''s: so'\n"],
    ['# k\na: todo  # one of b, c\nd: 1 # e\n', set('/a', 'c'), '# k\na: c\nd: 1 # e\n'],
    ['a: # why\nb: 1\n', set('/a', 'c'), 'a: c # why\nb: 1\n'],
    ['a:\n', set('/a', ['x', 'w']), 'a: [x, w]\n'],
    ['a: |\n  two\n  lines\nb: 1\n', set('/a', 'one'), 'a: one\nb: 1\n'],
    ['a:\n- x\n- y\nb: 1\n', set('/a', ['z']), 'a:\n- z\nb: 1\n'],
    ['a:\n  - x\nb: [1]\n', set('/a', []), 'a: []\nb: [1]\n'],
    ['a: { b: 1, c: 2 }\n', set('/a/b', 'x, y'), 'a: { b: "x, y", c: 2 }\n'],
    ['a: [x, y]\n', set('/a/1', 'z'), 'a: [x, z]\n'],
  ])('%j', (yaml, change, expected) => {
    expect(edit(yaml, change)).toBe(expected);
  });
});

describe('an item is put behind the last one, in its style', () => {
  test.each([
    ['a list on one line', 'a: [x, y] # two\n', append('/a', 'z'), 'a: [x, y, z] # two\n'],
    ['one on several lines', 'a: [\n  x,\n  y, # two\n]\n', append('/a', 'z'), 'a: [\n  x,\n  y, z, # two\n]\n'],
    ['an empty list', 'a: [] # none\nb: 1\n', append('/a', 'z'), 'a: [z] # none\nb: 1\n'],
    [
      'an empty list of mappings',
      'a: [] # none\nb: 1\n',
      append('/a', VOTE),
      'a: # none\n  - { annotator: a2, verdict: refuted, confidence: low }\nb: 1\n',
    ],
    ['no value', 'a: # none\nb: 1\n', append('/a', 'z'), 'a: [z] # none\nb: 1\n'],
    ['no key', 'a: 1\nb: 1\n', append('/c', 'z'), 'a: 1\nc: [z]\nb: 1\n'],
    [
      'dashes below the key',
      'a:\n- x # one\n# more?\nb: 1\n',
      append('/a', 'z'),
      'a:\n- x # one\n- z\n# more?\nb: 1\n',
    ],
    [
      'dashes of PyYAML',
      'a:\n- k: v\n  l: w\nb: 1\n',
      append('/a', { k: 'x', l: 'z' }),
      'a:\n- k: v\n  l: w\n- k: x\n  l: z\nb: 1\n',
    ],
    [
      'a comment that belongs to the last item',
      'a:\n  - k: v\n    # of v\nb: 1\n',
      append('/a', { k: 'x' }),
      'a:\n  - k: v\n    # of v\n  - k: x\nb: 1\n',
    ],
    [
      'blank lines between',
      'a:\n  - x\n\n  - y\n\nb: [1]\n',
      append('/a', 'z'),
      'a:\n  - x\n\n  - y\n\n  - z\n\nb: [1]\n',
    ],
    [
      'a block text at the end',
      'a:\n  - k: |+\n      t\n\nb: [1]\n',
      append('/a', { k: 'u' }),
      'a:\n  - k: |+\n      t\n\n  - k: u\nb: [1]\n',
    ],
    ['the end of the file', 'a:\n  - x', append('/a', 'z'), 'a:\n  - x\n  - z'],
    ['line ends of Windows', 'a:\r\n  - x\r\nb: 1\r\n', append('/a', 'z'), 'a:\r\n  - x\r\n  - z\r\nb: 1\r\n'],
    [
      'wide dashes',
      'a:\n  -   k: v\n',
      append('/a', { k: 'x', l: ['z'] }),
      'a:\n  -   k: v\n  -   k: x\n      l: [z]\n',
    ],
  ])('%s', (_, yaml, change, expected) => {
    expect(edit(yaml, change)).toBe(expected);
  });
});

describe('a missing key of an article stands where the schema has it', () => {
  const article = (claim: string) => `---\nid: x\nclaims:\n${claim}---\nBody: [\n`;
  const editArticle = (claim: string, ...changes: ValueChange[]) => {
    const edited = editFile('raw/articles/x.md', article(claim), changes);
    return 'text' in edited ? edited.text : edited.problem;
  };
  test('short labels', () => {
    expect(
      editArticle(
        '  - id: x-c01\n    text: A claim.\n    status: draft\n',
        set('/claims/0/verdict', 'refuted'),
        append('/claims/0/annotations', VOTE),
        set('/claims/0/quote', 'claim'),
      ),
    ).toBe(
      article(
        '  - id: x-c01\n    text: A claim.\n    quote: claim\n    verdict: refuted\n    status: draft\n    annotations:\n      - { annotator: a2, verdict: refuted, confidence: low }\n',
      ),
    );
  });
  test('keys in the order of the alphabet, as PyYAML sorts them', () => {
    expect(editArticle('- id: x-c01\n  status: draft\n  text: A.\n', set('/claims/0/verdict', 'refuted'))).toBe(
      article('- id: x-c01\n  status: draft\n  text: A.\n  verdict: refuted\n'),
    );
  });
  test('what would end the labels is text', () => {
    expect(editArticle('  - id: x-c01\n    text: A.\n', set('/claims/0/text', '\n---\nb'))).toBe(
      article('  - id: x-c01\n    text: "\\n---\\nb"\n'),
    );
  });
});

describe('refused, and nothing is changed', () => {
  test.each([
    ['a comment inside', 'a:\n  - x # one\n  - z\n', set('/a', ['y'])],
    ['no such item', 'a: [x]\n', set('/a/3', 'y')],
    ['no list', 'a: x\n', append('/a', 'y')],
    ['broken YAML', 'a: [\n', set('/a', 'y')],
    ['an anchor', 'a: &x 1\nb: *x\n', set('/a', 'y')],
    ['the whole file', 'a: 1\n', set('', 'y')],
  ])('%s', (_, yaml, change) => {
    expect(editYaml(yaml, [change])).toHaveProperty('problem');
  });
});

// Labels as programs and people write them, with comments at the ends of lines and between them.

const key = fc.constantFrom('id', 'text', 'verdict', 'topics', 'date', 'note', 'annotations', '#', 'yes', 'a b');
const word = fc.oneof(
  hostileText,
  fc.constantFrom(
    'supported',
    '2024-05-02',
    'Київ: «мир»',
    'القاهرة – ١٢',
    '和平 # 计划',
    '- dash',
    "it's",
    '"',
    '~',
    'no',
  ),
);
const scalar = fc.oneof(word, fc.integer(), fc.boolean(), fc.constant(null));
const mapping = (value: fc.Arbitrary<unknown>) =>
  fc.dictionary(key, value, { minKeys: 1, maxKeys: 5, noNullPrototype: true });
const list = (value: fc.Arbitrary<unknown>) => fc.array(value, { maxLength: 4 });
const small = fc.oneof(scalar, list(scalar), mapping(scalar));
const labels = mapping(fc.oneof(small, list(mapping(small)), mapping(small)));

const STYLES = {
  PyYAML: (value: object) => new Printer({ indentSeq: false, lineWidth: 80 }).print(value, () => false),
  hand: (value: object) => new Printer({ lineWidth: 0 }).print(value, (depth) => depth > 2),
  wide: (value: object) => new Printer({ lineWidth: 0, indent: 4 }).print(value, () => false),
  flow: (value: object) => new Printer({ lineWidth: 60 }).print(value, (depth) => depth > 1),
};

class Printer {
  readonly #options: Parameters<Document['toString']>[0];
  constructor(options: Parameters<Document['toString']>[0]) {
    this.#options = options;
  }
  print(value: object, isFlow: (depth: number) => boolean): string {
    const document = parseDocument(JSON.stringify(value), { uniqueKeys: false });
    visit(document, (_, node, path) => {
      if (isMap(node) || isSeq(node)) node.flow = isFlow(path.length / 2) || node.items.length === 0;
      if (node && typeof node === 'object' && 'type' in node) delete (node as { type?: unknown }).type;
    });
    return document.toString(this.#options);
  }
}

const read = (yaml: string): unknown => load(yaml, { schema: CORE_SCHEMA }) ?? null;

/** Puts comments at places where they change no value. */
function addComments(yaml: string, places: readonly (readonly [number, boolean])[]): string {
  return places.reduce((text, [place, isOwn], i) => {
    const lines = text.split('\n');
    const at = place % lines.length;
    const comment = `# remark-${i}: "x" [`;
    if (isOwn) lines.splice(at, 0, `${' '.repeat(place % 7)}${comment}`);
    else lines[at] += ` ${comment}`;
    const tried = lines.join('\n');
    try {
      return JSON.stringify(read(tried)) === JSON.stringify(read(text)) ? tried : text;
    } catch {
      return text;
    }
  }, yaml);
}

/** Every place of a value, by pointer. */
function listPlaces(value: unknown, pointer = ''): { pointer: string; value: unknown }[] {
  const below =
    value === null || typeof value !== 'object'
      ? []
      : Object.entries(value).flatMap(([name, part]) =>
          listPlaces(part, `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
        );
  return pointer === '' ? below : [{ pointer, value }, ...below];
}

const remarks = (yaml: string) => [...yaml.matchAll(/# remark-\d+: "x" \[/g)].map(([remark]) => remark);

const wanted = fc.record({
  kind: fc.constantFrom('set', 'append', 'add'),
  at: fc.nat(),
  value: fc.oneof(scalar, list(scalar), mapping(small)),
});

describe.each(Object.entries(STYLES))('any change of any labels (%s)', (_, print) => {
  test('gives the wanted value, every other value and every comment', { timeout: 120_000 }, () => {
    let made = 0;
    fc.assert(
      fc.property(
        labels,
        fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 6 }),
        wanted,
        (value, places, want) => {
          let yaml: string;
          try {
            yaml = addComments(print(value), places);
            fc.pre(JSON.stringify(read(yaml)) === JSON.stringify(value) && parseSyntax(yaml).problems.length === 0);
          } catch {
            fc.pre(false);
            return;
          }
          const holders = listPlaces(value).filter(({ value: part }) => part !== null && typeof part === 'object');
          const lists = listPlaces(value).filter(({ value: part }) => part === null || Array.isArray(part));
          const maps = [{ pointer: '', value }, ...holders.filter(({ value: part }) => !Array.isArray(part))];
          const pool = want.kind === 'set' ? listPlaces(value) : want.kind === 'append' ? lists : maps;
          const chosen = pool[want.at % Math.max(pool.length, 1)];
          fc.pre(chosen !== undefined);
          const { pointer } = chosen;
          const change: ValueChange =
            want.kind === 'append'
              ? append(pointer, want.value)
              : set(want.kind === 'add' ? `${pointer}/new` : pointer, want.value);
          const edited = editYaml(yaml, [change]);
          if ('problem' in edited) {
            // A remark inside what is replaced must not go, and nobody can tell where it belongs.
            expect([want.kind, edited.problem]).toEqual(['set', expect.stringMatching(/^A comment stands inside/)]);
            expect(remarks(yaml)).not.toEqual([]);
            return;
          }
          made++;
          expect(read(edited.text)).toEqual(applyChange(value, change));
          expect(remarks(edited.text)).toEqual(remarks(yaml));
        },
      ),
      { numRuns: 600 },
    );
    expect(made).toBeGreaterThan(400);
  });
});
