// Two sentences → one beside the other, the words that differ marked.
import { diffArrays } from 'diff';
import { type Child, h } from '../nodes/node.ts';

/** The words of both sentences in order: those that only the first has deleted, those that only the second has inserted. */
export function showDifference(from: string, to: string): Child[] {
  return diffArrays(splitSigns(from), splitSigns(to)).map(({ value, added, removed }) => {
    const text = value.join('');
    if (!added && !removed) return text;
    return h(added ? 'ins' : 'del', {}, text);
  });
}

function splitSigns(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+|\s+|[^\p{L}\p{N}\p{M}\s]/gu) ?? [];
}
