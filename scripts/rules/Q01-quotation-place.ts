// A quotation stands in the article, at its anchor.
import { countCodePoints } from '../values/normalText.ts';
import type { PointIndex } from '../values/pointIndex.ts';
import type { Rule } from './engine/rule.ts';

export const quotationPlace: Rule = {
  code: 'Q01',
  title: 'A quotation stands in the article word for word, at its anchor.',
  severity: 'error',
  scope: 'claim',
  rationale:
    'The quotation is the only proof that the article makes the claim; one altered letter and it proves nothing.',
  examples: {
    good: [],
    bad: [
      {
        why: 'The words are not in the article.',
        edits: [{ replace: 'quote: shut for eleven days', by: 'quote: closed for eleven days' }],
        at: 'closed for eleven days',
      },
      {
        why: 'The words stand elsewhere.',
        edits: [{ replace: 'start: 66, end: 86', by: 'start: 60, end: 80' }],
        at: '{ start: 60, end: 80 }',
      },
      {
        why: 'An anchor is missing.',
        edits: [{ replace: 'anchor: { start: 66, end: 86 }', by: 'anchor: null' }],
        at: 'null',
      },
    ],
  },
  check({ claim, pointer }, report, _, { text }) {
    if (text.kind !== 'body' && text.kind !== 'capture') return;
    const { quote, anchor } = claim;
    if (anchor && standsAt(text, anchor, quote)) return;
    const places = findAll(text.text, quote);
    const where = text.kind === 'body' ? "the article's body" : "the article's capture";
    if (places.length === 0) {
      report({
        pointer: `${pointer}/quote`,
        message: `The quotation does not stand in ${where}.`,
        expected: 'words of the article, letter for letter',
        found: quote,
        hint: nearestHint(text.text, quote),
      });
      return;
    }
    const remark = { pointer: `${pointer}/anchor`, found: anchor ? `${anchor.start} to ${anchor.end}` : 'null' };
    const [start = 0] = places;
    if (places.length === 1) {
      const value = { start, end: start + countCodePoints(quote) };
      report({
        ...remark,
        message: 'The quotation does not stand at its anchor.',
        expected: `start ${value.start}, end ${value.end}`,
        hint: 'it stands in the article once',
        fix: {
          title: `write the anchor { start: ${value.start}, end: ${value.end} }`,
          changes: [{ kind: 'set', pointer: `${pointer}/anchor`, value }],
        },
      });
    } else {
      report({
        ...remark,
        message: `The quotation stands in the article ${places.length} times, and not at its anchor.`,
        expected: `a start of ${places.slice(0, 5).join(', ')}`,
        hint: 'choose the place that is meant, or quote more words',
      });
    }
  },
};

/** Whether exactly these words stand between two code points of a text. */
function standsAt(
  { text, points }: { text: string; points: PointIndex },
  { start, end }: { start: number; end: number },
  words: string,
): boolean {
  if (end > points.length) return false;
  if (start >= end) return words === '';
  const from = points.unitOf(start);
  return points.unitOf(end) - from === words.length && text.startsWith(words, from);
}

/** Code point offsets at which `words` stands in `text`. */
function findAll(text: string, words: string): number[] {
  const places: number[] = [];
  if (words === '') return places;
  let point = 0;
  let unit = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    point += countCodePoints(text.slice(unit, at));
    unit = at;
    places.push(point);
  }
  return places;
}

function nearestHint(text: string, quote: string): string {
  const fold = (value: string) =>
    value
      .replace(/[‘’‚‛]/g, "'")
      .replace(/[“”„‟]/g, '"')
      .replace(/[‐-―]/g, '-')
      .replace(/\s+/g, ' ')
      .toLowerCase();
  return fold(text).includes(fold(quote))
    ? 'the words are there with other quotation marks, dashes, spaces or capitals: copy them from the article'
    : 'copy the words from the article; a change of one letter is found';
}
