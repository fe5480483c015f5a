// An element of a page → its text, a paragraph a line.

/** As much of an element as is needed here. */
export interface PageElement {
  nodeType: number;
  localName?: string;
  textContent: string | null;
  childNodes: Iterable<PageElement>;
  parentElement: PageElement | null;
  remove(): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  getAttribute(name: string): string | null;
}

const TEXT = 3;
const ELEMENT = 1;

const BLOCKS = new Set(
  'address article aside blockquote dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
const UNREAD = new Set(['script', 'style', 'noscript', 'template']);

/** The text that a reader sees: white space folded, an empty line between blocks. */
export function readBlocks(element: PageElement): string {
  const blocks: string[] = [];
  let line = '';
  const close = () => {
    const text = line.replace(/[\p{Zs}\t\n\r\f]+/gu, ' ').trim();
    if (text !== '') blocks.push(text);
    line = '';
  };
  const walk = (node: PageElement) => {
    if (node.nodeType === TEXT) line += node.textContent ?? '';
    if (node.nodeType !== ELEMENT || UNREAD.has(node.localName ?? '')) return;
    const isBlock = BLOCKS.has(node.localName ?? '') || node.localName === 'br';
    if (isBlock) close();
    for (const child of node.childNodes) walk(child);
    if (isBlock) close();
  };
  walk(element);
  close();
  return blocks.join('\n\n');
}
