// Seed → numbers that look drawn by chance and are the same on every machine.

/** Draws whole numbers of 32 bits. */
export type Draw = () => number;

/**
 * xoshiro128** (Blackman and Vigna 2018, "Scrambled linear pseudorandom number generators"), its state filled from the
 * seed by splitmix32.
 */
export function seedDraw(seed: number): Draw {
  let fill = seed >>> 0;
  const next = () => {
    fill = (fill + 0x9e3779b9) | 0;
    let z = fill ^ (fill >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let [a, b, c, d] = [next(), next(), next(), next()];
  return () => {
    const product = Math.imul(b, 5);
    const drawn = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return drawn;
  };
}

/** A whole number from 0 to `below` - 1 (at most 2^32), each as likely: what would favour some is drawn again. */
export function drawBelow(draw: Draw, below: number): number {
  const fair = 2 ** 32 - (2 ** 32 % below);
  for (;;) {
    const drawn = draw();
    if (drawn < fair) return drawn % below;
  }
}

/**
 * How often each of some things is drawn when as many are drawn, with replacement, as there are of all: `counts` says
 * how many there are of each, and is not changed. Exact, and quick where few things are many: one by one, each has its
 * binomial share of the draws that are left.
 */
export function resampleCounts(draw: Draw, counts: Int32Array | readonly number[], drawn: Int32Array): void {
  let weight = 0;
  for (let i = 0; i < counts.length; i++) weight += counts[i] as number;
  let left = weight;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] as number;
    drawn[i] = count === weight ? left : drawBinomial(draw, left, count, weight);
    left -= drawn[i] as number;
    weight -= count;
  }
}

/**
 * Of `trials` numbers drawn evenly from [0, 1), how many lie below part / whole. Compares all of them with the fraction
 * at once, binary digit by binary digit, and draws digits only for those that are the same so far: about 2 × trials
 * bits in all.
 */
export function drawBinomial(draw: Draw, trials: number, part: number, whole: number): number {
  let below = 0;
  let same = trials;
  let rest = part;
  while (same > 0 && rest > 0) {
    rest *= 2;
    const ones = countOnes(draw, same);
    if (rest >= whole) {
      rest -= whole;
      below += same - ones;
      same = ones;
    } else same -= ones;
  }
  return below;
}

/** How many of some random bits are 1. */
function countOnes(draw: Draw, bits: number): number {
  let ones = 0;
  let left = bits;
  for (; left >= 32; left -= 32) ones += countBits(draw());
  return left === 0 ? ones : ones + countBits(draw() >>> (32 - left));
}

function countBits(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * Bounds of the middle `share` of some values (0.95: from the 2.5th to the 97.5th percentile), between neighbours in
 * proportion (Hyndman and Fan 1996, type 7: the default of NumPy and R); null where there are none. Sorts the values in
 * place.
 */
export function middleOf(values: Float64Array, share: number): [number, number] | null {
  if (values.length === 0) return null;
  values.sort();
  const at = (position: number) => {
    const low = Math.floor(position);
    const [a, b] = [values[low] as number, values[Math.min(low + 1, values.length - 1)] as number];
    return a + (b - a) * (position - low);
  };
  const last = values.length - 1;
  const edge = (1 - share) / 2;
  return [at(edge * last), at((1 - edge) * last)];
}
