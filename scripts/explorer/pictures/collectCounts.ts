// Claims, one by one → the counts that pictures and lists of sources are made of.
import { votesOn } from '../../claims/votes.ts';
import type { ClaimRow } from '../../schemas/generated/types.ts';
import { compareCodePoints } from '../../values/order.ts';
import { hostOf } from '../../values/webHost.ts';
import { isDifference, votePattern } from '../data/votePattern.ts';
import { daysBetween } from '../parts/dates.ts';
import type { ListedClaim } from '../parts/showing.ts';
import type { SourceCount } from '../parts/sources.ts';
import { NOT_SETTLED } from '../view/viewState.ts';
import { type FoundName, findOriginName } from './originName.ts';

type Tally = Map<string, number>;

export interface DatasetCounts {
  readonly claims: number;
  /** Verdicts by article; here and below, `NOT_SETTLED` stands for a claim without one. */
  readonly byArticle: ReadonlyMap<string, Record<string, number>>;
  /** Claims of the articles in the grid. */
  readonly grid: ReadonlyMap<string, readonly (ListedClaim & { readonly topics: readonly string[] })[]>;
  /** Votes on a claim (`none`, `one`, `agree`, `differed`) by verdict, and confidence by verdict: `value verdict`. */
  readonly votes: ReadonlyMap<string, number>;
  /** The verdicts between which votes differ, as `votePattern` joins them. */
  readonly differences: readonly string[];
  readonly confidence: ReadonlyMap<string, number>;
  /** Pairs of votes, `verdict verdict`, annotators in order of their names. */
  readonly pairs: ReadonlyMap<string, number>;
  readonly annotators: readonly string[];
  readonly evidence: {
    readonly all: number;
    readonly archived: number;
    readonly read: number;
    readonly dated: number;
    readonly origin: number;
  };
  /** Days from the claim to the evidence, where both are known to the day. */
  readonly lags: ReadonlyMap<number, number>;
  readonly days: {
    readonly claims: ReadonlyMap<string, number>;
    readonly evidence: ReadonlyMap<string, number>;
    readonly undated: number;
  };
  /** Times that claims speak of, to the day, with how many do. */
  readonly events: ReadonlyMap<string, number>;
  readonly origins: readonly SourceCount[];
  readonly sites: readonly SourceCount[];
  readonly originNames: Readonly<Record<string, string>>;
}

/** Articles whose claims the grid shows one by one. */
export const GRID_ARTICLES = 12;

/** @param inGrid articles whose claims are kept one by one. */
export function collectCounts(inGrid: ReadonlySet<string>): {
  add: (claim: ClaimRow) => void;
  finish: () => DatasetCounts;
} {
  let claims = 0;
  let undated = 0;
  const byArticle = new Map<string, Record<string, number>>();
  const grid = new Map<string, (ListedClaim & { topics: readonly string[] })[]>();
  const [votes, confidence, pairs, made, published, events] = Array.from({ length: 6 }, (): Tally => new Map());
  const lags = new Map<number, number>();
  const annotators = new Set<string>();
  const differences = new Set<string>();
  const evidence = { all: 0, archived: 0, read: 0, dated: 0, origin: 0 };
  const origins = new Map<string, { claims: number; alone: number }>();
  const sites = new Map<string, { claims: number; alone: number }>();
  const names = new Map<string, FoundName>();
  return {
    add: (claim) => {
      claims += 1;
      const counts = byArticle.get(claim.article_id) ?? {};
      byArticle.set(claim.article_id, counts);
      const outcome = claim.verdict ?? NOT_SETTLED;
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      if (inGrid.has(claim.article_id)) {
        const { claim_id, article_id, claim: text, verdict, status, topics } = claim;
        grid.set(article_id, [
          ...(grid.get(article_id) ?? []),
          { claim_id, article_id, claim: text, verdict, status, topics },
        ]);
      }
      const pattern = votePattern(claim);
      if (isDifference(pattern)) differences.add(pattern);
      count(votes, `${isDifference(pattern) ? 'differed' : pattern} ${outcome}`);
      count(confidence, `${claim.confidence ?? 'none'} ${outcome}`);
      countPairs(claim, pairs, annotators);
      if (claim.claim_date_first === null) undated += 1;
      else count(made, claim.claim_date_first);
      if (claim.event_date !== null && /^\d{4}-\d{2}-\d{2}$/.test(claim.event_date)) count(events, claim.event_date);
      for (const item of claim.evidence) {
        evidence.all += 1;
        if (item.archive_url !== null) evidence.archived += 1;
        if (item.accessed !== null) evidence.read += 1;
        if (item.published !== null) evidence.dated += 1;
        if (item.origin !== null) {
          evidence.origin += 1;
          const known = names.get(item.origin);
          const found = known?.whole ? null : findOriginName(item.origin, item.publisher ?? '');
          if (found !== null && (known === undefined || found.whole)) names.set(item.origin, found);
        }
        if (item.published_first === null) undated += 1;
        else count(published, item.published_first);
        if (isDay(claim.claim_date) && isDay(item.published)) {
          const lag = daysBetween(claim.claim_date ?? '', item.published ?? '');
          lags.set(lag, (lags.get(lag) ?? 0) + 1);
        }
      }
      countSources(
        origins,
        claim.evidence.map((item) => item.origin),
      );
      countSources(
        sites,
        claim.evidence.map((item) => hostOf(item.url ?? '')),
      );
    },
    finish: () => ({
      claims,
      byArticle,
      grid,
      votes: votes ?? new Map(),
      differences: [...differences].sort(compareCodePoints),
      confidence: confidence ?? new Map(),
      pairs: pairs ?? new Map(),
      annotators: [...annotators].sort(compareCodePoints),
      evidence,
      lags,
      days: { claims: made ?? new Map(), evidence: published ?? new Map(), undated },
      events: events ?? new Map(),
      origins: rank(origins),
      sites: rank(sites),
      originNames: Object.fromEntries(
        [...names].map(([id, { name }]) => [id, name] as const).sort(([a], [b]) => compareCodePoints(a, b)),
      ),
    }),
  };
}

function count(tally: Tally | undefined, key: string): void {
  tally?.set(key, (tally.get(key) ?? 0) + 1);
}

function countPairs({ annotations }: ClaimRow, pairs: Tally | undefined, annotators: Set<string>): void {
  const votes = votesOn(annotations).sort((one, other) => compareCodePoints(one.annotator, other.annotator));
  for (const [at, one] of votes.entries()) {
    for (const other of votes.slice(at + 1)) {
      if (one.annotator === other.annotator) continue;
      count(pairs, `${one.verdict} ${other.verdict}`);
      annotators.add(one.annotator).add(other.annotator);
    }
  }
}

function countSources(sources: Map<string, { claims: number; alone: number }>, ids: readonly (string | null)[]): void {
  const known = new Set(ids.filter((id): id is string => id !== null && id !== ''));
  for (const id of known) {
    const entry = sources.get(id) ?? { claims: 0, alone: 0 };
    sources.set(id, entry);
    entry.claims += 1;
    if (known.size === 1) entry.alone += 1;
  }
}

function rank(sources: ReadonlyMap<string, { claims: number; alone: number }>): SourceCount[] {
  return [...sources]
    .map(([id, entry]) => ({ id, ...entry }))
    .sort((one, other) => other.claims - one.claims || compareCodePoints(one.id, other.id));
}

function isDay(text: string | null): boolean {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
}
