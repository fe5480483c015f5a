// A look at the lines spares a text the search for values that a comment cuts short, and never one of them.

import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { listCutValues, mayHoldComments } from '../../scripts/yaml/comments.ts';
import fc from '../property.ts';

const PIECES = [
  ...['a', 'it’s', "it's", "''", '"', "'", '\\"', '\\', ' ', '  ', '#', ' #', ' # ', '#1', ': ', ', '],
  ...['key: ', '- ', '- key: ', '[', ']', '{', '}', '|', '>-', '"a #1"', "'a #1'", '"a', "'a", '\t#', '\n', '\n  '],
];
const lines = [
  'title: "a #1"',
  "note: 'b #2' # c",
  '- x: "a\\" #',
  'y: "',
  'z: a #1',
  'z: a # 1',
  'z: # 1',
  '  # 1',
  'z: a b # 1',
  '  " #',
  '  more #4',
  '- [a, "b #',
  '  ]',
];
const pieces = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
const yaml = fc.oneof(
  pieces,
  fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('\n')),
);

test('a text without a sign of it has no value that is cut short', () => {
  let spared = 0;
  fc.assert(
    fc.property(yaml, (text) => {
      if (mayHoldComments(text) || parseDocument(text, { logLevel: 'silent' }).errors.length > 0) return;
      if (text.includes('#')) spared++;
      expect([...listCutValues(text)]).toEqual([]);
    }),
    { numRuns: 30_000 },
  );
  expect(spared).toBeGreaterThan(500);
});

test.each([
  ['title: "Story #24: a title"', false],
  ["title: 'Story #24: it''s a title' # as printed", false],
  ['title: Story #24', true],
  ['- { title: "Story", what: about #24 }', true],
  ["title: it's Story #24", true],
  ['  # a remark of its own', false],
  ['published: 2024-05-02 # as the page prints it', false],
  ['published: 2024-05-02 #as the page prints it', true],
  ['- note: a# "b #1"c', true],
  ['title: two words # and what may be the third', true],
  ['authors: [Story, # 24', true],
])('%s', (text, expected) => {
  expect(mayHoldComments(text)).toBe(expected);
});
