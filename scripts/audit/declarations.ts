// Short names of declarations → what they stand for.
import type { MappingAggregate, MappingMajority } from '../schemas/generated/types.ts';

export type Aggregate = MappingAggregate;

/** How FEVER-like datasets make a verdict of stances. */
export const FEVER: Aggregate = {
  supports: 'SUPPORTS',
  refutes: 'REFUTES',
  both: 'DISPUTED',
  neither: 'NOT_ENOUGH_INFO',
};

export const MAJORITY: MappingMajority = { rule: 'majority', tie: 'NOT_ENOUGH_INFO' };
