// Located findings and claims → what review mode shows of each finding.
import type { LocatedFinding } from '../findings/locate.ts';
import { worstFirst } from '../findings/worstFirst.ts';
import type { ReviewClaim } from './claims.ts';

/** A finding as the page shows it. Every text may hold words of the data. */
export interface ReviewFinding
  extends Pick<LocatedFinding, 'code' | 'severity' | 'message' | 'expected' | 'found' | 'hint'> {
  readonly claim: string | null;
  readonly place: string;
  /** What its certain edits do; null where it has none. */
  readonly fix: string | null;
}

/** The claim that a finding is at; null where it is at none of these. */
export function claimAt(
  { file, pointer }: Pick<LocatedFinding, 'file' | 'pointer'>,
  claims: Iterable<ReviewClaim>,
): string | null {
  for (const claim of claims)
    if (claim.file === file && (pointer === claim.pointer || pointer.startsWith(`${claim.pointer}/`)))
      return claim.joined.id;
  return null;
}

/** Lists the findings, the worst first. */
export function showFindings(
  located: readonly LocatedFinding[],
  claims: ReadonlyMap<string, ReviewClaim>,
): ReviewFinding[] {
  const byFile = new Map<string, ReviewClaim[]>();
  for (const claim of claims.values()) byFile.set(claim.file, [...(byFile.get(claim.file) ?? []), claim]);
  return worstFirst(located).map((finding) => {
    const { code, severity, message, expected, found, hint, fix, file, range } = finding;
    return {
      code,
      severity,
      message,
      expected,
      found,
      hint,
      claim: claimAt(finding, byFile.get(file) ?? []),
      place: range === null ? file : `${file}:${range.start.line}:${range.start.column}`,
      fix: fix?.title ?? null,
    };
  });
}
