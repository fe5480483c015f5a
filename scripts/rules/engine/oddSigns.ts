// Text of a file → whether any sign stands in it that a rule may refuse.
import type { TextSubject } from '../../article/subject.ts';

// Carriage returns, control characters, separators of lines, overrides of direction, the byte order mark, and what is no character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const ODD = /[\0-\x08\x0B-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/;

/** One look at a text for all rules about single signs: where it finds none, none of them does. */
export function mayHoldOddSigns({ text, yaml }: TextSubject): boolean {
  return ODD.test(text) || yaml.includes('\t');
}
