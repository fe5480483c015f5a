// Groups of claims → their splits, where a day or something held out decides.
import type { DatasetClaim } from './datasetClaim.ts';
import type { Assigned, SplitSettings } from './ledger.ts';

/**
 * A group wholly before the day is train, one wholly from it on is test; one that straddles it, or has a claim without
 * a date, is excluded.
 */
export function* decideByTime(
  claims: readonly DatasetClaim[],
  groups: readonly (readonly number[])[],
  from: string,
): Generator<[claim: number, split: Assigned]> {
  for (const members of groups) {
    const sides = new Set(members.map((claim) => sideOf(claims[claim] as DatasetClaim, from)));
    const [side = 'excluded'] = sides;
    for (const claim of members) yield [claim, sides.size === 1 ? side : 'excluded'];
  }
}

function sideOf({ days: { first, last } }: DatasetClaim, from: string): Assigned {
  if (last !== null && last < from) return 'train';
  return first !== null && first >= from ? 'test' : 'excluded';
}

/** What is held out is test, the rest of its group excluded, and all other groups are train. */
export function* decideByHoldOut(
  claims: readonly DatasetClaim[],
  groups: readonly (readonly number[])[],
  { field, values }: NonNullable<SplitSettings['hold_out']>,
): Generator<[claim: number, split: Assigned]> {
  const held = new Set(values);
  const isHeld = (claim: number) => valuesOf(claims[claim] as DatasetClaim, field).some((value) => held.has(value));
  for (const members of groups) {
    const touched = members.some(isHeld);
    for (const claim of members) yield [claim, isHeld(claim) ? 'test' : touched ? 'excluded' : 'train'];
  }
}

/** What a claim may be held out by; a review by the host of its page. */
export function valuesOf(
  { publishers, language, reviews }: DatasetClaim,
  field: NonNullable<SplitSettings['hold_out']>['field'],
): readonly string[] {
  if (field === 'publisher') return publishers;
  if (field === 'language') return language === null ? [] : [language];
  return reviews.map((page) => page.split(/[/?]/, 1)[0] ?? page);
}
