import { describe, expect, test } from 'vitest';
import { splitFrontMatter } from '../../scripts/article/frontMatter.ts';

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
