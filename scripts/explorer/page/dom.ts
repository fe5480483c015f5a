// Pieces of a page → elements. A value is only ever text.
import { type Child, h, type Node as Piece } from '../nodes/node.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Makes the element that a piece describes; what stands in a drawing becomes part of it. */
export function draw(piece: Piece, space: string | null = null): HTMLElement {
  const { name, attributes, children } = piece;
  const inner = name === 'svg' ? SVG : space;
  const element =
    inner === null ? document.createElement(name) : (document.createElementNS(inner, name) as unknown as HTMLElement);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? '' : String(value));
  }
  append(element, children, inner);
  return element;
}

/** The same as `draw(h(…))`, for elements that the page keeps in hand. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Piece['attributes'] = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return draw(h(name, attributes, ...children)) as HTMLElementTagNameMap[K];
}

function append(element: Element, children: readonly Child[], space: string | null): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (typeof child === 'string' || typeof child === 'number') element.append(String(child));
    else if ('name' in child) element.append(draw(child, space));
    else append(element, child, space);
  }
}

/** The page's own element with that id. */
export function byId<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page lacks #${id}.`);
  return element as T;
}

let saying: ReturnType<typeof setTimeout> | undefined;

/**
 * Says something to a screen reader without moving the focus; what changes at every letter waits until the reader
 * pauses.
 */
export function announce(text: string, after = 0): void {
  clearTimeout(saying);
  saying = setTimeout(() => {
    byId('status').textContent = text;
  }, after);
}
