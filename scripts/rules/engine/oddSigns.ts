// Text of a file → whether any sign stands in it that a rule may refuse.
import type { TextSubject } from '../../article/subject.ts';

// Carriage returns, control characters, separators of lines, overrides of direction, the byte order mark, and what is no character.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const ODD = /[\0-\x08\x0B-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;

/** One look at a text for all rules about single signs: where it finds none, none of them does. */
export function mayHoldOddSigns({ text, yaml, yamlStart, bareDays }: TextSubject): boolean {
  // What the reader of the YAML has looked at need not be looked at again.
  if (bareDays !== null) return holdsOdd(text.slice(0, yamlStart), 0) || holdsOdd(text, yamlStart + yaml.length);
  return holdsOdd(text, 0) || yaml.includes('\t');
}

function holdsOdd(text: string, from: number): boolean {
  ODD.lastIndex = from;
  return ODD.test(text);
}
