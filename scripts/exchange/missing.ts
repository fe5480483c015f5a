// A value → whether it says that there is none, and in which way.
import type { Value } from './record.ts';

/** The ways of writing that there is nothing. */
export const MISSING_WAYS = ['absent', 'null', 'empty', 'blank', 'word'] as const;
export type MissingWay = (typeof MISSING_WAYS)[number];

// What programs and people write; a dataset in which one of these is a value writes nothing else for it.
const WORD =
  /^(?:n\/?a|n\.a\.|nan|none|null|nil|undefined|unknown|missing|-+|–|—|\?+|#n\/a|not available|not applicable)$/i;

/** How a value says that there is none; null where it is one. */
export function missingWay(value: Value): MissingWay | null {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (value === '') return 'empty';
  if (value.length > 16) return value.trim() === '' ? 'blank' : null;
  if (value.trim() === '') return 'blank';
  return WORD.test(value.trim()) ? 'word' : null;
}

/** The value, or null where there is none. */
export function given(value: Value): string | null {
  return missingWay(value) === null ? (value as string) : null;
}
