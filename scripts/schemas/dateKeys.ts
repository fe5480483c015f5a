// Schemas → the keys under which a day is a date to every reader.
import { SCHEMAS } from './generated/registry.ts';

let dateKeys: Set<string> | undefined;

/** Whether the schemas give a key of this name the form of a date. */
export function isDateKey(key: string): boolean {
  dateKeys ??= collectDateKeys();
  return dateKeys.has(key);
}

function collectDateKeys(): Set<string> {
  const keys = new Set<string>();
  const walk = (node: unknown, name: string): void => {
    if (node === null || typeof node !== 'object') return;
    const { $ref, format } = node as { $ref?: unknown; format?: unknown };
    const isDate = format === 'edtf' || format === 'day' || (typeof $ref === 'string' && /\/(?:edtf|day)$/.test($ref));
    // The forms themselves stand under no key.
    if (isDate && name !== '') keys.add(name);
    for (const [key, child] of Object.entries(node)) {
      if (key === 'properties') for (const [property, form] of Object.entries(child as object)) walk(form, property);
      else walk(child, name);
    }
  };
  for (const schema of Object.values(SCHEMAS)) walk(schema, '');
  return keys;
}
