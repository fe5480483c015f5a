// Findings and what was asked for → the findings that are reported, and their counts.
import type { Report } from '../schemas/generated/types.ts';
import type { Finding } from './finding.ts';

/** Codes (`Q01`) or families (`Q`): those to report alone, and those to leave out. */
export interface Selection {
  only?: readonly string[] | undefined;
  except?: readonly string[] | undefined;
}

/** Keeps the findings whose code is asked for and not left out. */
export function selectByCode<T extends { code: string }>(findings: readonly T[], { only, except }: Selection): T[] {
  const matches = (codes: readonly string[], { code }: T) => codes.some((asked) => code.startsWith(asked));
  return findings.filter(
    (finding) => (only === undefined || matches(only, finding)) && !(except !== undefined && matches(except, finding)),
  );
}

/**
 * Keeps what a change of `files` can have brought about: findings in them, findings that point at them, and those of
 * rules that look at the whole dataset (`isWhole`), wherever they stand.
 */
export function selectByFile(
  findings: readonly Finding[],
  files: ReadonlySet<string>,
  isWhole: (code: string) => boolean,
): Finding[] {
  return findings.filter(
    ({ code, file, related }) =>
      files.has(file) || isWhole(code) || (related ?? []).some((place) => files.has(place.file)),
  );
}

/** The summary of a run with the counts of what is reported. */
export function recount(summary: Report['summary'], findings: readonly Finding[]): Report['summary'] {
  const count = (severity: Finding['severity']) => findings.filter((finding) => finding.severity === severity).length;
  return { ...summary, errors: count('error'), warnings: count('warning') };
}
