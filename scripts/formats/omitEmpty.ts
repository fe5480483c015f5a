// Object → the same object without what is not known.

/** Leaves out properties that are null, undefined, an empty list or an object without properties. */
export function omitEmpty(source: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => {
      if (value === null || value === undefined) return false;
      return typeof value !== 'object' || Object.keys(value).length > 0;
    }),
  );
}
