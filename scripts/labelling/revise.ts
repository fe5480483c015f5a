// A claim and what somebody has found wrong in it → the corrected claim, and for a released one why.
import { weighVotes } from '../claims/weighVotes.ts';
import type { ValueChange } from '../edits/edit.ts';
import { UserError } from '../platform/userError.ts';
import { chooseId } from './chooseId.ts';
import { type Act, type ClaimPlace, decided, type Labels, listOf } from './labels.ts';
import { chooseClaimant } from './newClaim.ts';
import { publishDraft } from './publishDraft.ts';
import { findAnchor, readArticleText } from './quotation.ts';
import { reviseField } from './revisions.ts';

export interface ReviseOptions {
  reason: string;
  date: string;
  /** Id of the annotator, for a verdict. */
  as?: string | undefined;
  verdict?: string | undefined;
  confidence?: string | undefined;
  text?: string | undefined;
  quote?: string | undefined;
  place?: number | undefined;
  claimant?: string | undefined;
  claimDate?: string | undefined;
  eventDate?: string | undefined;
  type?: string | undefined;
  justification?: string | undefined;
}

/**
 * Changes the fields that are named. A verdict is that of its votes: who has voted alone puts their own vote right with
 * it; where others have voted too, a revision is no way round them.
 */
export function revise(labels: Labels, claimId: string, options: ReviseOptions): Act {
  const place = labels.claim(claimId);
  const { file, claim, pointer } = place;
  if (claim['status'] === 'withdrawn') throw new UserError(`${claimId} is withdrawn: it changes no more.`);
  const { date, reason } = options;
  const values: [string, string | undefined][] = [
    ['text', options.text],
    ['quote', options.quote],
    ['claimant', options.claimant === undefined ? undefined : chooseClaimant(options.claimant, labels)],
    ['claim_date', options.claimDate],
    ['event_date', options.eventDate],
    ['type', options.type],
    ['justification', options.justification],
  ];
  const changes: ValueChange[] = values.flatMap(([field, to]) =>
    to === undefined || to === claim[field] ? [] : reviseField(labels, place, { field, to, date, reason }),
  );
  if (options.quote !== undefined) {
    const text = readArticleText(file, labels.text(file), labels.project);
    changes.push({ kind: 'set', pointer: `${pointer}/anchor`, value: findAnchor(text, options.quote, options.place) });
  }
  if (options.verdict !== undefined) changes.push(...reviseVerdict(labels, place, options, options.verdict));
  if (changes.length === 0) throw new UserError(`${claimId} says all of that already: nothing is to be changed.`);
  const edited = Object.fromEntries(
    changes.flatMap((change) =>
      change.kind === 'set' ? [[change.pointer.slice(pointer.length + 1), change.value]] : [],
    ),
  );
  const then = publishDraft(labels, place, { ...claim, ...edited });
  changes.push(...then.changes);
  return { claim: claimId, changes: new Map([[file, changes]]), said: [`${claimId}: revised${then.said}.`] };
}

function reviseVerdict(labels: Labels, place: ClaimPlace, options: ReviseOptions, typed: string): ValueChange[] {
  const { claim, pointer } = place;
  const { date, reason, as, confidence } = options;
  const to = chooseId(typed, 'verdicts', labels.project.vocabulary);
  const votes = labels.votes(place);
  const [vote] = votes;
  if (to === decided(claim['verdict']) && vote?.verdict === to) return [];
  const { voters, agreed } = weighVotes(votes);
  if (voters > 1)
    throw new UserError(
      agreed
        ? `${voters} people vote for ${vote?.verdict}: who judges otherwise casts a \`vote\`, and a third person settles it.`
        : 'The votes differ: `settle` gives the claim its verdict.',
    );
  if (vote && vote.annotator !== as)
    throw new UserError(
      `The vote is ${vote.annotator}'s: with --as ${vote.annotator} they put it right; anybody else casts a \`vote\`.`,
    );
  if (vote && listOf(claim['annotations']).length === 0)
    throw new UserError(
      `The vote stands in ${labels.project.raw}/votes/${vote.annotator}.jsonl: put it right there, and the verdict here.`,
    );
  const set = (key: string, value: unknown): ValueChange => ({
    kind: 'set',
    pointer: `${pointer}/annotations/0/${key}`,
    value,
  });
  return [
    ...reviseField(labels, place, { field: 'verdict', to, date, reason }),
    ...(vote ? [set('verdict', to), set('date', date)] : []),
    ...(vote && confidence !== undefined ? [set('confidence', confidence)] : []),
  ];
}
