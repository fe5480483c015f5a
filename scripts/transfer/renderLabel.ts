// Article of a label → the text of its file, in the short form: what is null or empty is left out.
import { writeFlow } from '../findings/writeFlow.ts';

/** The file of an article without a body. Keys stand in the order that the object has. */
export function renderLabel(article: object): string {
  // Of what a source says besides, a null is kept too.
  return `---\n${renderBlock(article, '', ['extra']).join('\n')}\n---\n`;
}

/** Entries of a vocabulary, to be put behind those that are there. */
export function renderEntries(entries: readonly object[]): string {
  return entries.map((entry) => `- ${writeEntry(entry)}\n`).join('');
}

/**
 * A mapping of YAML, a line for each key; lists of objects and objects in a block, all else in flow style. What is null
 * or empty is left out, but below a key of `whole`.
 */
export function renderBlock(value: object, indent: string, whole: readonly string[] = []): string[] {
  return Object.entries(value).flatMap(([key, part]): string[] => {
    const name = `${indent}${writeFlow(key)}:`;
    if (isEmpty(part)) return [];
    if (whole.includes(key)) return [`${name} ${writeFlow(part, key)}`];
    if (Array.isArray(part) && part.every(isPlainObject)) return [name, ...renderList(part, indent, whole)];
    if (isPlainObject(part) && isLong(part)) return [name, ...renderBlock(part, `${indent}  `, whole)];
    return [`${name} ${writeEntry(part, key)}`];
  });
}

function renderList(items: readonly object[], indent: string, whole: readonly string[]): string[] {
  return items.flatMap((item) =>
    isLong(item)
      ? renderBlock(item, `${indent}    `, whole).map((line, i) =>
          i === 0 ? `${indent}  - ${line.trimStart()}` : line,
        )
      : [`${indent}  - ${writeEntry(item)}`],
  );
}

/** In flow style without what is null or empty, but letter for letter in a list. */
function writeEntry(value: unknown, key?: string): string {
  if (!isPlainObject(value)) return writeFlow(value, key);
  return writeFlow(Object.fromEntries(Object.entries(value).filter(([, part]) => !isEmpty(part))));
}

function isLong(value: object): boolean {
  return (
    writeEntry(value).length > 100 || Object.values(value).some((part) => part !== null && typeof part === 'object')
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function isPlainObject(value: unknown): value is object {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
