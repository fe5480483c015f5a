// A word and a list of words → the one that was probably meant.
import { distance } from 'fastest-levenshtein';

/**
 * The nearest candidate by Levenshtein distance, in which two neighbouring letters that changed places count as one
 * change, or null where none is near: at most a third of the longer word may differ, and never more than three letters.
 * Equal distances: the first in code point order.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  const needle = word.slice(0, 100).toLowerCase();
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > 3) continue;
    const other = candidate.toLowerCase();
    const apart = isTransposed(needle, other) ? 1 : distance(needle, other);
    const allowed = Math.min(3, Math.floor(Math.max(needle.length, candidate.length) / 3));
    if (apart > allowed) continue;
    if (apart < least || (apart === least && best !== null && candidate < best)) {
      best = candidate;
      least = apart;
    }
  }
  return best;
}

/** Whether the words differ in nothing but two neighbouring letters that changed places. */
function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  return i + 1 < a.length && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
