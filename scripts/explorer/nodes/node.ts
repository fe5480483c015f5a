// Names, attributes and children → a piece of a page that is neither text nor element yet: one description for file and
// browser.

export type Child = Node | string | number | null | undefined | false | readonly Child[];
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** An element in the making; a value in it is only ever text. */
export interface Node {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Child[];
}

/** Describes an element; an attribute that is null, undefined or false is left out, and `true` gives an empty one. */
export function h(name: string, attributes: Attributes = {}, ...children: readonly Child[]): Node {
  return { name, attributes, children };
}

/** The text of a piece, as a reader sees it. */
export function textOf(child: Child): string {
  if (child === null || child === undefined || child === false) return '';
  if (typeof child === 'string' || typeof child === 'number') return String(child);
  return 'name' in child ? textOf(child.children) : child.map(textOf).join('');
}
