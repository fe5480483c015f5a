// Numbers → how a report writes them.

/** `1,234` */
export function groupDigits(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 record`, `2 records` */
export function countOf(n: number, noun: string): string {
  return `${groupDigits(n)} ${noun}${n === 1 ? '' : 's'}`;
}

/** A share as `12.3 %`; a share that is not nothing is never written as 0. */
export function percent(share: number): string {
  return share > 0 && share < 0.0005 ? 'less than 0.1 %' : `${(100 * share).toFixed(1)} %`;
}
