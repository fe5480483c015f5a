// A plan of splits and its leaks → what a person reads of it, or JSON.
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { compareCodePoints } from '../values/order.ts';
import type { DatasetClaim } from './datasetClaim.ts';
import type { Leak } from './leaks.ts';
import { type Assigned, SPLITS, type SplitSettings } from './ledger.ts';
import { EDGE_OF } from './links.ts';
import type { SplitPlan } from './planSplits.ts';
import type { Conflict } from './tieSplits.ts';

export interface SplitsReport {
  dataset: string;
  claims: readonly DatasetClaim[];
  settings: SplitSettings;
  plan: SplitPlan;
  /**
   * Leaks over the edges that the splits are made by, which must not be, and over others, which somebody chose to
   * allow.
   */
  forbidden: readonly Leak[];
  allowed: readonly Leak[];
}

/** So many of a kind are shown. */
const SHOWN = 10;

export function renderSplits(report: SplitsReport, format: 'text' | 'json'): string {
  const sizes = countSizes(report);
  if (format === 'json') {
    const { dataset, settings, plan, forbidden, allowed } = report;
    const { added, joining, linked, groups, largest, leftOut } = plan;
    const whole = {
      dataset,
      settings,
      claims: report.claims.length,
      groups,
      largest,
      sizes,
      added,
      joining,
      linked,
      left_out: leftOut,
    };
    return `${JSON.stringify({ ...whole, leaks: forbidden, allowed_leaks: allowed }, null, 2)}\n`;
  }
  const { plan, claims, forbidden, allowed } = report;
  const lines = [
    `${report.dataset}: ${claims.length} claims in ${plan.groups} groups, the largest of ${plan.largest}`,
    ...renderTable(sizes),
    ...listConflicts(
      'S01',
      'warning',
      plan.joining,
      ({ claim, between: [a, b] }) => `${claim} ties ${a} to ${b}, which are in two splits; it is in neither`,
    ),
    ...listConflicts(
      'S02',
      'error',
      plan.linked,
      ({ claim, between: [, b] }) => `${claim} turned out to be tied to ${b}; it leaves its split`,
    ),
    ...plan.leftOut.map(({ tie, key, groups }) => `not a tie: ${tie} ${key}, which ${groups} groups cite`),
    ...allowed.map((leak) => `allowed, since ${EDGE_OF[leak.tie]} is none of --edges: ${describeLeak(leak)}`),
    ...forbidden.map((leak) => `leak: ${describeLeak(leak)}`),
    forbidden.length === 0 ? 'leaks: 0' : `leaks: ${forbidden.length}`,
  ];
  return lines.map((line) => `${sanitiseForTerminal(line)}\n`).join('');
}

function listConflicts(
  code: string,
  severity: string,
  conflicts: readonly Conflict[],
  describe: (conflict: Conflict) => string,
): string[] {
  const lines = conflicts.slice(0, SHOWN).map((conflict) => `${code} ${severity}: ${describe(conflict)}`);
  return conflicts.length > SHOWN ? [...lines, `${code}: and ${conflicts.length - SHOWN} more`] : lines;
}

function describeLeak({ from, into, tie, things, rows, example: [a, b] }: Leak): string {
  return `${rows} claims of ${into} share ${things} × ${tie} with ${from}, as ${b} with ${a}`;
}

/** Claims of each split by verdict. */
function countSizes({ claims, plan }: SplitsReport): Record<string, Record<string, number>> {
  const sizes: Record<string, Record<string, number>> = {};
  const verdicts = [...new Set(claims.map(({ verdicts }) => verdicts.own ?? ''))].sort(compareCodePoints);
  for (const split of [...SPLITS, 'excluded'] as const) {
    const own = claims.filter(({ id }) => (plan.assigned.get(id) as Assigned | undefined) === split);
    if (own.length === 0 && split === 'excluded') continue;
    const counts = verdicts.map((verdict) => [
      verdict,
      own.filter(({ verdicts }) => (verdicts.own ?? '') === verdict).length,
    ]);
    sizes[split] = { claims: own.length, ...Object.fromEntries(counts) };
  }
  return sizes;
}

function renderTable(sizes: Record<string, Record<string, number>>): string[] {
  const columns = Object.keys(sizes['train'] ?? {});
  const all = Object.values(sizes).reduce((sum, { claims = 0 }) => sum + claims, 0);
  const rows = [
    ['', 'claims', 'share', ...columns.slice(1)],
    ...Object.entries(sizes).map(([split, counts]) => {
      const { claims = 0, ...others } = counts;
      const share = all === 0 ? '0' : ((100 * claims) / all).toFixed(1);
      return [split, String(claims), `${share} %`, ...Object.values(others).map(String)];
    }),
  ];
  const widths = (rows[0] as string[]).map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? '')].length)));
  return rows.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] as number) : cell.padStart(widths[i] as number)))
      .join('  ')
      .trimEnd(),
  );
}
