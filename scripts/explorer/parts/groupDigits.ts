// A count → the same as people read it.

/** Digits in groups of three, set apart by narrow no-break spaces, the same in every locale. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
}
