// js-yaml and `yaml` read the same, or js-yaml is not asked.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../scripts/yaml/frontMatter.ts';
import { readYaml } from '../../scripts/yaml/readYaml.ts';
import { parseSyntax } from '../../scripts/yaml/syntax.ts';
import { hostileText } from '../hostile.ts';
import fc from '../property.ts';

/** Whether js-yaml had an answer; fails where it is not that of `yaml`. */
function compare(text: string): boolean {
  const fast = readYaml(text);
  if (fast === undefined) return false;
  const { value, problems } = parseSyntax(text);
  expect({ text, problems, value }).toEqual({ text, problems: [], value: fast });
  return true;
}

function frontMatterOf(path: string): string {
  const parts = splitFrontMatter(readFileSync(path, 'utf8'));
  if ('message' in parts) throw new Error(parts.message);
  return parts.yaml;
}

const articles = ['raw/articles', 'examples/gazette/raw/articles'].flatMap((folder) =>
  readdirSync(folder).map((name) => `${folder}/${name}`),
);

test.each(articles)('%s is read by js-yaml', (path) => {
  expect(compare(frontMatterOf(path))).toBe(true);
});

const VALUES = [
  '',
  'word',
  'two words',
  "it's",
  'a "quoted" word',
  'https://example.org/a?b=c#d',
  'a:b',
  'a: b',
  'a :b',
  'a#b',
  'a #b',
  '#b',
  '-',
  '- a',
  '-a',
  '--',
  '? a',
  '?a',
  ':a',
  ': a',
  '&a b',
  '*a',
  '!a b',
  '!!str 1',
  '%a',
  '@a',
  '`a`',
  '|',
  '>',
  '|-',
  '>-',
  '>+',
  '|2',
  '> # c',
  '1',
  '-1',
  '+1',
  '012',
  '0o17',
  '0x1F',
  '1_000',
  '1e3',
  '.5',
  '5.',
  '.inf',
  '-.INF',
  '.nan',
  '1:30',
  '2024-05-02',
  '~',
  'null',
  'Null',
  'nULL',
  'true',
  'False',
  'yes',
  'no',
  '=',
  '<<',
  '"a"',
  '"a: b"',
  '"a # b"',
  '"a \\" b"',
  '"a\\nb"',
  '"\\u00e9"',
  '"\\x41"',
  '"a\\\\"',
  '"open',
  "'a'",
  "'it''s'",
  "'open",
  '"a" b',
  '"a"# b',
  '"a" # b',
  '[]',
  '[a, b]',
  '[a,b]',
  '[ a , "b" ]',
  '[a, [b]]',
  '[a, b,]',
  '[a: b]',
  '[a',
  '[a] b',
  '[a] # b',
  '{}',
  '{ a: b }',
  '{a: b, c: 1}',
  '{ a: b, a: c }',
  '{a:b}',
  '{ "a": b }',
  '{ a: [b, { c: d }] }',
  '{ a: b',
  '{ a: }',
  '{ a }',
  '[é, 東京, 🙂]',
  'é 東京 🙂',
  '...',
  '---',
  '--- a',
  'a\tb',
  'a\u00a0b',
  'a\u2028b',
  '\ufeffa',
  'a ',
  'end:',
  'constructor',
  '[-]',
  '[- a]',
  '[-1]',
  '[https://a.b/c:d]',
  '[a #b]',
  '[a#b]',
  "[it's]",
  '[1, ~, true]',
  '{ a: ~ }',
  '{ null: a }',
  '[ ]',
  '{ }',
];
const KEYS = [
  '',
  'a:',
  'b:',
  'a_b-c:',
  '"a":',
  "'b':",
  'null:',
  'a b:',
  '1:',
  '__proto__:',
  'constructor:',
  '? a',
  'é:',
  '<<:',
];
const line = fc
  .tuple(
    fc.constantFrom(0, 0, 0, 2, 2, 4, 1, 3, 6),
    fc.constantFrom('', '', '', '- ', '-  ', '- - ', '-'),
    fc.constantFrom(...KEYS, 'a:', 'b:', 'c:', 'd:'),
    fc.constantFrom(' ', ' ', ' ', '', '  '),
    fc.constantFrom(...VALUES),
    fc.constantFrom('', '', '', ' ', ' # c', '\n', '\n  \n', '\n# c', '\r'),
  )
  .map(
    ([indent, dash, key, gap, value, end]) =>
      `${' '.repeat(indent)}${dash}${key}${key === '' ? '' : gap}${value}${end}\n`,
  );

/**
 * Renders what stands at a depth of so many columns, its line end included; a scalar begins with the space before it.
 */
type Tree = (column: number) => string;
const pad = (column: number) => ' '.repeat(column);

const usual = VALUES.filter((value) => compare(`a: ${value}\n`));
const scalar = fc
  .tuple(
    fc.constantFrom(...usual, ...usual, ...VALUES),
    fc.constantFrom('', '', '', '', ' ', ' # c', '\n\n', '\n# c', '\n  more words', '\n      more'),
  )
  .map(
    ([value, end]): Tree =>
      () =>
        ` ${value}${end}\n`,
  );
const block = fc
  .tuple(
    fc.constantFrom('|', '>', '|-', '>-', '>', '|+'),
    fc.array(fc.constantFrom('a', 'b c', '', 'd: e', '# f', '- g', ' h', '"'), { minLength: 1, maxLength: 4 }),
  )
  .map(
    ([head, lines]): Tree =>
      (column) =>
        ` ${head}\n${lines.map((text) => (text === '' ? '\n' : `${pad(column + 2)}${text}\n`)).join('')}`,
  );
const { mapping } = fc.letrec<{ mapping: Tree; sequence: Tree; value: Tree }>((tie) => ({
  mapping: fc
    .array(tie('value'), { minLength: 1, maxLength: 4 })
    .map((values) => (column) => values.map((value, i) => `${pad(column)}${'abcd'[i]}:${value(column)}`).join('')),
  sequence: fc
    .tuple(
      fc.array(fc.oneof({ weight: 3, arbitrary: scalar }, { weight: 1, arbitrary: tie('mapping') }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.constantFrom(0, 2),
    )
    .map(
      ([items, more]) =>
        (column) =>
          items
            .map((item) => {
              const text = item(column + more + 2);
              return `${pad(column + more)}-${text.startsWith(' ') && text.trimStart() !== text && !text.startsWith(pad(column + more + 2)) ? text : ` ${text.trimStart()}`}`;
            })
            .join(''),
    ),
  value: fc.oneof(
    { weight: 6, arbitrary: scalar },
    { weight: 1, arbitrary: block },
    { weight: 1, arbitrary: tie('mapping').map((tree) => (column: number) => `\n${tree(column + 2)}`) },
    { weight: 1, arbitrary: tie('sequence').map((tree) => (column: number) => `\n${tree(column)}`) },
  ),
}));

const sign = fc.constantFrom(
  ...[
    'a',
    'b',
    ' ',
    ' ',
    '  ',
    '\n',
    '\n',
    '\n ',
    '\n  ',
    '\n\n',
    ': ',
    ':',
    'a: ',
    'a:',
    '- ',
    '-',
    '#',
    ' #',
    '"',
    "'",
    '""',
    "''",
  ],
  ...[
    '[',
    ']',
    '{',
    '}',
    ', ',
    ',',
    '|',
    '>',
    '|-',
    '>+',
    '\\',
    '\\n',
    '? ',
    '?',
    '%',
    '@',
    '`',
    '~',
    '!',
    '&',
    '*',
    '\u00a0',
    'é',
    '1',
  ],
);

describe('thousands of documents that somebody might write', () => {
  test('of one line', () => {
    const lines = KEYS.flatMap((key) => VALUES.map((value) => (key === '' ? `${value}\n` : `${key} ${value}\n`)));
    expect(lines.filter(compare).length).toBeGreaterThan(150);
  });

  test('of lines put together at random', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => void compare(lines.join(''))),
      { numRuns: 3000, seed: 1 },
    );
  });

  test('of mappings and sequences in one another', () => {
    let read = 0;
    fc.assert(
      fc.property(mapping, (tree) => {
        if (compare(tree(0))) read++;
      }),
      { numRuns: 4000, seed: 1 },
    );
    expect(read).toBeGreaterThan(1000);
  });

  test('of signs in any order', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.array(sign, { minLength: 2, maxLength: 14 }), (signs) => {
        if (compare(`${signs.join('')}\n`)) read++;
      }),
      { numRuns: 20_000, seed: 1 },
    );
    expect(read).toBeGreaterThan(3000);
  });

  test('made of an article by taking away, adding and moving characters', () => {
    const text = frontMatterOf('examples/gazette/raw/articles/gazette-2024-05-02.md');
    const edit = fc.tuple(
      fc.nat(text.length - 1),
      fc.nat(3),
      fc.constantFrom(
        '',
        ' ',
        '  ',
        '\n',
        ':',
        ': ',
        '-',
        '- ',
        '#',
        ' #',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        ',',
        '|',
        '>',
        '&',
        '*',
        '!',
        '%',
        '\\',
        '\t',
        'é',
        '0',
      ),
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 2 }), (edits) => {
        let changed = text;
        for (const [at, dropped, added] of edits) changed = changed.slice(0, at) + added + changed.slice(at + dropped);
        if (compare(`${changed.trimEnd()}\n`)) read++;
      }),
      { numRuns: 1000, seed: 1 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

describe('texts that are made to go wrong', () => {
  const inside: ((text: string) => string)[] = [
    (text) => `a: ${text}\nb: 1\n`,
    (text) => `a: word ${text}\n`,
    (text) => `a: word\n  ${text}\nb: 1\n`,
    (text) => `- ${text}\n- b\n`,
    (text) => `a: "${text}"\n`,
    (text) => `a: '${text}' # b\n`,
    (text) => `a: [b, c${text}]\n`,
    (text) => `a: [${text}, c]\n`,
    (text) => `a: { b: ${text} }\n`,
    (text) => `a: { b: 1, ${text}: 2 }\n`,
    (text) => `a: |-\n  b\n  ${text}\n`,
    (text) => `a: >\n  b\n  ${text}\n\nc: 1\n`,
    (text) => `# ${text}\na: 1 # ${text}\n`,
    (text) => `${text}: 1\n`,
  ];

  test('wherever they stand', () => {
    let read = 0;
    fc.assert(
      fc.property(hostileText, fc.constantFrom(...inside), (text, place) => {
        if (compare(place(text))) read++;
      }),
      { numRuns: 6000, seed: 1 },
    );
    expect(read).toBeGreaterThan(500);
  });

  test('words and numbers that are no text', () => {
    const piece = fc.constantFrom(
      ...'0123456789+-._eExoabfINn',
      'null',
      'Null',
      'true',
      'FALSE',
      'inf',
      '~',
      '2024-',
      ' ',
      'é',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }), (parts) => void compare(`a: ${parts.join('')}\n`)),
      { numRuns: 6000, seed: 1 },
    );
  });

  test('signs that YAML does not allow, or not everywhere', () => {
    const others = ['\x7f', '\x80', '\x85', '\x9f', '\u2028', '\u2029', '\ufffe', '\uffff', '\ud83d', '\ude00'];
    for (const sign of others) for (const place of inside) compare(place(`x${sign}y`));
    for (const sign of ['\0', '\t', '\r', '\ufeff'])
      for (const place of inside) expect([sign, place(`x${sign}y`), compare(place(`x${sign}y`))]).toContain(false);
  });
});
