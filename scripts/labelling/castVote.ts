// A vote of an annotator → the vote in its claim, and the status that the votes then come to.
import { weighVotes } from '../claims/weighVotes.ts';
import type { ValueChange } from '../edits/edit.ts';
import { UserError } from '../platform/userError.ts';
import { chooseId } from './chooseId.ts';
import { type Act, type ArticlePlace, decided, type Labels, listOf, type Written } from './labels.ts';
import { listWaiting, statusByVotes } from './publishDraft.ts';

export interface VoteOptions {
  verdict: string;
  confidence: string;
  /** Id of the annotator. */
  as: string;
  /** The day of the vote. */
  date: string;
  guideline?: string | undefined;
  note?: string | undefined;
  /** Why the claim has its verdict, for one that has no justification yet. */
  justification?: string | undefined;
}

/**
 * The first vote gives a draft its verdict, and publishes it as soon as it has a justification and nothing is left to
 * decide. A vote that differs from the others opens the difference: no verdict stands but that of a majority.
 */
export function castVote(labels: Labels, claimId: string, options: VoteOptions): Act {
  const place = labels.claim(claimId);
  const { file, claim, pointer } = place;
  const verdict = chooseId(options.verdict, 'verdicts', labels.project.vocabulary);
  const votes = labels.votes(place);
  if (claim['status'] === 'withdrawn') throw new UserError(`${claimId} is withdrawn: nobody votes on it any more.`);
  if (votes.some(({ annotator }) => annotator === options.as))
    throw new UserError(`${options.as} has voted on ${claimId}. \`revise\` puts one's own vote right.`);
  const vote = {
    annotator: options.as,
    verdict,
    confidence: options.confidence,
    date: options.date,
    guideline: options.guideline ?? guidelineOf(place, claim),
    ...(options.note !== undefined && { note: options.note }),
  };
  const weighed = weighVotes([...votes, vote]);
  const { agreed, majority } = weighed;
  const set = (key: string, value: unknown): ValueChange => ({ kind: 'set', pointer: `${pointer}/${key}`, value });
  const changes: ValueChange[] = [{ kind: 'append', pointer: `${pointer}/annotations`, value: vote }];
  const justification = options.justification ?? decided(claim['justification']);
  if (options.justification !== undefined) changes.push(set('justification', options.justification));
  const status = claim['status'];
  const current = decided(claim['verdict']);
  if (status === 'imported' || status === 'adjudicated')
    return {
      claim: claimId,
      annotator: options.as,
      changes: new Map([[file, changes]]),
      said: [`${claimId}: ${options.as} votes ${verdict}.`],
    };
  const wanted = agreed ? verdict : current === majority ? current : null;
  if (current !== wanted && (status === 'draft' || !agreed)) changes.push(set('verdict', wanted));
  const waiting = status === 'draft' ? listWaiting({ ...claim, verdict: wanted, justification }, labels) : [];
  const next = statusByVotes(weighed);
  if (waiting.length === 0 && status !== next) changes.push(set('status', next));
  const comes = waiting.length > 0 ? `stays a draft: ${waiting.join(', ')}` : `is ${next}`;
  return {
    claim: claimId,
    annotator: options.as,
    changes: new Map([[file, changes]]),
    said: [`${claimId}: ${options.as} votes ${verdict}; the claim ${comes}.`],
  };
}

/** The version of the guidelines that the nearest votes name; the first where there is none yet. */
function guidelineOf({ claims }: ArticlePlace, claim: Written): string {
  const near = [claim, ...[...claims].reverse()].flatMap((one) => listOf(one['annotations']).reverse());
  return near.map(({ guideline }) => decided(guideline)).find((version) => version !== null) ?? '1';
}
