// Claims that one of two systems alone has right → how likely that is by chance.

/**
 * McNemar's test, exact and two-sided: twice the chance that of a + b tosses of a coin as few as the fewer fall on one
 * side, 1 at most (McNemar 1947; the exact form is the sign test).
 */
export function testMcNemar(onlyFirstRight: number, onlySecondRight: number): number {
  const tosses = onlyFirstRight + onlySecondRight;
  const fewer = Math.min(onlyFirstRight, onlySecondRight);
  if (2 * fewer === tosses) return 1;
  // ln of C(tosses, fewer) / 2^tosses; the smaller terms follow from their neighbours.
  let log = -tosses * Math.LN2;
  for (let i = 1; i <= fewer; i++) log += Math.log((tosses - fewer + i) / i);
  let sum = 1;
  let term = 1;
  for (let i = fewer; i > 0 && term > 1e-18 * sum; i--) {
    term *= i / (tosses - i + 1);
    sum += term;
  }
  return Math.min(1, 2 * Math.exp(log) * sum);
}
