// A piece of a page → HTML in which every value is text.
import type { Child } from './node.ts';

const VOID = new Set(['br', 'hr', 'input', 'link', 'meta']);
const RAW = new Set(['script', 'style']);

/**
 * Writes a piece; scripts and style sheets are written as they are, so that only what `embedJson` made may stand in
 * them.
 */
export function renderHtml(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (typeof child === 'string' || typeof child === 'number') return escapeHtml(String(child));
  if (!('name' in child)) return child.map(renderHtml).join('');
  const { name, attributes, children } = child;
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    start += value === true ? ` ${key}` : ` ${key}="${escapeHtml(String(value))}"`;
  }
  if (VOID.has(name)) return `${start}>`;
  const content = RAW.has(name) ? children.join('') : renderHtml(children);
  return `${start}>${content}</${name}>`;
}

/** Escapes text for element content and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON for the inside of a script element, where `</script>` and `<!--` must not occur. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
