// Object → some of its values, in the order of their names.

/**
 * Puts the values of `names` into `values`. Costs least where the object has its properties in that order, others between them: each is then met on the way
 * instead of being looked for.
 */
export function pickValues(
  source: Readonly<Record<string, unknown>>,
  names: readonly string[],
  values: unknown[],
): void {
  let at = 0;
  for (const name in source) if (name === names[at]) values[at++] = source[name];
  for (; at < names.length; at++) values[at] = source[names[at] as string];
}
