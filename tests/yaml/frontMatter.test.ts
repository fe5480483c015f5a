import matter from 'gray-matter';
import { describe, expect, test } from 'vitest';
import { splitFrontMatter, splitGuarded, splitPlain } from '../../scripts/yaml/frontMatter.ts';
import fc from '../property.ts';

describe('splitFrontMatter', () => {
  test('gives labels and body, and where they stand', () => {
    expect(splitFrontMatter('---\na: 1\n---\nText.\n')).toEqual({
      yaml: 'a: 1\n',
      yamlStart: 4,
      body: 'Text.\n',
      bodyStart: 13,
    });
  });

  test('a body may hold lines of three hyphens', () => {
    expect(splitFrontMatter('---\na: 1\n---\nText.\n---\nMore.\n')).toMatchObject({ body: 'Text.\n---\nMore.\n' });
  });

  test('longer rows of hyphens close nothing', () => {
    expect(splitFrontMatter('---\na: 1\n----\n')).toMatchObject({ message: expect.stringContaining('not closed') });
  });

  test.each(['---js\nprocess.exit(3)\n---\n', '---json\n{}\n---\n', '--- coffee\n---\n'])(
    'another language is refused and not run: %j',
    (text) => {
      expect(splitFrontMatter(text)).toMatchObject({ message: expect.stringContaining('another language') });
    },
  );

  test.each(['', 'Text only.\n', '\n---\na: 1\n---\n'])('a file without front matter says so: %j', (text) => {
    expect(splitFrontMatter(text)).toHaveProperty('hint');
  });
});

test('a file without anything special is split as gray-matter splits it', () => {
  const lines = ['---', '--- ', '---\r', '----', 'a: 1', 'b: é', 'c: 😀', '- ---', '', '\u2028---', '\ufeff---'];
  let plain = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('---', ...lines), { maxLength: 7 }),
      fc.constantFrom('---\n', '---\n', ''),
      fc.constantFrom('\n', ''),
      (rest, begin, end) => {
        const text = begin + rest.join('\n') + end;
        const parts = splitPlain(text);
        if (parts === null) return;
        plain++;
        expect(splitGuarded(text)).toEqual(parts);
        const { content, matter: read } = matter(text, { engines: { yaml: () => ({}) } });
        expect([parts.body, parts.yaml.trim()]).toEqual([content, read.trim()]);
      },
    ),
    { numRuns: 3000, seed: 1 },
  );
  expect(plain).toBeGreaterThan(300);
});

describe('what gray-matter would take and nobody should', () => {
  test.each(['js', 'javascript', 'coffee', 'constructor', '__proto__'])('a program: ---%s', (language) => {
    const text = `---${language}\nglobalThis.ran = true\n---\n`;
    expect(splitFrontMatter(text)).toMatchObject({ message: expect.stringContaining('another language') });
    expect(globalThis).not.toHaveProperty('ran');
    // Nor would the package itself run it.
    try {
      matter(text, {});
    } catch {}
    expect(globalThis).not.toHaveProperty('ran');
  });

  test.each(['---\na: 1\n----\nb\n', '---\na: 1\n---foo\nb\n', '---\na: 1\n', '---', '---\r\na: 1\r\n'])(
    'an end that is none: %j',
    (text) => {
      expect(splitFrontMatter(text)).toMatchObject({ message: expect.stringContaining('not closed') });
    },
  );

  test('blank lines without end, which would take it minutes', () => {
    for (const blank of ['\n', '\r\n', ' \n', '\u2028'])
      expect(splitFrontMatter(`--- \na: 1\n${blank.repeat(40_000)}b: 2\n---\n`)).toMatchObject({
        message: expect.stringContaining('blank lines'),
      });
  });

  test('in the body they are nobody\u2019s business', () => {
    expect(splitFrontMatter(`--- \na: 1\n---\n${'\n'.repeat(40_000)}`)).toHaveProperty('yaml', 'a: 1\n');
  });

  test('an answer from a cache that somebody has changed', () => {
    const text = '--- \na: 1\n---\nText.\n';
    matter(text).content = 'Other text.';
    expect(splitFrontMatter(text)).toHaveProperty('body', 'Text.\n');
  });
});

test.each([
  ['\ufeff---\na: 1\n---\nText.\n', 5],
  ['---\r\na: 1\r\n---\r\nText.\n', 5],
  ['--- \t\na: 1\n--- \nText.\n', 6],
])('marks with something beside them: %j', (text, yamlStart) => {
  const parts = splitFrontMatter(text);
  expect(parts).toMatchObject({ yamlStart, body: 'Text.\n' });
  expect((parts as { yaml: string }).yaml.trim()).toBe('a: 1');
});

test.each(['---\n---\n', '--- \n---\n', '---\r\n---'])('labels may be empty: %j', (text) => {
  expect(splitFrontMatter(text)).toMatchObject({ yaml: '', body: '' });
});
