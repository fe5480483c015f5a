// Agreement as the manifest counts it → a table: each pair of annotators, and all of them together.
import type { Manifest } from '../../schemas/generated/types.ts';
import { type Child, h } from '../nodes/node.ts';
import { groupDigits } from '../parts/groupDigits.ts';
import { showTable } from '../parts/showing.ts';

/** How far votes agree, and how far beyond chance, with the interval; null where nothing was measured. */
export function showMeasures({ counts: { agreement } }: Manifest): Child {
  if (!agreement || agreement.claims === 0) return null;
  const { annotators, claims, raw, kappa, alpha, alpha_interval: within, resamples, pairs = [] } = agreement;
  const rows = pairs.map((pair) => [
    sayNames(pair.annotators),
    groupDigits(pair.claims),
    sayNumber(pair.raw),
    saySign('κ', pair.kappa),
    sayInterval(pair.kappa_interval),
  ]);
  if (pairs.length === 0 && kappa !== null)
    rows.push([sayNames(annotators), groupDigits(claims), sayNumber(raw), saySign('κ', kappa), NOT_MEASURED]);
  rows.push(['All together', groupDigits(claims), sayNumber(raw), saySign('α', alpha), sayInterval(within)]);
  const letters = [
    rows.length > 1 ? 'κ is Cohen’s kappa of two annotators, ' : '',
    'α Krippendorff’s alpha of all',
    within === null ? '' : `; the intervals come from ${groupDigits(resamples ?? 0)} resamples of the claims`,
  ];
  return [
    h(
      'p',
      {},
      `Raw agreement is the share of equal votes. Beyond chance 1 is full agreement, and 0 what chance alone would give: ${letters.join('')}.`,
    ),
    showTable(
      'How far annotators agree',
      ['Annotators', 'Claims', 'Raw agreement', 'Beyond chance', '95 % interval'],
      rows,
      'numbers measures',
    ),
  ];
}

const NOT_MEASURED = '–';

function sayNames(names: readonly string[]): string {
  return names.join(' and ');
}

function sayNumber(value: number | null): string {
  return value === null ? NOT_MEASURED : value.toFixed(2).replace('-', '−');
}

function saySign(sign: string, value: number | null): string {
  return value === null ? NOT_MEASURED : `${sign} ${sayNumber(value)}`;
}

function sayInterval(interval: readonly number[] | null | undefined): string {
  return interval ? interval.map(sayNumber).join(' to ') : NOT_MEASURED;
}
