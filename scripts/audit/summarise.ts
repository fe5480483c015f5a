// An audit → its counts and its defect score, as a report has them.
import type { LocatedFinding } from '../findings/locate.ts';
import type { Report } from '../schemas/generated/types.ts';
import { compareCodePoints } from '../values/order.ts';
import type { Audit } from './runAudit.ts';
import { countPairs } from './verdictPairs.ts';

export type AuditSummary = NonNullable<Report['audit']>;

/**
 * Counts and shares; no weights, so that versions of a dataset can be compared. A copy of rows that are counted
 * elsewhere counts where a finding touches it.
 */
export function summariseAudit({ data, files, verdicts, votes, claims, counts, touched }: Audit): AuditSummary {
  const touches = touched.count(data.size);
  const share = (n: number) => (data.size === 0 ? 0 : n / data.size);
  return {
    name: data.mapping.name,
    records: data.read,
    refused: data.refused,
    claims,
    copies: data.copies,
    files: files.map((file) => ({ ...file })),
    verdicts: Object.fromEntries([...verdicts].map(([split, by]) => [split, Object.fromEntries(sortByCount(by))])),
    verdict_maps: countPairs(data.verdictMaps.maps),
    agreement: votes.measure(),
    codes: Object.fromEntries([...counts].sort(([a], [b]) => compareCodePoints(a, b))),
    touched: touches,
    score: { error: share(touches.error), warning: share(touches.warning), either: share(touches.either) },
  };
}

/** The summary that every report has. */
export function plainSummary(
  { claims }: AuditSummary,
  severities: { error: number; warning: number },
): Report['summary'] {
  return {
    articles: 0,
    claims,
    errors: severities.error,
    warnings: severities.warning,
    quotations: { checked: 0, unchecked: 0 },
  };
}

function sortByCount(by: ReadonlyMap<string, number>): [string, number][] {
  return [...by].sort(([a, x], [b, y]) => y - x || compareCodePoints(a, b));
}

/** Findings that an older report has not, those that it alone has, and how many both have. */
export interface Comparison {
  new: LocatedFinding[];
  gone: Report['findings'];
  same: number;
}

/** Compares by what is said and of what, not by the line on which it stands: lines move. */
export function compareReports(old: Report['findings'], findings: readonly LocatedFinding[]): Comparison {
  const left = new Map<string, Report['findings']>();
  for (const finding of old) {
    const list = left.get(markOf(finding)) ?? [];
    left.set(markOf(finding), list);
    list.push(finding);
  }
  const fresh: LocatedFinding[] = [];
  let same = 0;
  for (const finding of findings) {
    if (left.get(markOf(finding))?.pop()) same++;
    else fresh.push(finding);
  }
  return { new: fresh, gone: [...left.values()].flat(), same };
}

function markOf({
  code,
  message,
  found,
  expected,
}: Pick<LocatedFinding, 'code' | 'message' | 'found' | 'expected'>): string {
  return JSON.stringify([code, message, found, expected]);
}

/** Findings by code, in the order in which they are given. */
export function groupByCode(findings: readonly LocatedFinding[]): Map<string, LocatedFinding[]> {
  const groups = new Map<string, LocatedFinding[]>();
  for (const finding of findings) {
    const own = groups.get(finding.code) ?? [];
    groups.set(finding.code, own);
    own.push(finding);
  }
  return groups;
}
