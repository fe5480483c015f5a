import { describe, expect, test } from 'vitest';
import { renderFrame } from '../../scripts/findings/codeFrame.ts';
import { displayWidth } from '../../scripts/findings/displayWidth.ts';
import { Lines } from '../../scripts/findings/positions.ts';

const plain = (text: string) => text;

/** The frame around the first occurrence of `words`. */
function frame(text: string, words: string): string[] {
  const lines = new Lines(text);
  const start = text.indexOf(words);
  return renderFrame(lines.range(start, start + words.length), lines, { note: '', tone: plain, dim: plain });
}

/** What stands above the mark, cut out by columns of the terminal. */
function marked(rows: string[]): string {
  const [line = '', carets = ''] = rows.slice(-2);
  const from = displayWidth(carets.slice(0, carets.indexOf('^')));
  const to = from + carets.replace(/[^^]/g, '').length;
  let column = 0;
  let text = '';
  for (const char of line) {
    if (column >= from && column < to) text += char;
    column += displayWidth(char);
  }
  return text;
}

test('the line before, the line and the mark', () => {
  expect(frame('a: 1\nb: 22\n', '22')).toEqual(['   1 │ a: 1', '   2 │ b: 22', '     │    ^^']);
});

test('the keys in which the line stands', () => {
  const text =
    'claims:\n  - id: x-c01\n    text: t\n    evidence:\n      - id: e1\n        title: t\n        url: bad\n';
  expect(frame(text, 'bad')).toEqual([
    '   1 │ claims:',
    '   2 │   - id: x-c01',
    '   ⋮ │',
    '   4 │     evidence:',
    '   5 │       - id: e1',
    '   6 │         title: t',
    '   7 │         url: bad',
    '     │              ^^^',
  ]);
});

describe('the mark stands below what is meant', () => {
  test.each([
    ['wide characters', 'title: 漢字の見出し bad', 'bad'],
    ['combining marks', 'title: e\u0301e\u0301 bad', 'bad'],
    ['joined emoji before it', 'title: \u{1f1e9}\u{1f1ea} bad', 'bad'],
    ['a tab before it', 'title:\tbad', 'bad'],
    ['wide characters in it', 'title: x 漢字 y', '漢字'],
    ['a long line', `title: ${'x'.repeat(300)} bad ${'y'.repeat(300)}`, 'bad'],
    ['a direction override before it', 'title: \u202ex bad', 'bad'],
  ])('%s', (_, text, words) => {
    expect(marked(frame(text, words)).trim()).toBe(words);
  });
});

test('at most 120 characters of the text are shown', () => {
  const prose = `${'prose '.repeat(100)}\n`;
  const rows = frame(prose + prose.replace('prose', 'bad').trim(), 'bad');
  const shown = rows.slice(0, -1).map((row) => row.slice(row.indexOf('│') + 2).replace('…', ''));
  expect(shown.join('').length).toBeLessThanOrEqual(120);
});

test('nothing that a terminal would obey is shown', () => {
  expect(frame('a: \u001b[2Jbad\u0007', 'bad').join('')).not.toMatch(/\p{Cc}/u);
});
