// JSON Pointers → names of extra fields, and back; values at them.
import { fromPointer } from '../values/jsonPointer.ts';

/** A field of the record by its name, what lies deeper by its JSON Pointer. */
export function extraKey(pointer: string): string {
  const tokens = fromPointer(pointer);
  const [name = ''] = tokens;
  return tokens.length === 1 && !name.startsWith('/') && name !== '' ? name : pointer;
}

/** Keys on the way to an extra field. */
export function extraTokens(key: string): string[] {
  return key.startsWith('/') ? fromPointer(key) : [key];
}

/** The value at a JSON Pointer; undefined where there is none. */
export function valueAt(root: unknown, pointer: string): unknown {
  let value = root;
  for (const token of fromPointer(pointer)) {
    if (value === null || typeof value !== 'object') return undefined;
    value = Object.hasOwn(value, token) ? (value as Record<string, unknown>)[token] : undefined;
  }
  return value;
}
