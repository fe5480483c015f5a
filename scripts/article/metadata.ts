// The head of a page → title, publisher, authors, date, language and address, each with where it was read.
import { parseEdtf } from '../values/edtf.ts';
import { spellLanguageTag } from '../values/languageTag.ts';
import { isWebAddress } from '../values/webAddress.ts';
import { splitAuthors } from './authors.ts';
import type { PageElement } from './blockText.ts';
import { type Item, readLinkedData } from './linkedData.ts';

/** A value and its basis, as an article's front matter names it. */
export interface Read {
  value: string;
  basis: 'page' | 'url' | 'content';
}

export interface PageFacts {
  title: Read | null;
  /** The publisher's name, as printed. */
  publisher: string | null;
  authors: string[];
  /** What the page prints in place of authors where it is not certain who they are. */
  authorsAsPrinted: string | null;
  /** The canonical address. */
  url: Read | null;
  /** A day. */
  published: Read | null;
  language: string | null;
}

/**
 * Reads what a page says of itself: Open Graph, schema.org, Dublin Core and plain HTML, in this order. What may be said
 * of another article is not taken.
 */
export function readMetadata(document: PageElement, address: string | null): PageFacts {
  const meta = (...names: string[]) => firstOf(names, (name) => readMeta(document, name));
  const places = [attribute(document, 'link[rel="canonical"]', 'href'), meta('og:url')];
  const url = firstOf(places, (place) => absolute(place, address)) ?? address;
  const main = findMain(document);
  const titles = [
    meta('og:title', 'dc.title'),
    textOf(document.querySelector('title')),
    textOf(main?.querySelector('h1') ?? null),
  ];
  const isText = (text: string | null) => text !== null;
  const linked = readLinkedData(document, { addresses: [url, address].filter(isText), titles: titles.filter(isText) });
  const said = (key: string) => firstOf(linked, (item) => nameOf(item[key]));
  const title = titles[0] ?? said('headline') ?? titles[1] ?? null;
  const date =
    meta('article:published_time', 'og:published_time', 'datepublished', 'date', 'dc.date') ??
    said('datePublished') ??
    readOwnTime(main);
  const spoken = [attribute(document, 'html', 'lang'), meta('og:locale', 'content-language'), said('inLanguage')];
  const day = toDay(date);
  const dayInUrl = url === null ? null : dayOfAddress(url);
  return {
    title: title === null ? null : { value: title, basis: 'page' },
    publisher: meta('og:site_name') ?? said('publisher') ?? meta('application-name'),
    ...readAuthors([[...listAuthors(linked), ...listMeta(document, 'author')], listBylines(main)]),
    url: url === null ? null : { value: url, basis: 'page' },
    published: day ? { value: day, basis: 'page' } : dayInUrl ? { value: dayInUrl, basis: 'url' } : null,
    language: firstOf(spoken, (tag) => (tag === null ? null : spellLanguageTag(tag.replaceAll('_', '-')))),
  };
}

/** The element of the article: the only one there is, or the only one with a headline; null where several could be. */
function findMain(document: PageElement): PageElement | null {
  const articles = [...document.querySelectorAll('article')].filter((element) => !isAside(element));
  const headed = articles.filter((element) => element.querySelector('h1') !== null);
  if (headed.length > 0) return headed.length === 1 ? (headed[0] ?? null) : null;
  if (articles.length > 0) return articles.length === 1 ? (articles[0] ?? null) : null;
  const main = [...document.querySelectorAll('main')];
  return main.length === 1 ? (main[0] ?? null) : null;
}

/** Whether an element belongs to something beside the article that it stands in. */
function isAside(element: PageElement, within: PageElement | null = null): boolean {
  for (let at = element.parentElement; at && at !== within; at = at.parentElement)
    if (
      /^(?:article|aside|nav|footer|blockquote)$/.test(at.localName ?? '') ||
      BESIDE.test(at.getAttribute('class') ?? '')
    )
      return true;
  return false;
}

const BESIDE = /related|latest|recommend|most-?read|trending|sidebar|teaser|comment/i;

/** The day that the article prints as its own: what is marked as that, else the only one there is. */
function readOwnTime(main: PageElement | null): string | null {
  if (!main) return null;
  const times = [...main.querySelectorAll('time[datetime]')].filter((time) => !isAside(time, main));
  const marked = times.filter(
    (time) => time.getAttribute('itemprop') === 'datePublished' || time.getAttribute('pubdate') !== null,
  );
  const days = new Set((marked.length > 0 ? marked : times).map((time) => time.getAttribute('datetime')?.slice(0, 10)));
  return days.size === 1 ? clean([...days][0]) : null;
}

function listBylines(main: PageElement | null): string[] {
  if (!main) return [];
  const marked = [...main.querySelectorAll('[rel~="author"], [itemprop~="author"]')].filter(
    (element) => !isAside(element, main),
  );
  return [...new Set(marked.flatMap((element) => textOf(element) ?? []))];
}

/** The authors by the first of several lists that names any. */
export function readAuthors(lists: readonly (readonly string[])[]): Pick<PageFacts, 'authors' | 'authorsAsPrinted'> {
  const lines = lists.map((list) => list.filter((name) => !isAddress(name))).find((list) => list.length > 0) ?? [];
  const names = lines.map(splitAuthors);
  if (names.includes(null)) return { authors: [], authorsAsPrinted: lines.join('; ') };
  return { authors: [...new Set(names.flatMap((list) => list ?? []))], authorsAsPrinted: null };
}

/** What is read of the first item that says anything. */
export function firstOf<T>(items: readonly T[], read: (item: T) => string | null): string | null {
  for (const item of items) {
    const value = read(item);
    if (value !== null) return value;
  }
  return null;
}

/** Characters that reorder the text around them, and those that are none. */
const ODD = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF\p{Cs}]/gu;

/** One line of what a page says, or null. */
export function clean(text: string | null | undefined): string | null {
  const line = text
    ?.replace(ODD, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
  return line ? line : null;
}

function textOf(element: PageElement | null): string | null {
  return clean(element?.textContent);
}

function attribute(document: PageElement, selector: string, name: string): string | null {
  return clean(document.querySelector(selector)?.getAttribute(name));
}

function readMeta(document: PageElement, name: string): string | null {
  return listMeta(document, name)[0] ?? null;
}

function listMeta(document: PageElement, name: string): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('meta')) {
    const names = ['property', 'name', 'itemprop'].map((key) => element.getAttribute(key)?.toLowerCase());
    const content = names.includes(name) ? clean(element.getAttribute('content')) : null;
    if (content !== null) found.push(content);
  }
  return found;
}

/** A text, or the name of a thing. */
function nameOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return clean(first);
  const name = (first as { name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? clean(name) : null;
}

function listAuthors(items: readonly Item[]): string[] {
  return items.flatMap((item) => [item['author'] ?? []].flat()).flatMap((author) => nameOf(author) ?? []);
}

function isAddress(name: string): boolean {
  return /^https?:/i.test(name);
}

function absolute(address: string | null, base: string | null): string | null {
  if (address === null) return null;
  try {
    const { href } = base === null ? new URL(address) : new URL(address, base);
    return isWebAddress(href) ? href : null;
  } catch {
    return null;
  }
}

/** The day of a date as pages write it; the day that is printed, whatever the zone. */
function toDay(date: string | null): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(date ?? '')?.[1];
  return day !== undefined && parseEdtf(day) !== null ? day : null;
}

function dayOfAddress(url: string): string | null {
  const [, year, month, day] = /[/-](\d{4})[/-]?(\d{2})[/-]?(\d{2})(?=[/.-]|$)/.exec(new URL(url).pathname) ?? [];
  return year === undefined ? null : toDay(`${year}-${month}-${day}`);
}
