// A field of a claim and its new value → the change, and for a released claim the entry that says why.
import type { ValueChange } from '../edits/edit.ts';
import { listReleasedTables } from '../release/releasedTables.ts';
import { NO_EXTRA } from '../schemas/extra.ts';
import { type ClaimPlace, decided, type Labels } from './labels.ts';

export interface Revision {
  field: string;
  to: string | null;
  date: string;
  reason: string;
}

/** The fields of a claim that no release lets change without a revision. */
export function listGuardedFields(): Set<string> {
  const claims = listReleasedTables(NO_EXTRA).find(({ name }) => name === 'claims');
  return new Set(
    Object.values(claims?.changes ?? {}).flatMap(({ revision, field }) => (revision && field ? [field] : [])),
  );
}

/** Sets a field; where a release has the claim and its readers must be told, the entry of `revisions` too. */
export function reviseField(
  labels: Labels,
  { claim, pointer }: ClaimPlace,
  { field, to, date, reason }: Revision,
): ValueChange[] {
  const set: ValueChange = { kind: 'set', pointer: `${pointer}/${field}`, value: to };
  const released = labels.released(String(claim['id']));
  // A verdict that waits for its votes to be settled was never another one to readers than the released.
  const from = decided(claim[field]) ?? (field === 'verdict' ? (released?.verdict ?? null) : null);
  if (!released || !listGuardedFields().has(field) || from === to) return [set];
  return [set, { kind: 'append', pointer: `${pointer}/revisions`, value: { date, field, from, to, reason } }];
}
