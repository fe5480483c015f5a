// Two claims that say the same thing → each names the other.
import type { ValueChange } from '../edits/edit.ts';
import { UserError } from '../platform/userError.ts';
import { type Act, type Labels, textsOf } from './labels.ts';

/** Adds to `same_as` what is not there yet, on both sides. */
export function linkClaims(labels: Labels, first: string, second: string): Act {
  if (first === second) throw new UserError(`${first} is one claim: name two.`);
  const changes = new Map<string, ValueChange[]>();
  for (const [id, other] of [
    [first, second],
    [second, first],
  ] as const) {
    const { file, claim, pointer } = labels.claim(id);
    if (textsOf(claim['same_as']).includes(other)) continue;
    const change: ValueChange = { kind: 'append', pointer: `${pointer}/same_as`, value: other };
    changes.set(file, [...(changes.get(file) ?? []), change]);
  }
  if (changes.size === 0) throw new UserError(`${first} and ${second} name each other already.`);
  return { claim: first, changes, said: [`${first} and ${second} say the same thing.`] };
}
