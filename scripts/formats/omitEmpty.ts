// Object → the same object without what is not known.

/** Leaves out properties that are null, undefined, an empty list or an object without properties. */
export function omitEmpty(source: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(source)) if (!isEmpty(value)) kept[key] = value;
  return kept;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value !== 'object') return false;
  for (const _ in value) return false;
  return true;
}
