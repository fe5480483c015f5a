// A place that is not there → the line at which it is told.
import { expect, test } from 'vitest';
import { locateFindings } from '../../scripts/findings/locate.ts';

const lineOf = (yaml: string, pointer: string) =>
  locateFindings(
    [{ code: 'A11', severity: 'error', file: 'a.md', message: 'Missing.', pointer }],
    () => `---\n${yaml}---\n`,
  )[0]?.range?.start.line;

test('a key that is missing is told at the id of what lacks it, wherever the writer put that', () => {
  const claims = 'claims:\n- annotations:\n  - annotator: a1\n  evidence: []\n  id: x-c01\n  text: A claim.\n';
  expect(lineOf(claims, '/claims/0/anchor')).toBe(6);
  expect(lineOf(claims, '/claims/0/text')).toBe(7);
});

test('without an id it is told at the first key', () => {
  expect(lineOf('title: A\nrights:\n  holder: null\n', '/rights/license')).toBe(4);
});
