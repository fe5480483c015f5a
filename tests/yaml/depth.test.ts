import { expect, test } from 'vitest';
import { findExcessiveDepth } from '../../scripts/yaml/depth.ts';
import { parseSyntax } from '../../scripts/yaml/syntax.ts';

const DEEP = 10_000;

test.each([
  ['lists in one line', `a: ${'['.repeat(DEEP)}`],
  ['lists that are closed', `a: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}`],
  ['mappings in lists', `a: ${'[{b: '.repeat(DEEP)}`],
  ['a line for each', `a: ${'{b:\n '.repeat(DEEP)}`],
  ['dashes', `a:\n  ${'- '.repeat(DEEP)}x`],
  ['dashes and question marks', '- ? '.repeat(DEEP)],
  ['indentation', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
])('%s', (_, text) => {
  expect(findExcessiveDepth(text)).not.toBeNull();
  expect(parseSyntax(text).problems).toMatchObject([
    { kind: 'syntax', message: 'The nesting is too deep to be read.' },
  ]);
});

test('brackets of texts and of short lists are no depth', () => {
  expect(findExcessiveDepth('- { a: [b, { c: d }] } # [x] e[0]\n'.repeat(5000))).toBeNull();
});
