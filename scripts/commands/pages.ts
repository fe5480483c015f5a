// A word of a command line → the page that it names.
import { isWebAddress } from '../values/webAddress.ts';

/** A page to be read: a saved file, or an address to be fetched. */
export type Page = { from: string } | { url: string };

export function pageOf(word: string): Page {
  return isWebAddress(word) ? { url: word } : { from: word };
}

/** The name of a page, as it was typed. */
export function nameOfPage(page: Page): string {
  return 'url' in page ? page.url : page.from;
}
