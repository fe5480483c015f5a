// JSON text and changes at JSON Pointers → the text with those changes, and nothing else of it touched.
import { fromPointer } from '../values/jsonPointer.ts';
import { readKey, skipSpace, skipString, skipValue } from './jsonOffsets.ts';

/** A value to put at a pointer; undefined takes away what is there. */
export interface JsonEdit {
  pointer: string;
  value: unknown;
}

/** A part of an object or a list: where it begins with its key, where its value begins, and where that ends. */
interface Part {
  key: string;
  start: number;
  from: number;
  end: number;
}

/**
 * Makes the changes one after another. What is between values stays as it is: spaces, the order of keys, the spelling
 * of numbers. A key that is not there is added behind the last, `-` stands for the place behind a list's last item.
 * The text must be valid JSON. @throws Error where the pointer leads through a value that is no object or list
 */
export function editJson(text: string, edits: readonly JsonEdit[]): string {
  return edits.reduce((now, { pointer, value }) => editOne(now, fromPointer(pointer), value), text);
}

function editOne(text: string, tokens: readonly string[], value: unknown): string {
  let from = skipSpace(text, 0);
  if (tokens.length === 0) return splice(text, from, skipValue(text, from), JSON.stringify(value));
  for (let i = 0; ; i++) {
    const token = tokens[i] as string;
    const opening = text[from];
    if (opening !== '{' && opening !== '[') throw new Error(`There is no object or list at ${tokens.slice(0, i)}.`);
    const parts = listParts(text, from);
    const at = parts.findLastIndex(({ key }) => key === token);
    const part = parts[at];
    const isLast = i === tokens.length - 1;
    if (part && isLast) {
      if (value !== undefined) return splice(text, part.from, part.end, JSON.stringify(value));
      return removePart(text, parts, at);
    }
    if (!part) {
      if (value === undefined) return text;
      const rest = tokens.slice(i + 1).reduceRight((inner: unknown, key) => wrap(key, inner), value);
      return addPart(text, from, parts, opening === '{' ? token : null, rest);
    }
    from = part.from;
  }
}

function wrap(key: string, value: unknown): unknown {
  return key === '-' || key === '0' ? [value] : { [key]: value };
}

/** The parts of the object or list that begins at an offset. */
function listParts(text: string, opening: number): Part[] {
  const isObject = text[opening] === '{';
  const parts: Part[] = [];
  let at = skipSpace(text, opening + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    const start = at;
    let key = String(parts.length);
    if (isObject) {
      const end = skipString(text, at);
      key = readKey(text.slice(at, end));
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    const end = skipValue(text, at);
    parts.push({ key, start, from: at, end });
    at = skipSpace(text, end);
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return parts;
}

function removePart(text: string, parts: readonly Part[], at: number): string {
  const { start, end } = parts[at] as Part;
  const next = parts[at + 1];
  const before = parts[at - 1];
  if (next) return splice(text, start, next.start, '');
  return splice(text, before ? before.end : start, end, '');
}

/** Adds a part behind the last, with the space that stands before the last. */
function addPart(text: string, opening: number, parts: readonly Part[], key: string | null, value: unknown): string {
  const written = `${key === null ? '' : `${JSON.stringify(key)}: `}${JSON.stringify(value)}`;
  const last = parts.at(-1);
  if (!last) return splice(text, opening + 1, opening + 1, written);
  const before = parts.at(-2);
  const lead = before ? text.slice(before.end, last.start) : `,${text.slice(opening + 1, last.start)}`;
  return splice(text, last.end, last.end, lead + written);
}

function splice(text: string, start: number, end: number, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
