// A claim that was wrong to include → the claim withdrawn, and no other that still names it.
import type { ValueChange } from '../edits/edit.ts';
import { readSourceText } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import { type Act, type Labels, textsOf } from './labels.ts';

export interface WithdrawOptions {
  reason: string;
  date: string;
  /** Claims that say it better. */
  successors?: readonly string[] | undefined;
}

/** The claim stays where it is, with its number; links of `same_as` to and from it are taken out. */
export function withdraw(labels: Labels, claimId: string, { reason, date, successors = [] }: WithdrawOptions): Act {
  const { file, claim, pointer } = labels.claim(claimId);
  if (claim['status'] === 'withdrawn') throw new UserError(`${claimId} is withdrawn already.`);
  for (const id of successors) labels.claim(id);
  const withdrawn = { date, reason, ...(successors.length > 0 && { successors: [...successors] }) };
  const changes = new Map<string, ValueChange[]>();
  const add = (to: string, change: ValueChange) => changes.set(to, [...(changes.get(to) ?? []), change]);
  add(file, { kind: 'set', pointer: `${pointer}/status`, value: 'withdrawn' });
  add(file, { kind: 'set', pointer: `${pointer}/withdrawn`, value: withdrawn });
  if (textsOf(claim['same_as']).length > 0) add(file, { kind: 'set', pointer: `${pointer}/same_as`, value: [] });
  let links = 0;
  for (const other of labels.project.articleFiles) {
    if (readSourceText(other)?.includes(claimId) !== true) continue;
    labels.article(other.replace(/^.*\/|\.md$/g, '')).claims.forEach((one, i) => {
      const named = textsOf(one['same_as']);
      if (!named.includes(claimId)) return;
      links++;
      add(other, { kind: 'set', pointer: `/claims/${i}/same_as`, value: named.filter((id) => id !== claimId) });
    });
  }
  const also = links === 0 ? '' : `; ${links === 1 ? 'one claim names' : `${links} claims name`} it no more`;
  return { claim: claimId, changes, said: [`${claimId}: withdrawn${also}.`] };
}
