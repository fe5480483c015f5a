// A text and a place in it → the sentence around the place.

/**
 * The sentence or sentences in which the code points from `start` to `end` stand, on one line; null without text or
 * place. Used in private editions only.
 */
export function sentenceOf(
  text: string | null,
  anchor: { start: number; end: number } | null,
  language: string,
): string | null {
  if (text === null || anchor === null) return null;
  const points = [...text];
  const start = points.slice(0, anchor.start).join('').length;
  const end = start + points.slice(anchor.start, anchor.end).join('').length;
  const sentences = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  const first = sentences.containing(start);
  const last = sentences.containing(Math.max(start, end - 1));
  if (!first || !last) return null;
  return text
    .slice(first.index, last.index + last.segment.length)
    .replace(/\s+/g, ' ')
    .trim();
}
