// Text → the first sign in it that no value may hold.
import { INVISIBLE, nameSign } from './invisible.ts';

/** Control characters, a tab among them, separators of lines, and halves of surrogate pairs, which no UTF-8 can say. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
export const CONTROL_IN_VALUE = /[\0-\x09\x0B\x0C\x0E-\x1F\x7F-\x9F\u2028\u2029\uFFFE\uFFFF]|\p{Surrogate}/u;

/** Embeddings, overrides and isolates of the direction of writing. */
export const OVERRIDE = /[\u202A-\u202E\u2066-\u2069]/;

/** The first sign that bends, or hides in, what is shown, as `U+202E`; null where every sign may stand in a value. */
export function findRefusedSign(text: string): string | null {
  for (const signs of [CONTROL_IN_VALUE, OVERRIDE, INVISIBLE]) {
    const [sign] = signs.exec(text) ?? [];
    if (sign !== undefined) return nameSign(sign);
  }
  return null;
}
