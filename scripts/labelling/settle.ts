// A claim on which votes differ and a decision → the claim with its verdict and how it was settled.
import { weighVotes } from '../claims/weighVotes.ts';
import type { ValueChange } from '../edits/edit.ts';
import { UserError } from '../platform/userError.ts';
import { chooseId } from './chooseId.ts';
import { type Act, decided, type Labels } from './labels.ts';
import { reviseField } from './revisions.ts';

export interface SettleOptions {
  verdict: string;
  reason: string;
  /** Id of the annotator who settles it. */
  as: string;
  date: string;
  justification?: string | undefined;
}

/** No vote is touched: they stay the record of what people judged. */
export function settle(labels: Labels, claimId: string, options: SettleOptions): Act {
  const place = labels.claim(claimId);
  const { file, claim, pointer } = place;
  const votes = labels.votes(place);
  if (votes.length === 0) throw new UserError(`Nobody has voted on ${claimId}: there is nothing to settle.`);
  if (weighVotes(votes).agreed)
    throw new UserError(
      `All votes on ${claimId} are for ${votes[0]?.verdict}: there is nothing to settle. Who judges otherwise casts a \`vote\`, or puts their own right with \`revise\`.`,
    );
  if (votes.some(({ annotator }) => annotator === options.as))
    throw new UserError(`${options.as} has voted on ${claimId}: somebody who has not settles it.`);
  if (options.justification === undefined && decided(claim['justification']) === null)
    throw new UserError(`${claimId} has no justification: write it with --justification.`);
  const verdict = chooseId(options.verdict, 'verdicts', labels.project.vocabulary);
  const { date, reason } = options;
  const set = (key: string, value: unknown): ValueChange => ({ kind: 'set', pointer: `${pointer}/${key}`, value });
  const changes: ValueChange[] = [
    ...(decided(claim['verdict']) === verdict
      ? []
      : reviseField(labels, place, { field: 'verdict', to: verdict, date, reason })),
    ...(options.justification === undefined ? [] : [set('justification', options.justification)]),
    set('status', 'adjudicated'),
    set('adjudication', `${options.as}: ${reason}`),
  ];
  return { claim: claimId, changes: new Map([[file, changes]]), said: [`${claimId}: settled as ${verdict}.`] };
}
