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

/** `0.334`; a dash where there is no number. */
export function threeDigits(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

/** ` [0.319, 0.348]` behind a number; nothing where there is no interval. */
export function intervalOf(interval: readonly number[] | null): string {
  return interval === null ? '' : ` [${interval.map(threeDigits).join(', ')}]`;
}

/** `2 verdict maps with 12 pairs of 10 words` */
export function sayMaps({ files, pairs, words }: { files: number; pairs: number; words: number }): string {
  return `${countOf(files, 'verdict map')} with ${countOf(pairs, 'pair')} of ${countOf(words, 'word')}`;
}
