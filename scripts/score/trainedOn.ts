// What a system has learned from, and what ties claims → the scored claims that it may have seen the like of.
import type { DatasetClaim } from '../splits/datasetClaim.ts';
import { EDGES, groupClaims, listLinks } from '../splits/links.ts';
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
    if (dataset === name) splits.add(split);
    else strange.add(dataset);
  }
  if (splits.size === 0) return [...strange];
  const { groups } = groupClaims(all.length, [...listLinks(all)], new Set(EDGES));
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
