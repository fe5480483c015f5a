// A saved web page or plain text → what can be read off it about an article, and the article's text.
import { normaliseText } from '../values/normalText.ts';
import { type PageElement, readBlocks } from './blockText.ts';
import { type PageFacts, readMetadata } from './metadata.ts';

/** What was read; null where the page does not say. */
export interface ReadPage extends PageFacts {
  /** The article in norm-1. */
  text: string;
}

// What an honest page stays far below: those who read pages recurse, and take time with the square of their depth.
const LARGEST_PAGE = 8 * 1024 * 1024;
const MOST_ELEMENTS = 100_000;
const DEEPEST = 500;

/** Whether a text is a web page rather than plain text. */
export function isHtml(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|meta)\b/i.test(
    text.slice(0, 5000),
  );
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
    const { document } = parseHTML(html) as unknown as { document: PageElement };
    const facts = readMetadata(document, address);
    const main = new Readability<PageElement>(document as never, { serializer: (node) => node as never }).parse();
    const text = main?.content ? normaliseText(readBlocks(main.content)) : '';
    if (text.trim() === '') throw new Error('no article could be found in it');
    const byline = main?.byline?.replace(/\s+/g, ' ').trim();
    return {
      ...facts,
      title: facts.title ?? (main?.title ? { value: main.title, basis: 'page' } : null),
      authors: facts.authors.length > 0 || !byline ? facts.authors : [byline.replace(/^by /i, '')],
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
  const first = text.split('\n').find((line) => line.trim() !== '');
  return {
    title: first ? { value: first.trim(), basis: 'content' } : null,
    publisher: null,
    authors: [],
    url: null,
    published: null,
    language: null,
    text: normaliseText(text),
  };
}
