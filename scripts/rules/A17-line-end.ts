// A line ends in a line feed alone.
import type { Rule } from './engine/rule.ts';

const CARRIAGE_RETURN = /\r\n?/g;

export const lineEnd: Rule = {
  code: 'A17',
  title: 'A line ends in a line feed alone.',
  severity: 'error',
  scope: 'text',
  rationale: 'Two ways of ending lines make every line of a file look changed, and digests and offsets differ.',
  examples: {
    good: [{ edits: [] }],
    bad: [{ edits: [{ replace: 'authors: []\n', by: 'authors: []\r\n' }], at: '\r\n' }],
  },
  check({ text }, report) {
    const at = text.indexOf('\r');
    if (at < 0) return;
    const ends = Array.from(text.matchAll(CARRIAGE_RETURN), ({ index, 0: end }): [number, number] => [
      index,
      index + end.length,
    ]);
    report({
      offsets: ends[0] ?? [at, at + 1],
      // Without their number, which an edit of such a file changes: it would look like another finding.
      message: ends.length === 1 ? 'A line ends in a carriage return.' : 'Lines end in carriage returns.',
      expected: 'line feeds',
      found: ends.length === 1 ? 'a carriage return' : `${ends.length} carriage returns`,
      hint: 'set the editor to LF, as .gitattributes asks',
      fix: { title: 'write line feeds', changes: ends.map((offsets) => ({ kind: 'splice', offsets, text: '\n' })) },
    });
  },
};
