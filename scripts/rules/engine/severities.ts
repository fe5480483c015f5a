// What a project says of severities → those that differ from the rules' own, and what is wrong with what it says.
import type { Draft, Finding, Severity } from '../../findings/finding.ts';
import { severityOf } from './catalogue.ts';

/** Severities by the codes of rules. */
export type Severities = Readonly<Record<string, Severity>>;

/**
 * Reads what stands under `rules`. A rule that reports errors keeps them: what it lets through would be published.
 * @param file where they stand
 */
export function readSeverities(said: Severities, file: string): { severities: Severities; drafts: Draft[] } {
  const severities: Record<string, Severity> = {};
  const drafts: Draft[] = [];
  for (const [code, severity] of Object.entries(said)) {
    const own = severityOf(code);
    const place = { code: 'A13', file, pointer: `/rules/${code}`, found: severity } as const;
    if (own === null) drafts.push({ ...place, message: `There is no rule ${code}.`, hint: 'take the line out' });
    else if (own === 'error' && severity !== 'error')
      drafts.push({ ...place, message: `${code} stays an error: what it lets through would be published.` });
    else severities[code] = severity;
  }
  return { severities, drafts };
}

/** The findings with the severities of the project. */
export function applySeverities(findings: readonly Finding[], severities: Severities): Finding[] {
  return findings.map((finding) => {
    const severity = Object.hasOwn(severities, finding.code) ? severities[finding.code] : undefined;
    return severity === undefined ? finding : { ...finding, severity };
  });
}
