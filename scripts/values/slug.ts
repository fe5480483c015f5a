// A title or name → words of lower-case Latin letters and digits joined by hyphens.
import { foldAccents } from './spelling.ts';

/** At most so many words of the text, accents taken off; null where no Latin letter or digit is in it. */
export function toSlug(text: string, words = Number.POSITIVE_INFINITY): string | null {
  const found = foldAccents(text).match(/[a-z0-9]+/g);
  return found?.slice(0, words).join('-') ?? null;
}
