// Findings and a format → the report as text.
import type { Finding } from '../findings/finding.ts';
import { type LocatedFinding, locateFindings } from '../findings/locate.ts';
import { readSourceText } from '../platform/reading.ts';
import { RULES, ruleOf } from '../rules/index.ts';
import type { Report } from '../schemas/generated/types.ts';

export const REPORT_FORMATS = ['text', 'json', 'github', 'sarif'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Works out where findings stand. Files are read again, by the same limits as for judging them. */
export function locateInFiles(findings: readonly Finding[]): LocatedFinding[] {
  return locateFindings(findings, readSourceText);
}

/** Renders located findings. */
export async function renderReport(
  located: readonly LocatedFinding[],
  summary: Report['summary'],
  format: ReportFormat,
  colour: boolean,
): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../findings/renderJson.ts')).renderJson(located, summary);
    case 'github':
      return (await import('../findings/renderGithub.ts')).renderGithub(located, summary);
    case 'sarif':
      return (await import('../findings/renderSarif.ts')).renderSarif(located, RULES);
    case 'text': {
      const titleOf = (code: string) => ruleOf(code).title;
      const { renderText } = await import('../findings/renderText.ts');
      return renderText(located, summary, { read: readSourceText, titleOf, colour });
    }
  }
}
