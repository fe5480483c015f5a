// A list → the items of it that came before.

/** Only longer lists get a map; most have an item or two, for which it would cost more than it saves. */
const SHORT = 8;

/** Calls back for every item whose key an earlier one has, with the place of the first that has it. */
export function forEachRepeat(keys: readonly string[], visit: (at: number, first: number) => void): void {
  if (keys.length < 2) return;
  const known = keys.length > SHORT ? new Map<string, number>() : null;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    const first = known ? (known.get(key) ?? i) : keys.indexOf(key);
    if (first < i) visit(i, first);
    else known?.set(key, i);
  }
}
