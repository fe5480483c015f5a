// Claim ↔ a record of FEVER: groups of sentences, each of which is evidence as a whole.
import type { Canonical } from './canonical.ts';
import type { ImportedClaim, ImportedEvidence } from './label.ts';

const VERIFIABLE: Readonly<Record<string, string>> = {
  SUPPORTS: 'VERIFIABLE',
  REFUTES: 'VERIFIABLE',
  'NOT ENOUGH INFO': 'NOT VERIFIABLE',
};

export const fever: Canonical = {
  kind: 'fever',
  file: 'fever.jsonl',
  derived: ['verifiable'],
  opening: '',
  separator: '\n',
  closing: '\n',
  verdictOf: (id, { verdicts }) => verdicts.get(id)?.fever?.label ?? null,
  write({ claim }, { vocabulary }) {
    const label = this.verdictOf(claim.verdict ?? '', vocabulary);
    if (label === null) return `FEVER has no verdict for \`${claim.verdict}\``;
    return {
      id: numberOr(claim.source.row),
      verifiable: VERIFIABLE[label] ?? null,
      label,
      claim: claim.text,
      evidence: listGroups(claim),
    };
  },
  render: (record) => JSON.stringify(record),
  mapping: (verdicts) => ({
    fields: { id: 'id', text: 'claim', verdict: { path: 'label', map: verdicts } },
    lists: {
      evidence: { each: 'evidence[][]', fields: { id: '1', page: '2', sentence: '3', group: '^' } },
    },
  }),
};

/**
 * Groups by their numbers, then each piece without one as a group of its own; evidence without a page or a sentence has
 * no place.
 */
function listGroups({ evidence }: ImportedClaim): unknown[][] {
  const groups: unknown[][] = [];
  const alone: unknown[][] = [];
  for (const piece of evidence) {
    if (pageOf(piece) === null && piece.locator === null) continue;
    const number = piece.group !== null && /^\d{1,6}$/.test(piece.group) ? Number(piece.group) : null;
    if (number === null) alone.push([sentenceOf(piece)]);
    else {
      while (groups.length <= number) groups.push([]);
      groups[number]?.push(sentenceOf(piece));
    }
  }
  return [...groups, ...alone];
}

/** A sentence as FEVER writes it: ids of annotation and evidence, page, number of the sentence. */
export function sentenceOf(piece: ImportedEvidence): unknown[] {
  const sentence = piece.locator?.sentence ?? null;
  return [null, null, pageOf(piece), sentence === null ? null : numberOr(sentence)];
}

function pageOf({ locator, url }: ImportedEvidence): string | null {
  return locator?.page ?? url;
}

function numberOr(text: string): string | number {
  const number = Number(text);
  return /^(?:0|-?[1-9]\d*)$/.test(text) && Number.isSafeInteger(number) ? number : text;
}
