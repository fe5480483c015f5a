// Markdown, as the project's own documents use it → pieces of a page.
import { type Child, h, type Node } from '../nodes/node.ts';
import { linkOut } from './showing.ts';

/** A heading of a document: its level, its words and the name by which it is linked to. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

/**
 * Reads headings, paragraphs, lists (one level of nesting as plain indentation), tables, quotations, fenced code,
 * emphasis, code and links. Comments are dropped; any other HTML is text. The first heading is left out: the view has a
 * title of its own.
 */
export function readMarkdown(text: string): { nodes: Node[]; headings: Heading[] } {
  const nodes: Node[] = [];
  const headings: Heading[] = [];
  const lines = text.replace(/<!--[\s\S]*?-->/g, '').split('\n');
  let at = 0;
  const take = (fits: (line: string) => boolean): string[] => {
    const taken: string[] = [];
    for (; at < lines.length && fits(lines[at] ?? ''); at += 1) taken.push(lines[at] ?? '');
    return taken;
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    const [, hashes = '', title] = /^(#{1,6}) +(.*)$/.exec(line) ?? [];
    if (line.trim() === '') at += 1;
    else if (title !== undefined) {
      at += 1;
      if (nodes.length === 0 && headings.length === 0 && hashes.length === 1) continue;
      const heading = { level: Math.min(Math.max(hashes.length, 2), 6), text: plain(title), id: anchorOf(title) };
      headings.push(heading);
      nodes.push(h(`h${heading.level}`, { id: `doc-${heading.id}` }, readInline(title)));
    } else if (line.startsWith('```')) {
      at += 1;
      const code = take((one) => !one.startsWith('```'));
      at += 1;
      nodes.push(h('pre', { tabindex: 0 }, code.join('\n')));
    } else if (line.startsWith('|')) nodes.push(readTable(take((one) => one.startsWith('|'))));
    else if (line.startsWith('>'))
      nodes.push(
        h(
          'blockquote',
          {},
          readInline(
            take((one) => one.startsWith('>'))
              .map((one) => one.replace(/^> ?/, ''))
              .join(' '),
          ),
        ),
      );
    else if (isItem(line)) nodes.push(readList(take((one) => isItem(one) || /^\s+\S/.test(one))));
    else {
      const first = lines[at] ?? '';
      at += 1;
      nodes.push(
        h(
          'p',
          {},
          readInline(
            [first, ...take((one) => one.trim() !== '' && !/^(?:#{1,6} |```|\||>)/.test(one) && !isItem(one))].join(
              ' ',
            ),
          ),
        ),
      );
    }
  }
  return { nodes, headings };
}

function isItem(line: string): boolean {
  return /^\s*(?:[-*+]|\d+[.)]) +\S/.test(line);
}

function readList(lines: readonly string[]): Node {
  const items: string[] = [];
  for (const line of lines) {
    if (isItem(line)) items.push(line.replace(/^\s*(?:[-*+]|\d+[.)]) +/, ''));
    else items[items.length - 1] = `${items.at(-1) ?? ''} ${line.trim()}`;
  }
  const ordered = /^\s*\d/.test(lines[0] ?? '');
  return h(
    ordered ? 'ol' : 'ul',
    {},
    items.map((item) => h('li', {}, readInline(item))),
  );
}

function readTable(lines: readonly string[]): Node {
  const rows = lines.map((line) =>
    line
      .replace(/^\||\|\s*$/g, '')
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('\\|', '|')),
  );
  const [head = [], , ...body] = rows;
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': `Table: ${plain(head.join(', '))}` },
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head.map((cell) => h('th', { scope: 'col' }, readInline(cell))),
        ),
      ),
      h(
        'tbody',
        {},
        body.map((cells) =>
          h(
            'tr',
            {},
            cells.map((cell) => h('td', {}, readInline(cell))),
          ),
        ),
      ),
    ),
  );
}

const INLINE =
  /(`+)(.+?)\1|\*\*(.+?)\*\*|(?<![\p{L}\p{N}*_])[*_](?=\S)(.+?)(?<=\S)[*_](?![\p{L}\p{N}*_])|\[([^\]]+)\]\(([^()\s]+)\)|<(https?:[^<>\s]+)>|\\([\\`*_[\]<>|#~&$])/gsu;

function readInline(text: string): Child[] {
  const parts: Child[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    const [whole, , code, strong, emphasis, label, url, address, escaped] = match;
    parts.push(decode(text.slice(end, match.index)));
    end = match.index + whole.length;
    if (code !== undefined) parts.push(h('code', {}, code));
    else if (strong !== undefined) parts.push(h('strong', {}, readInline(strong)));
    else if (emphasis !== undefined) parts.push(h('em', {}, readInline(emphasis)));
    // Links within the repository lead nowhere from a page: their words stay.
    else if (label !== undefined) parts.push(linkOut(url ?? null, plain(label)));
    else if (address !== undefined) parts.push(linkOut(address, address));
    else parts.push(escaped ?? '');
  }
  parts.push(decode(text.slice(end)));
  return parts;
}

/** The references that Markdown of the project may hold. */
function decode(text: string): string {
  return text.replace(
    /&(lt|gt|amp|nbsp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', amp: '&', nbsp: '\u00a0' })[name] ?? '',
  );
}

function plain(text: string): string {
  return decode(text.replace(/[`*]/g, '').replace(/\\(.)/g, '$1'));
}

function anchorOf(text: string): string {
  return plain(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
