// What was imported → the file of sources/ that says where it came from and what was changed.
import type { Mapping } from '../exchange/mapping.ts';
import type { Tally } from './tally.ts';

export interface SourceFacts {
  mapping: Mapping;
  /** SHA-256 of each file, in the order of the mapping. */
  digests: readonly string[];
  records: readonly number[];
  claims: number;
  drafts: number;
  /** Records that were left out, by reason. */
  skipped: Tally;
  tally: Tally;
}

/** The object that is written; empty counts are left out. */
export function describeSource(facts: SourceFacts): object {
  const { mapping, digests, records, claims, drafts, skipped, tally } = facts;
  return {
    name: mapping.name,
    licence: mapping.licence,
    files: mapping.files.map(({ written }, i) => ({ path: written, sha256: digests[i], records: records[i] })),
    claims,
    drafts,
    skipped: filled(skipped.list()),
    alterations: filled(tally.list()),
    mapping: mapping.written,
  };
}

function filled(counts: Record<string, number>): Record<string, number> | null {
  return Object.keys(counts).length === 0 ? null : counts;
}
