// A saved web page or plain text → what can be read off it about an article, and the article's text.
import { normaliseText } from '../values/normalText.ts';
import { type PageElement, readBlocks } from './blockText.ts';
import { clean, firstOf, type PageFacts, readMetadata } from './metadata.ts';

/** What was read; null where the page does not say. */
export interface ReadPage extends PageFacts {
  /** The article in norm-1. */
  text: string;
}

// What an honest page stays far below: those who read pages recurse, and take time with the square of their depth.
const LARGEST_PAGE = 8 * 1024 * 1024;
const MOST_ELEMENTS = 100_000;
const DEEPEST = 500;

/** Whether a text is a web page, or a piece of one, rather than plain text. */
export function isHtml(text: string): boolean {
  let at = 0;
  for (;;) {
    const [space = ''] = /^[\s\uFEFF]*/.exec(text.slice(at, at + 10_000)) ?? [];
    at += space.length;
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?xml', at) ? '>' : null;
    if (end === null) return TAG.test(text.slice(at, at + 40));
    const close = text.indexOf(end, at);
    if (close < 0) return false;
    at = close + end.length;
  }
}

const TAG =
  /^<(?:!doctype\s+html|html|head|body|meta|title|base|link|script|style|noscript|template|iframe|main|article|section|header|footer|nav|aside|div|p|h[1-6]|ul|ol|table|figure|span|a|img|svg|center|font)\b/i;

/** A page that begins with scripts before `<html>`, or has no `<html>`, as one that everybody reads alike. */
function wholePage(html: string): string {
  const start = /<html\b/i.exec(html)?.index;
  return start === undefined
    ? `<!doctype html><html><body>${html}</body></html>`
    : `<!doctype html>${html.slice(start)}`;
}

/** Dialogues about cookies, which may be longer than the article; one that holds the article is none. */
function removeBanners(document: PageElement): void {
  const named = ['cookie', 'consent', 'gdpr', 'onetrust', 'didomi', 'usercentrics', 'qc-cmp', 'sp_message', 'truste'];
  const selectors = named.flatMap((name) => [`[id*="${name}" i]`, `[class*="${name}" i]`]);
  for (const element of document.querySelectorAll(
    [...selectors, '[role="dialog"]', '[role="alertdialog"]'].join(', '),
  )) {
    const isPage = /^(?:html|body|main|article)$/.test(element.localName ?? '');
    if (!isPage && element.querySelector('article, main, h1') === null && !isInArticle(element)) element.remove();
  }
}

function isInArticle(element: PageElement): boolean {
  for (let at = element.parentElement; at; at = at.parentElement) if (at.localName === 'article') return true;
  return false;
}

/**
 * Reads a web page. Nothing in it is run or loaded. `address` is where it was found, where that is known.
 * Throws an error whose message says why where no article can be found in it.
 */
export async function readHtml(html: string, address: string | null): Promise<ReadPage> {
  if (html.length > LARGEST_PAGE) throw new Error(`it is larger than ${LARGEST_PAGE / 1024 / 1024} MiB`);
  refuseMonster(html);
  const [{ parseHTML }, Readability] = await Promise.all([import('linkedom'), importReadability()]);
  try {
    const { document } = parseHTML(wholePage(html)) as unknown as { document: PageElement };
    const facts = readMetadata(document, address);
    removeBanners(document);
    const main = new Readability<PageElement>(document as never, { serializer: (node) => node as never }).parse();
    const text = main?.content ? normaliseText(readBlocks(main.content)) : '';
    if (text.trim() === '') throw new Error('no article could be found in it');
    const byline = clean(main?.byline);
    const hasAuthors = facts.authors.length > 0 || facts.authorsAsPrinted !== null;
    return {
      ...facts,
      title: facts.title ?? (clean(main?.title) === null ? null : { value: clean(main?.title) ?? '', basis: 'page' }),
      // Where the line stands is not known: it may be that of a box beside the article.
      ...(hasAuthors || byline === null ? {} : { authorsAsPrinted: byline }),
      text,
    };
  } catch (error) {
    if (error instanceof RangeError) throw new Error(TOO_DEEP);
    throw error;
  }
}

const TOO_DEEP = 'its elements are nested too deep';
// Elements that have no end, or whose end may be left out.
const UNCLOSED =
  /^(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|source|tbody|td|th|tr|track|wbr)$/i;

/** Counts tags, before anything is built of them. */
function refuseMonster(html: string): void {
  let elements = 0;
  let depth = 0;
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][\w-]{0,40})/gi)) {
    if (UNCLOSED.test(name)) elements++;
    else if (end === '/') depth = Math.max(0, depth - 1);
    else {
      elements++;
      depth++;
    }
    if (depth > DEEPEST) throw new Error(TOO_DEEP);
    if (elements > MOST_ELEMENTS) throw new Error(`it has more than ${MOST_ELEMENTS} elements`);
  }
}

/** A CommonJS package: what it exports is under `default` or not, as the program is compiled or not. */
async function importReadability() {
  const exported = await import('@mozilla/readability');
  return ((exported.default as typeof exported | undefined) ?? exported).Readability;
}

/** Reads plain text: all of it is the article, and its first line the title. */
export function readPlainText(text: string): ReadPage {
  const first = firstOf(text.split('\n'), clean);
  return {
    title: first === null ? null : { value: first, basis: 'content' },
    publisher: null,
    authors: [],
    authorsAsPrinted: null,
    url: null,
    published: null,
    language: null,
    text: normaliseText(text),
  };
}
