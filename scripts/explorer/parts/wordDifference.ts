// Two sentences → one beside the other, the words that differ marked.
import { diffArrays } from 'diff';
import { type Child, h } from '../nodes/node.ts';

/**
 * The words of both sentences in order: those that only the first has deleted, those that only the second has inserted.
 */
export function showDifference(from: string, to: string): Child[] {
  return diffArrays(splitSigns(from), splitSigns(to)).map(({ value, added, removed }) => {
    const text = value.join('');
    if (!added && !removed) return text;
    return h(added ? 'ins' : 'del', {}, text);
  });
}

/** The share of the words of two sentences that both have, from 0 to 1. */
export function shareWords(one: string, other: string): number {
  const [words, others] = [one, other].map((text) => splitSigns(text).filter((sign) => /[\p{L}\p{N}]/u.test(sign)));
  if (!words || !others || words.length + others.length === 0) return 1;
  const common = diffArrays(words, others).reduce(
    (sum, { value, added, removed }) => sum + (added || removed ? 0 : value.length),
    0,
  );
  return (2 * common) / (words.length + others.length);
}

function splitSigns(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}
