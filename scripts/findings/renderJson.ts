// Located findings → the JSON report of schemas/report.schema.json.

import type { Report } from '../schemas/generated/types.ts';
import type { LocatedFinding } from './locate.ts';
import { renderSafeJson } from './sanitise.ts';

/** The report as one JSON text that ends in a line feed. */
export function renderJson(
  findings: readonly LocatedFinding[],
  summary: Report['summary'],
  audit?: Report['audit'],
): string {
  const report: Report = {
    version: 1,
    ...(audit ? { kind: 'audit' as const } : {}),
    summary,
    ...(audit ? { audit } : {}),
    findings: findings.map((finding) => ({
      ...finding,
      fix: finding.fix && {
        title: finding.fix.title,
        edits: finding.fix.edits.map(({ file, range, text }) => ({ file, range, text })),
      },
    })),
  };
  return `${renderSafeJson(report)}\n`;
}
