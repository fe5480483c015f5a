// Claims, the journal and findings → the lists of what there is to do, and how far somebody has come.
import { measureAgreement, patternOf } from '../claims/agreement.ts';
import { weighVotes } from '../claims/weighVotes.ts';
import type { ManifestAgreement } from '../schemas/generated/types.ts';
import { SHOWN_EVIDENCE } from '../votes/blindClaim.ts';
import { digestWhole, type ReviewClaim, voteOf } from './claims.ts';
import type { ReviewFinding } from './findings.ts';
import type { Journal } from './journal.ts';

/** So many rows of a list are sent; how many there are is told. */
export const MOST_ROWS = 200;

export interface Row {
  readonly id: string;
  readonly text: string;
}

export interface List<T> {
  readonly all: number;
  readonly rows: readonly T[];
}

export interface Queue {
  /** Without a vote of one's own, in raw/ or in the journal. */
  readonly vote: List<Row>;
  /** Votes differ, and nobody has settled it. */
  readonly differ: List<Row>;
  /** Those of them on which one has not voted. */
  readonly settle: List<Row>;
  readonly findings: List<ReviewFinding>;
  readonly missing: List<Row & { readonly what: readonly string[] }>;
  readonly articles: readonly { readonly id: string; readonly claims: number; readonly voted: number }[];
  /** null while blind, and where no claim was judged by two. */
  readonly agreement: Pick<ManifestAgreement, 'claims' | 'raw' | 'kappa' | 'alpha' | 'alpha_interval'> | null;
  /** What stands in the journal and not yet in raw/. */
  readonly pending: Pending;
}

export interface Pending {
  readonly votes: readonly string[];
  readonly settlements: readonly string[];
  readonly fixes: readonly string[];
  /** Claims that read otherwise since: their votes and settlements wait to be confirmed. */
  readonly waiting: readonly string[];
}

export interface Sight {
  readonly annotator: string;
  readonly blind: boolean;
}

/** Whether somebody may see how others judged a claim: while blind only once the own vote stands in raw/. */
export function maySee(claim: ReviewClaim, { annotator, blind }: Sight): boolean {
  return !blind || voteOf(claim, annotator) !== null;
}

/** What a piece of evidence should have, and a claim; while blind only what a blind vote shows is told of. */
const WANTED = [
  ['archive_url', 'archived copy'],
  ['accessed', 'day of reading'],
  ['published', 'date of the evidence'],
  ['origin', 'origin of the evidence'],
] as const;

export function makeQueue(
  claims: ReadonlyMap<string, ReviewClaim>,
  journal: Journal,
  findings: readonly ReviewFinding[],
  sight: Sight,
): Queue {
  const { annotator, blind } = sight;
  const all = [...claims.values()];
  const hasVoted = (claim: ReviewClaim) => voteOf(claim, annotator) !== null || journal.votes.has(claim.joined.id);
  const differ = all.filter((claim) => maySee(claim, sight) && isOpen(claim));
  const articles = new Map<string, { id: string; claims: number; voted: number }>();
  for (const claim of all) {
    const entry = articles.get(claim.article) ?? { id: claim.article, claims: 0, voted: 0 };
    entry.claims += 1;
    if (hasVoted(claim)) entry.voted += 1;
    articles.set(claim.article, entry);
  }
  const missing = all.flatMap((claim) => {
    const what = listMissing(claim, sight);
    return what.length === 0 ? [] : [{ ...rowOf(claim), what }];
  });
  return {
    vote: cut(all.filter((claim) => !hasVoted(claim)).map(rowOf)),
    differ: cut(differ.map(rowOf)),
    settle: cut(differ.filter((claim) => voteOf(claim, annotator) === null).map(rowOf)),
    findings: cut(maySeeFindings(all, sight) ? findings : []),
    missing: cut(missing),
    articles: [...articles.values()],
    agreement: blind ? null : measure(all),
    pending: listPending(claims, journal, annotator),
  };
}

/** As much of a verdict as is chosen by. */
export const describeVerdict = ({ id, label, definition }: { id: string; label: string; definition: string }) => ({
  id,
  label,
  definition,
});

/** A finding may name the verdict of any claim: while there is one that somebody may not see, none is shown. */
export function maySeeFindings(all: Iterable<ReviewClaim>, sight: Sight): boolean {
  for (const claim of all) if (!maySee(claim, sight)) return false;
  return true;
}

/** Whether votes differ and nobody has settled it. */
export function isOpen({ joined: { annotations, status } }: ReviewClaim): boolean {
  return status !== 'adjudicated' && !weighVotes(annotations).agreed;
}

export function listPending(
  claims: ReadonlyMap<string, ReviewClaim>,
  { votes, settlements, fixes }: Journal,
  annotator: string,
): Pending {
  const waiting = new Set<string>();
  const open = { votes: [] as string[], settlements: [] as string[] };
  for (const { claim: id, digest } of votes.values()) {
    const claim = claims.get(id);
    if (claim && voteOf(claim, annotator) !== null) continue;
    if (claim?.digest === digest) open.votes.push(id);
    else waiting.add(id);
  }
  for (const entry of settlements.values()) {
    const claim = claims.get(entry.claim);
    if (claim && isSettledBy(claim, entry.settle.reason, annotator)) continue;
    if (claim && digestWhole(claim) === entry.digest) open.settlements.push(entry.claim);
    else waiting.add(entry.claim);
  }
  return { ...open, fixes: [...new Set([...fixes.values()].map(({ claim }) => claim))], waiting: [...waiting] };
}

/** Whether the very settlement stands in the article. */
export function isSettledBy({ written }: ReviewClaim, reason: string, annotator: string): boolean {
  return written.status === 'adjudicated' && written.adjudication === `${annotator}: ${reason}`;
}

function listMissing(claim: ReviewClaim, { blind }: Sight): string[] {
  const { evidence, annotations } = claim.joined;
  const shown: readonly string[] = SHOWN_EVIDENCE;
  const wanted = WANTED.filter(([key]) => !blind || shown.includes(key));
  const what = wanted.flatMap(([key, name]) => (evidence.some((item) => item[key] === null) ? [name] : []));
  return !blind && weighVotes(annotations).voters === 1 ? [...what, 'second vote'] : what;
}

function measure(all: readonly ReviewClaim[]): Queue['agreement'] {
  const patterns = new Map<string, number>();
  for (const { joined } of all) {
    const votes = new Map<string, string>();
    for (const { annotator, verdict } of joined.annotations) if (!votes.has(annotator)) votes.set(annotator, verdict);
    if (votes.size > 1) patterns.set(patternOf(votes), (patterns.get(patternOf(votes)) ?? 0) + 1);
  }
  const agreement = measureAgreement(patterns);
  if (agreement === null) return null;
  const { claims, raw, kappa, alpha, alpha_interval } = agreement;
  return { claims, raw, kappa, alpha, alpha_interval };
}

function rowOf({ joined: { id, text } }: ReviewClaim): Row {
  return { id, text };
}

function cut<T>(rows: readonly T[]): List<T> {
  return { all: rows.length, rows: rows.slice(0, MOST_ROWS) };
}
