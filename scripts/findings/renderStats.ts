// Counts of a dataset → a page for the terminal.
import type { ManifestAgreement, ManifestCounts, Report } from '../schemas/generated/types.ts';
import { renderSummary } from './renderSummary.ts';
import { sanitiseForTerminal } from './sanitise.ts';

/** `coverage` is by `table.column`: rows, and how many of them have a value there. */
export interface Stats {
  summary: Report['summary'];
  counts: ManifestCounts;
  coverage: Record<string, { rows: number; filled: number }>;
}

/** Blocks of lines, each under a heading; shares are of the number in the heading. */
export function renderStats({ summary, counts, coverage }: Stats): string {
  const { claims, evidence, annotations, agreement } = counts;
  const covered = Object.entries(coverage).map(([name, { rows, filled }]) => {
    const lacking = filled === rows ? '' : `, ${rows - filled} without`;
    return [name, `${filled} of ${rows}${share(filled, rows)}${lacking}`] as const;
  });
  const blocks = [
    [renderSummary(summary)],
    ...(summary.errors > 0 ? [['What has an error may be missing from these numbers.']] : []),
    block(
      `Verdicts of ${claims} published claims${sayUnpublished(summary.claims - claims)}`,
      shares(counts.claims_by_verdict, claims),
    ),
    block('Status', shares(counts.claims_by_status, claims)),
    block('Confidence', shares(counts.claims_by_confidence, claims)),
    block(`Votes: ${annotations}`, sayAgreement(agreement)),
    block(`Evidence: ${evidence}`, [
      ...shares(counts.evidence_by_stance, evidence),
      ...shares(counts.evidence_after_claim, evidence).map(
        ([name, value]) => [`after the claim: ${name}`, value] as const,
      ),
    ]),
    block('Have a value', covered),
  ];
  return `${blocks.map((lines) => lines.map((line) => `${sanitiseForTerminal(line)}\n`).join('')).join('\n')}`;
}

function sayUnpublished(others: number): string {
  return others > 0 ? `; drafts and withdrawn ones: ${others}` : '';
}

type Entry = readonly [name: string, value: string];

function block(heading: string, entries: readonly Entry[]): string[] {
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return [heading, ...entries.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`)];
}

function shares(numbers: Record<string, number>, all: number): Entry[] {
  const width = Math.max(0, ...Object.values(numbers).map((n) => String(n).length));
  return Object.entries(numbers).map(([name, n]) => [name, `${String(n).padStart(width)}${share(n, all)}`]);
}

function share(n: number, all: number): string {
  return all === 0 ? '' : `  ${((100 * n) / all).toFixed(1).padStart(5)} %`;
}

function sayAgreement(agreement: ManifestAgreement | null): Entry[] {
  if (agreement === null) return [['agreement', 'no claim was judged by two']];
  const { annotators, claims, raw, kappa, alpha, alpha_interval: interval, pairs = [] } = agreement;
  return [
    ['claims judged by two or more', `${claims}, by ${annotators.length} annotators`],
    ['share of votes that agree', sayNumber(raw)],
    ...(annotators.length === 2 ? [["Cohen's kappa", sayNumber(kappa)] as const] : []),
    ["Krippendorff's alpha", `${sayNumber(alpha)}${sayWithin(interval)}`],
    ...pairs.map(
      (pair) =>
        [
          pair.annotators.join(' and '),
          `${pair.claims} claims, ${sayNumber(pair.raw)} agree, kappa ${sayNumber(pair.kappa)}${sayWithin(pair.kappa_interval)}`,
        ] as const,
    ),
  ];
}

function sayWithin(interval: readonly number[] | null): string {
  return interval === null ? '' : ` (95 % interval ${interval.join(' to ')})`;
}

function sayNumber(n: number | null): string {
  return n === null ? 'not defined' : String(n);
}
