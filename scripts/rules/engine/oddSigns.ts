// Text of a file → whether any sign stands in it, as it is or as an escape, that a rule may refuse.
import type { TextSubject } from '../../article/subject.ts';
import { INVISIBLE } from '../../values/invisible.ts';
import { findRefusedSign } from '../../values/refusedSigns.ts';

// Carriage returns, control characters, separators of lines, overrides of direction, and what is no character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const ODD = /[\0-\x08\x0B-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]/;

/** One look at a text for all rules about single signs: where it finds none, none of them does. */
export function mayHoldOddSigns({ text, yaml, value }: TextSubject): boolean {
  if (ODD.test(text) || INVISIBLE.test(text) || yaml.includes('\t')) return true;
  return mayHoldEscapes(yaml) && holdsOddSign(value);
}

function holdsOddSign(value: unknown): boolean {
  if (typeof value === 'string') return findRefusedSign(value) !== null;
  if (Array.isArray(value)) return value.some(holdsOddSign);
  return value !== null && typeof value === 'object' && Object.values(value).some(holdsOddSign);
}

/** Whether a value may hold a sign that the text of the file does not: only an escape brings one in. */
export function mayHoldEscapes(yaml: string): boolean {
  return yaml.includes('\\');
}
