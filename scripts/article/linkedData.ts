// The JSON-LD of a page → what it says of the article that the page is about, and not of those beside it.
import type { PageElement } from './blockText.ts';

export type Item = Record<string, unknown>;

/** What a page is known by before its data are read. */
export interface PageIdentity {
  addresses: readonly string[];
  titles: readonly string[];
}

/** The item of the article, then that of the page; what is no JSON is passed over. */
export function readLinkedData(document: PageElement, identity: PageIdentity): Item[] {
  const items: Item[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      addItems(JSON.parse(script.textContent ?? ''), items);
    } catch {
      // A page with broken data is read by what else it says.
    }
  }
  const isOf = (kind: RegExp) => (item: Item) => kind.test([item['@type']].flat().join(' '));
  const articles = items.filter(isOf(/Article|Posting|Report/));
  const main = articles.filter((item) => isAbout(item, identity));
  // The only one that says nothing of what it is about is that of the page.
  const [only] = articles.length === 1 ? articles.filter((item) => isSilent(item)) : [];
  return [...((main[0] ?? only) ? [(main[0] ?? only) as Item] : []), ...items.filter(isOf(/WebPage/)).slice(0, 1)];
}

function addItems(value: unknown, items: Item[]): void {
  for (const one of [value].flat(3)) {
    if (one === null || typeof one !== 'object') continue;
    const item = one as Item;
    items.push(item);
    if (item['@graph'] !== undefined) addItems(item['@graph'], items);
    if (item['mainEntity'] !== undefined) addItems(item['mainEntity'], items);
  }
}

function isAbout(item: Item, { addresses, titles }: PageIdentity): boolean {
  const places = [item['url'], item['@id'], item['mainEntityOfPage']].flat().map(addressOf);
  const isHere = places.some((place) => place !== null && addresses.some((address) => isSamePage(place, address)));
  return isHere || headlinesOf(item).some((headline) => titles.some((title) => isSameTitle(headline, title)));
}

function isSilent(item: Item): boolean {
  return (
    headlinesOf(item).length === 0 &&
    [item['url'], item['mainEntityOfPage']].flat().every((value) => addressOf(value) === null)
  );
}

function headlinesOf(item: Item): string[] {
  return [item['headline'], item['name']].filter((value) => typeof value === 'string');
}

function addressOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const { '@id': id, url } = (value ?? {}) as Item;
  return typeof id === 'string' ? id : typeof url === 'string' ? url : null;
}

function isSamePage(a: string, b: string): boolean {
  const page = (address: string) =>
    address
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .replace(/[#?].*$/, '')
      .replace(/\/$/, '');
  return page(a) === page(b);
}

/** A page's title often has the site's name behind the headline. */
function isSameTitle(headline: string, title: string): boolean {
  const [a, b] = [headline, title].map((text) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim(),
  ) as [string, string];
  return a !== '' && (a === b || b.startsWith(`${a} `));
}
