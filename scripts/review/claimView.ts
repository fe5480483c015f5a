// A claim → what the page is told of it: its words to everybody, how it was judged only to whoever may see that.
import type { RawArticleClaim } from '../schemas/generated/types.ts';
import type { BlindClaim } from '../votes/blindClaim.ts';
import { digestWhole, type ReviewClaim, voteOf } from './claims.ts';
import type { ReviewFinding } from './findings.ts';
import type { Journal } from './journal.ts';
import { maySee, type Sight } from './queue.ts';
import { howToTakeBack } from './takeBack.ts';

/** The text of the article around the quotation. */
export interface Surroundings {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  readonly language: string | null;
}

export interface OwnVote {
  readonly verdict: string;
  readonly confidence: string;
  readonly note: string | null;
  /** `waits` says that the claim reads otherwise since: the vote is to be confirmed. */
  readonly state: 'noted' | 'waits' | 'handed in';
  /** What to do about a vote that is handed in; null for any other. */
  readonly advice: string | null;
}

export interface ClaimView {
  readonly article: string;
  readonly shown: BlindClaim;
  readonly digest: string;
  /** null where no capture is at hand. */
  readonly surroundings: Surroundings | null;
  readonly own: OwnVote | null;
  /** The next claim without a vote of one's own; null where there is none. */
  readonly next: string | null;
  readonly open: OpenView | null;
}

/** What nobody sees who judges blind. */
export interface OpenView extends Pick<RawArticleClaim, 'verdict' | 'status' | 'justification' | 'adjudication'> {
  readonly digest: string;
  readonly votes: RawArticleClaim['annotations'];
  /** Of each piece of evidence, in order. */
  readonly stances: readonly (string | null)[];
  readonly findings: readonly ReviewFinding[];
  /** Codes of rules whose fix stands in the journal. */
  readonly fixing: readonly string[];
  /** null where it is not for this annotator to settle. */
  readonly settling: Settling | null;
}

export interface Settling {
  /** The settlement that stands in the journal. */
  readonly noted: { readonly verdict: string; readonly reason: string; readonly waits: boolean } | null;
  /** What is written into `revisions` for each verdict: `from` and `to`, or null where a release has no other. */
  readonly revisions: Readonly<Record<string, { from: unknown; to: unknown } | null>>;
  readonly needsJustification: boolean;
}

/** What the session knows besides the claim. */
export interface Around {
  readonly sight: Sight;
  /** The file of votes that the own vote stands in; null where it stands in the article, or nowhere. */
  readonly file: string | null;
  readonly journal: Journal;
  readonly findings: readonly ReviewFinding[];
  readonly surroundings: Surroundings | null;
  readonly next: string | null;
  readonly settling: () => Settling | null;
}

export function viewClaim(claim: ReviewClaim, around: Around): ClaimView {
  const { shown, digest, article } = claim;
  const { sight, file, journal, surroundings, next } = around;
  return {
    article,
    shown,
    digest,
    surroundings,
    own: viewOwnVote(claim, journal, sight, file),
    next,
    open: maySee(claim, sight) ? openView(claim, around) : null,
  };
}

function viewOwnVote(claim: ReviewClaim, journal: Journal, { annotator }: Sight, file: string | null): OwnVote | null {
  const written = voteOf(claim, annotator);
  if (written) {
    const { verdict, confidence, note } = written;
    return { verdict, confidence, note, state: 'handed in', advice: howToTakeBack(file, claim.joined.id, annotator) };
  }
  const noted = journal.votes.get(claim.joined.id);
  if (!noted) return null;
  const { verdict, confidence, note } = noted.vote;
  return { verdict, confidence, note, state: noted.digest === claim.digest ? 'noted' : 'waits', advice: null };
}

function openView(claim: ReviewClaim, { journal, findings, settling }: Around): OpenView {
  const { id, verdict, status, justification, adjudication, annotations, evidence } = claim.joined;
  return {
    digest: digestWhole(claim),
    verdict,
    status,
    justification,
    adjudication,
    votes: annotations,
    stances: evidence.map(({ stance }) => stance),
    findings: findings.filter((finding) => finding.claim === id),
    fixing: [...journal.fixes.values()].filter((fix) => fix.claim === id).map(({ code }) => code),
    settling: settling(),
  };
}

/** The claim behind another one, round and round, that `isWanted`; null where there is none but itself. */
export function findNext(ids: readonly string[], from: string, isWanted: (id: string) => boolean): string | null {
  const at = ids.indexOf(from);
  for (let step = 1; step < ids.length; step += 1) {
    const id = ids[(at + step) % ids.length];
    if (id !== undefined && isWanted(id)) return id;
  }
  return null;
}
