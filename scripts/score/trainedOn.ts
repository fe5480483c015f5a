// What a system has learned from, and what ties claims → the scored claims that it may have seen the like of.
import type { DatasetClaim } from '../splits/datasetClaim.ts';
import { EDGES, groupClaims, listLinks } from '../splits/links.ts';
import { nameSplit } from '../splits/splitName.ts';
import type { About } from './about.ts';
import type { Problems } from './problems.ts';

/**
 * Reports every scored claim that is in one group with a claim that the system was trained on; groups are those of `npm
 * run splits`, over everything that ties claims. Any version of the dataset counts: claims keep their ids. Gives the
 * names of other datasets, which nobody can compare here.
 */
export function checkTraining(
  about: About,
  name: string,
  all: readonly DatasetClaim[],
  isScored: (claim: DatasetClaim) => boolean,
  problems: Problems,
): string[] {
  const strange = new Set<string>();
  const splits = new Set<string | null>();
  for (const { dataset, split } of about.trained_on) {
    if (dataset === name) splits.add(nameSplit(split));
    else strange.add(dataset);
  }
  if (splits.size === 0) return [...strange];
  for (const split of splits) {
    if (split !== null && !all.some((claim) => claim.split === split))
      problems.add(
        'trained_on_unknown',
        { line: null, text: split },
        'name a split of the dataset, or leave `split` out where all of it was learned from',
      );
  }
  // A claim in no split, as one that was excluded since it ties two together, ties nothing.
  const isApart = (claim: number) => !splits.has(null) && [null, 'excluded'].includes(all[claim]?.split ?? null);
  const { groups } = groupClaims(all.length, [...listLinks(all)], new Set(EDGES), isApart);
  const trained = new Map<number, string>();
  for (const [i, claim] of all.entries()) {
    const root = groups.find(i);
    if ((splits.has(null) || splits.has(claim.split)) && !trained.has(root)) trained.set(root, claim.id);
  }
  for (const [i, claim] of all.entries()) {
    const other = trained.get(groups.find(i));
    if (other === undefined || !isScored(claim)) continue;
    const text = other === claim.id ? `${claim.id} itself` : `${claim.id} and ${other}`;
    problems.add('trained_on', { line: null, text }, 'see the groups of `npm run splits`');
  }
  return [...strange];
}
