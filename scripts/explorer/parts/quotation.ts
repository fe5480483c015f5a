// The words of somebody → the same between quotation marks, the same ones wherever the page shows them.
import { type Attributes, type Child, h, type Node } from '../nodes/node.ts';
import { isQuoted, startsRightToLeft } from './wording.ts';

/**
 * A quotation in a line (`q`) or by itself. Words that hold marks of their own get none; where they run from right to
 * left the marks are turned around, since browsers do not mirror them.
 * @param content the words as they are shown, where parts of them are marked.
 */
export function showQuotation(
  name: 'q' | 'blockquote',
  words: string,
  attributes: Attributes = {},
  content: Child = words,
): Node {
  if (isQuoted(words)) return h(name === 'q' ? 'span' : name, { ...attributes, class: 'bare' }, content);
  return h(name, { ...attributes, class: startsRightToLeft(words) && 'turned' }, content);
}
