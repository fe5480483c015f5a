// An article as it is written, and votes from files of their own → the article with all votes in its claims.
import { basename } from 'node:path';
import type { ArticleFile } from '../article/decodeArticle.ts';
import { weighVotes } from '../claims/weighVotes.ts';
import type { RawArticleAnnotation, RawArticleClaim } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import { type CastVotes, isSameVote, type VoteLine } from './voteLines.ts';

/** Where votes stand that are not written in the article: JSON Pointer of their place among the votes → their line. */
export type Joined = ReadonlyMap<string, VoteLine>;

const NOTHING: Joined = new Map();

/** The votes on claims of an article file, undefined where there are none. */
export function votesOf(file: string, votes: CastVotes): readonly VoteLine[] | undefined {
  return votes.size === 0 ? undefined : votes.get(basename(file, '.md'));
}

/** Joins the votes on one article. The decoded article is given back itself where there are none, and never changed. */
export function joinArticle(decoded: ArticleFile, votes: CastVotes): { decoded: ArticleFile; joined: Joined } {
  const lines = decoded.article ? votesOf(decoded.file, votes) : undefined;
  if (!decoded.article || !lines) return { decoded, joined: NOTHING };
  const byClaim = new Map<string, VoteLine[]>();
  for (const line of lines) byClaim.set(line.claim, [...(byClaim.get(line.claim) ?? []), line]);
  const joined = new Map<string, VoteLine>();
  const join = (claim: RawArticleClaim, pointer: string) => {
    const added = listAdded(claim, byClaim.get(claim.id) ?? []);
    for (const [i, line] of added.entries()) joined.set(`${pointer}/annotations/${claim.annotations.length + i}`, line);
    return added.length === 0
      ? claim
      : withVotes(
          claim,
          added.map(({ vote }) => vote),
        );
  };
  const { article, damaged, claimIndexes } = decoded;
  const claims = article.claims.map((claim, i) => join(claim, `/claims/${claimIndexes[i]}`));
  const others = damaged.map((one) => ({ ...one, claim: join(one.claim, one.pointer) }));
  return { decoded: { ...decoded, article: { ...article, claims }, damaged: others }, joined };
}

/**
 * Votes that the claim does not hold already, in the order in which they were cast. Of those of one day the annotators
 * are in order.
 */
function listAdded({ annotations }: RawArticleClaim, lines: readonly VoteLine[]): VoteLine[] {
  return lines
    .filter(({ vote }) => !annotations.some((other) => isSameVote(other, vote)))
    .sort(
      ({ vote: a }, { vote: b }) => compareCodePoints(a.date, b.date) || compareCodePoints(a.annotator, b.annotator),
    );
}

/** What a claim's status tells of its votes and nothing else. */
const COUNTED: ReadonlySet<string> = new Set(['labelled', 'reviewed', 'disputed']);

/**
 * The claim with more votes. A status that only counts votes follows them, so that nobody who votes has to touch the
 * article: one is labelled, agreement is reviewed, and a difference disputed. Then the verdict waits, unless more than
 * half vote for it, and with it all that rests on it. A settlement, a draft and a withdrawal are decisions, and stay.
 */
function withVotes(claim: RawArticleClaim, added: readonly RawArticleAnnotation[]): RawArticleClaim {
  const annotations = [...claim.annotations, ...added];
  if (!COUNTED.has(claim.status)) return { ...claim, annotations };
  const { voters, agreed, majority } = weighVotes(annotations);
  if (agreed) return { ...claim, annotations, status: voters === 1 ? 'labelled' : 'reviewed' };
  // One annotator's two votes are a mistake, and no difference between people.
  if (voters === 1) return { ...claim, annotations };
  const open: RawArticleClaim = { ...claim, annotations, status: 'disputed' };
  if (claim.verdict === majority) return open;
  return { ...open, verdict: null, justification: null, distortion: null, corrected: null };
}
