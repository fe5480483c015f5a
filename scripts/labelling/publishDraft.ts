// A draft as it would be, and its votes → the status that it comes to, or what it still waits for.
import { weighVotes } from '../claims/weighVotes.ts';
import type { ValueChange } from '../edits/edit.ts';
import { TODO } from '../edits/splice.ts';
import { directionOf } from '../vocabulary/direction.ts';
import { type ClaimPlace, decided, type Labels, listOf, type Written } from './labels.ts';

/** The status of a claim that is published, by its votes. */
export function statusByVotes({ voters, agreed }: { voters: number; agreed: boolean }): string {
  return agreed ? (voters > 1 ? 'reviewed' : 'labelled') : 'disputed';
}

/** What keeps a draft from being published, in words. */
export function listWaiting(claim: Written, { project }: Labels): string[] {
  const verdict = decided(claim['verdict']);
  const direction = verdict === null ? null : directionOf(project.vocabulary.verdicts.get(verdict));
  const needsEvidence = direction !== null && direction !== 'open';
  return [
    ...listTodo(claim).map((key) => `${key} is todo`),
    ...(needsEvidence && listOf(claim['evidence']).length === 0 ? ['it has no evidence'] : []),
    ...(decided(claim['justification']) === null ? ['it has no justification'] : []),
  ];
}

/**
 * Publishes a draft that somebody has voted on, once an edit gives it the last thing that it waited for: whoever votes
 * before all is there need not vote again.
 * @param edited the claim as the edit leaves it
 * @returns what is to be changed besides, and the end of the sentence that says so; empty where it is no such draft
 */
export function publishDraft(
  labels: Labels,
  place: ClaimPlace,
  edited: Written,
): { changes: ValueChange[]; said: string } {
  const votes = labels.votes(place);
  const verdict = decided(edited['verdict']);
  if (edited['status'] !== 'draft' || votes.length === 0 || verdict === null) return { changes: [], said: '' };
  const waiting = listWaiting(edited, labels);
  if (waiting.length > 0) return { changes: [], said: `; the claim stays a draft: ${waiting.join(', ')}` };
  const weighed = weighVotes(votes);
  const status = statusByVotes(weighed);
  const set = (key: string, value: unknown): ValueChange => ({
    kind: 'set',
    pointer: `${place.pointer}/${key}`,
    value,
  });
  const isOpen = !weighed.agreed && verdict !== weighed.majority;
  return {
    changes: [...(isOpen ? [set('verdict', null)] : []), set('status', status)],
    said: `; the claim is ${status}`,
  };
}

function listTodo(value: unknown, at = ''): string[] {
  if (value === TODO) return [at];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => listTodo(part, at === '' ? key : `${at}/${key}`));
}
