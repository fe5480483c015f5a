// A word of a command line → the page that it names.
import { readSource } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
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

/** Throws a UserError for a saved page that cannot be read: better before somebody is asked than after. */
export function requireReadable(pages: readonly Page[]): void {
  for (const page of pages) {
    const read = 'from' in page ? readSource(page.from) : null;
    if (read && 'problem' in read) throw new UserError(`${nameOfPage(page)} cannot be read. ${read.problem}`);
  }
}
