// A document of the project → its view, with a table of contents.
import type { Document } from '../dataset.ts';
import { h, type Node } from '../nodes/node.ts';
import { readMarkdown } from './markdown.ts';

export function showDocument({ title, text }: Document): Node {
  const { nodes, headings } = readMarkdown(text);
  const contents = headings.filter(({ level }) => level === 2);
  return h(
    'article',
    { class: 'page document' },
    h('h1', { tabindex: -1, dir: 'auto' }, title),
    contents.length > 3 &&
      h(
        'details',
        {},
        h('summary', {}, 'Contents'),
        h(
          'ul',
          {},
          contents.map(({ text: name, id }) =>
            h('li', {}, h('a', { href: `#doc-${id}`, 'data-jump': `doc-${id}` }, name)),
          ),
        ),
      ),
    nodes,
  );
}
