import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutFrontMatter, findYamlEnd, splitFrontMatter } from '../../scripts/yaml/frontMatter.ts';

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

test('a file that is cut by its bytes is cut as by its text', () => {
  const lines = ['---', '--- ', '---\r', '----', 'a: 1', 'b: é', 'c: 😀', '- ---', '', '\u2028---', '\ufeff---'];
  let cut = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('---', ...lines), { maxLength: 7 }),
      fc.constantFrom('---\n', '---\n', ''),
      fc.constantFrom('\n', ''),
      (rest, begin, end) => {
        const text = begin + rest.join('\n') + end;
        const bytes = Buffer.from(text);
        const yamlEnd = findYamlEnd(bytes);
        if (yamlEnd < 0) return;
        cut++;
        const parts = splitFrontMatter(text);
        expect(cutFrontMatter(bytes, text, yamlEnd)).toEqual(parts);
        expect(bytes.toString('utf8', 4, yamlEnd)).toBe((parts as { yaml: string }).yaml);
      },
    ),
    { numRuns: 3000, seed: 1 },
  );
  expect(cut).toBeGreaterThan(300);
});
