// Votes → the version of the guidelines that the newest of them names.
import type { RawArticleAnnotation } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';

/** Of the votes of the newest day the highest version; the first one where nobody has voted. */
export function newestGuideline(votes: Iterable<Pick<RawArticleAnnotation, 'date' | 'guideline'>>): string {
  let newest = { date: '', guideline: '1' };
  for (const one of votes)
    if (
      compareCodePoints(one.date, newest.date) > 0 ||
      (one.date === newest.date && compareCodePoints(one.guideline, newest.guideline) > 0)
    )
      newest = one;
  return newest.guideline;
}
