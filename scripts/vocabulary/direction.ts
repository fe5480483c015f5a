// A verdict of the scale → which way evidence must point to bear it out.
import type { RawVerdicts } from '../schemas/generated/types.ts';

/**
 * `for`: the claim holds; `against`: it does not; `both`: good evidence stands on both sides; `partly`: neither in
 * full; `open`: undecided. null: the scale does not say. Read off the mapping to FEVER and AVeriTeC, so that a project
 * with another scale needs no other code.
 */
export type Direction = 'for' | 'against' | 'both' | 'partly' | 'open';

export function directionOf(verdict: RawVerdicts[number] | undefined): Direction | null {
  if (!verdict) return null;
  switch (verdict.fever?.label) {
    case 'SUPPORTS':
      return 'for';
    case 'REFUTES':
      return 'against';
    case 'NOT ENOUGH INFO':
      return 'open';
  }
  if (verdict.averitec?.label === 'Supported') return 'for';
  if (verdict.averitec?.label === 'Refuted') return 'against';
  if (verdict.averitec?.label === 'Not Enough Evidence') return 'open';
  if (verdict.averitec?.label === 'Conflicting Evidence/Cherrypicking')
    return verdict.averitec.lossy ? 'partly' : 'both';
  return null;
}
