// A quotation stands in the article, at its anchor.
import type { ArticleText } from '../article/subject.ts';
import { excerpt } from '../findings/finding.ts';
import type { RawArticle } from '../schemas/generated/types.ts';
import { findInvisible } from '../values/invisible.ts';
import type { PointIndex } from '../values/pointIndex.ts';
import type { Report, Rule } from './engine/rule.ts';
import { findFolded, foldLoosely, foldUnseen } from './measures/foldedText.ts';

export const quotationPlace: Rule = {
  code: 'Q01',
  title: 'A quotation stands in the article word for word, at its anchor.',
  severity: 'error',
  scope: 'claim',
  rationale:
    'The quotation is the only proof that the article makes the claim; one altered letter and it proves nothing.',
  examples: {
    good: [
      {
        why: 'A line of the article ends between the words.',
        edits: [
          {
            replace: 'quote: shut for eleven days\n    anchor: { start: 66, end: 86 }',
            by: 'quote: shut for eleven days while divers looked\n    anchor: { start: 66, end: 106 }',
          },
        ],
      },
    ],
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
  check({ claim, pointer }, report, _, { article, text }) {
    if (text.kind !== 'body' && text.kind !== 'capture') return;
    // Of another text Q02 has told, and what is wrong with it is not told again for each quotation.
    if (text.kind === 'capture' && text.isAnother) return;
    const { quote, anchor } = claim;
    if (quote === null) return;
    if (anchor && standsAt(text, anchor, quote)) return;
    const found = findFolded(foldUnseen(text.text), foldUnseen(quote).text);
    if (found.length === 0) return reportAbsent(quote, pointer, report, article, text);
    const places = found.map((range) => toAnchor(text.points, range));
    const remark = { pointer: `${pointer}/anchor`, found: anchor ? `${anchor.start} to ${anchor.end}` : 'null' };
    const [value] = places;
    if (value && places.length === 1) {
      const unseen = describeUnseen(text.text.slice(...(found[0] as [number, number])));
      report({
        ...remark,
        ...(unseen === '' ? {} : { pointer: `${pointer}/quote` }),
        message: 'The quotation does not stand at its anchor.',
        expected: `start ${value.start}, end ${value.end}`,
        hint: `${unseen}it stands in the article once`,
        fix: {
          title: `write the anchor { start: ${value.start}, end: ${value.end} }`,
          changes: [{ kind: 'set', pointer: `${pointer}/anchor`, value }],
        },
      });
    } else {
      const starts = places.slice(0, 5).map(({ start }) => start);
      report({
        ...remark,
        message: `The quotation stands in the article ${places.length} times, and not at its anchor.`,
        expected: `a start of ${starts.join(', ')}`,
        hint: 'choose the place that is meant, or quote more words',
      });
    }
  },
};

type Anchor = { start: number; end: number };

/** The words are not there as they are written; where the article has them in other signs, once, it is told how. */
function reportAbsent(
  quote: string,
  pointer: string,
  report: Report,
  article: RawArticle,
  { kind, text, points }: Extract<ArticleText, { text: string }>,
): void {
  const remark = {
    pointer: `${pointer}/quote`,
    message: `The quotation does not stand in ${kind === 'body' ? "the article's body" : "the article's capture"}.`,
    expected: 'words of the article, letter for letter',
    found: quote,
  };
  const near = findFolded(foldLoosely(text), foldLoosely(quote.normalize('NFC')).text);
  const [range] = near;
  if (range && near.length === 1) {
    const words = foldUnseen(text.slice(...range)).text.trim();
    report({
      ...remark,
      hint: `the words are there ${quote.normalize('NFC') === words ? 'with composed letters (NFC)' : 'in other signs'}: ${excerpt(words)}`,
      fix: {
        title: "write the article's words, and their anchor",
        changes: [
          { kind: 'set', pointer: `${pointer}/quote`, value: words },
          { kind: 'set', pointer: `${pointer}/anchor`, value: toAnchor(points, range) },
        ],
      },
    });
  } else if (near.length > 1) {
    report({
      ...remark,
      hint: `the words are there in other signs, ${near.length} times: copy the ones that are meant`,
    });
  } else if (findFolded(foldLoosely(article.title ?? ''), foldLoosely(quote).text).length > 0) {
    report({ ...remark, hint: 'the words stand in the title: a capture that holds the headline lets it be quoted' });
  } else report({ ...remark, hint: 'copy the words from the article; a change of one letter is found' });
}

/** Signs in the article's words that nobody sees, in words, or ''. */
function describeUnseen(words: string): string {
  const sign = findInvisible(words);
  return sign === null ? '' : `the words are there with ${sign}, which nobody sees; `;
}

function toAnchor(points: PointIndex, [from, to]: [number, number]): Anchor {
  return { start: points.pointOf(from), end: points.pointOf(to) };
}

/**
 * Whether these words stand between two code points of a text; what nobody sees, and where a line ends, makes no
 * difference.
 */
function standsAt(
  { text, points }: { text: string; points: PointIndex },
  { start, end }: Anchor,
  words: string,
): boolean {
  if (end > points.length || start >= end) return false;
  const there = text.slice(points.unitOf(start), points.unitOf(end));
  return there === words || (there === there.trim() && foldUnseen(there).text === foldUnseen(words).text);
}
