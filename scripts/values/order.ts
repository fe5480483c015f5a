// Two texts → their order by code points, the same on every machine.

/** Compares by Unicode code points (not UTF-16 units, not a locale): negative, 0 or positive. For `sort`. */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    // A surrogate stands for a code point above U+FFFF, so it sorts after every other unit.
    const high = (unit: number) => unit >= 0xd800 && unit <= 0xdfff;
    return high(x) === high(y) ? x - y : high(x) ? 1 : -1;
  }
  return a.length - b.length;
}

/** Compares texts by code points, runs of digits in them as numbers: `x-2` before `x-10`. */
export function compareNumbered(a: string, b: string): number {
  const [as, bs] = [a, b].map((text) => text.split(/(\d+)/)) as [string[], string[]];
  for (let i = 0; i < as.length && i < bs.length; i++) {
    const [one, other] = [as[i] as string, bs[i] as string];
    const byNumber = i % 2 === 1 ? Number(one) - Number(other) : 0;
    const order = byNumber === 0 ? compareCodePoints(one, other) : byNumber;
    if (order !== 0) return order;
  }
  return as.length - bs.length;
}
