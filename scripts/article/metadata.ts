// The head of a page → title, publisher, authors, date, language and address, each with where it was read.
import { parseEdtf } from '../values/edtf.ts';
import { isLanguageTag } from '../values/languageTag.ts';
import { isWebAddress } from '../values/webAddress.ts';
import type { PageElement } from './blockText.ts';

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
  /** The canonical address. */
  url: Read | null;
  /** A day. */
  published: Read | null;
  language: string | null;
}

/** Reads what a page says of itself: Open Graph, schema.org, Dublin Core and plain HTML, in this order. */
export function readMetadata(document: PageElement, address: string | null): PageFacts {
  const meta = (...names: string[]) => firstOf(names, (name) => readMeta(document, name));
  const linked = readLinkedData(document);
  const said = (key: string) => firstOf(linked, (item) => nameOf(item[key]));
  const title = meta('og:title', 'dc.title') ?? said('headline') ?? textOf(document.querySelector('title'));
  const date =
    meta('article:published_time', 'og:published_time', 'datepublished', 'date', 'dc.date') ??
    said('datePublished') ??
    attribute(document, 'time[datetime]', 'datetime');
  const url = absolute(attribute(document, 'link[rel="canonical"]', 'href') ?? meta('og:url'), address) ?? address;
  const language = attribute(document, 'html', 'lang') ?? meta('og:locale')?.replace('_', '-') ?? said('inLanguage');
  const day = toDay(date);
  const dayInUrl = url === null ? null : dayOfAddress(url);
  return {
    title: title === null ? null : { value: title, basis: 'page' },
    publisher: meta('og:site_name') ?? said('publisher') ?? meta('application-name'),
    authors: [...new Set([...listAuthors(linked), ...listMeta(document, 'author')])].filter((name) => !isAddress(name)),
    url: url === null ? null : { value: url, basis: 'page' },
    published: day ? { value: day, basis: 'page' } : dayInUrl ? { value: dayInUrl, basis: 'url' } : null,
    language: language !== null && isLanguageTag(language) ? language : null,
  };
}

function firstOf<T>(items: readonly T[], read: (item: T) => string | null): string | null {
  for (const item of items) {
    const value = read(item);
    if (value !== null) return value;
  }
  return null;
}

/** Characters that reorder the text around them. */
const REORDERING = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

function clean(text: string | null | undefined): string | null {
  const line = text
    ?.replace(REORDERING, '')
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

type Item = Record<string, unknown>;

/** Articles and pages in JSON-LD; what is no JSON is passed over. */
function readLinkedData(document: PageElement): Item[] {
  const items: Item[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      const value: unknown = JSON.parse(script.textContent ?? '');
      const graph = (value as { '@graph'?: unknown } | null)?.['@graph'] ?? value;
      for (const item of [graph].flat()) if (item !== null && typeof item === 'object') items.push(item as Item);
    } catch {
      // A page with broken data is read by what else it says.
    }
  }
  const isArticle = (item: Item) => /Article|Posting|Report|WebPage/.test([item['@type']].flat().join(' '));
  return items.filter(isArticle);
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
