// Claims → what ties them to each other: pages, words, articles that more than one of them has.
import { listWords } from '../values/words.ts';
import type { DatasetClaim } from './datasetClaim.ts';
import { forEachNearPair } from './nearTexts.ts';
import { Groups } from './unionFind.ts';

/** What may tie claims together; `splits --edges` chooses among them. */
export const EDGES = ['article', 'text', 'cluster', 'evidence', 'review', 'appearance'] as const;
export type Edge = (typeof EDGES)[number];

/**
 * How claims are tied, as the leak report counts it: `text` is the same words or nearly the same, `evidence` the same
 * page or the same words.
 */
export const TIES = [
  'text',
  'near',
  'evidence text',
  'evidence page',
  'article',
  'cluster',
  'review',
  'appearance',
] as const;
export type Tie = (typeof TIES)[number];

export const EDGE_OF: Readonly<Record<Tie, Edge>> = {
  text: 'text',
  near: 'text',
  'evidence text': 'evidence',
  'evidence page': 'evidence',
  article: 'article',
  cluster: 'cluster',
  review: 'review',
  appearance: 'appearance',
};

/** Something that several claims have: what kind of thing, which, and the places of the claims, ascending. */
export interface Link {
  tie: Tie;
  key: string;
  claims: readonly number[];
}

/** Evidence that more groups cite is left out: a statistics office joins everything. */
export const MOST_CITING_GROUPS = 20;

/** A tie that is told by one thing of each claim; nearly the same words are told by pairs. */
export type SharedTie = Exclude<Tie, 'near'>;

/**
 * What of a claim may tie it to others; `words` are texts, of which the words alone count. The audit's F11 goes by this
 * too, so that splits which leak nothing here leak nothing there.
 */
export const SHARED: Readonly<
  Record<SharedTie, { words: boolean; list(claim: DatasetClaim): readonly (string | null)[] }>
> = {
  text: { words: true, list: ({ text }) => [text] },
  'evidence text': { words: true, list: ({ evidence }) => evidence.map(({ text }) => text) },
  'evidence page': { words: false, list: ({ evidence }) => evidence.map(({ page }) => page) },
  article: { words: false, list: ({ article }) => [article] },
  cluster: { words: false, list: ({ cluster }) => [cluster] },
  review: { words: false, list: ({ reviews }) => reviews },
  appearance: { words: false, list: ({ appearances }) => appearances },
};
export const SHARED_TIES = TIES.filter((tie) => tie !== 'near');

/** Everything that two claims or more have in common. Ends with the pairs of nearly the same words. */
export function* listLinks(claims: readonly DatasetClaim[]): Generator<Link> {
  for (const tie of SHARED_TIES) {
    const { words, list } = SHARED[tie];
    const sharing = new Map<string, number[]>();
    for (const [i, claim] of claims.entries()) {
      for (const key of new Set(list(claim).map((value) => (value !== null && words ? wordsOf(value) : value)))) {
        if (key === null || key === '') continue;
        const known = sharing.get(key);
        if (known) known.push(i);
        else sharing.set(key, [i]);
      }
    }
    for (const [key, owners] of sharing) if (owners.length > 1) yield { tie, key, claims: owners };
  }
  const near: [number, number][] = [];
  forEachNearPair(
    claims.map(({ text }) => text),
    (a, b) => {
      if (wordsOf(claims[a]?.text ?? '') !== wordsOf(claims[b]?.text ?? '')) near.push([a, b]);
    },
  );
  for (const claims of near) yield { tie: 'near', key: '', claims };
}

function wordsOf(text: string): string {
  return listWords(text).join(' ');
}

/** Evidence that too many groups cite to join them. */
export interface LeftOut {
  tie: Tie;
  key: string;
  groups: number;
}

/** Connected components of claims over the edges, and the links that were left out. What is excluded joins nothing. */
export function groupClaims(
  size: number,
  links: readonly Link[],
  edges: ReadonlySet<Edge>,
  isExcluded: (claim: number) => boolean = () => false,
): { groups: Groups; leftOut: LeftOut[] } {
  const groups = new Groups(size);
  const join = (owners: readonly number[]) => {
    const members = owners.filter((claim) => !isExcluded(claim));
    for (const claim of members) groups.join(members[0] as number, claim);
  };
  const chosen = links.filter(({ tie }) => edges.has(EDGE_OF[tie]));
  const leftOut: LeftOut[] = [];
  for (const { tie, claims } of chosen) if (EDGE_OF[tie] !== 'evidence') join(claims);
  // How many groups cite something is asked before any evidence joins them, so that the order of pages does not matter.
  // What is excluded counts as a group of its own: excluding a claim must not make a tie of what was none.
  const joining = chosen.filter(({ tie, key, claims }) => {
    if (EDGE_OF[tie] !== 'evidence') return false;
    const citing = new Set(claims.map((claim) => groups.find(claim))).size;
    if (citing > MOST_CITING_GROUPS) leftOut.push({ tie, key, groups: citing });
    return citing <= MOST_CITING_GROUPS;
  });
  for (const { claims } of joining) join(claims);
  return { groups, leftOut };
}
