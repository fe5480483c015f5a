// Findings and a format → the report as text.
import type { Finding } from '../findings/finding.ts';
import { type LocatedFinding, locateFindings } from '../findings/locate.ts';
import { ruleOf } from '../rules/engine/catalogue.ts';
import { RULES } from '../rules/index.ts';
import type { Report } from '../schemas/generated/types.ts';
import { countOf } from '../values/countOf.ts';

export const REPORT_FORMATS = ['text', 'json', 'github', 'sarif'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Locates and renders findings; `read` gives the text of a file, or null. */
export async function reportFindings(
  findings: readonly Finding[],
  summary: Report['summary'],
  format: ReportFormat,
  read: (file: string) => string | null,
  colour: boolean,
): Promise<string> {
  return renderReport(locateFindings(findings, read), summary, format, read, colour);
}

/** Renders located findings. */
export async function renderReport(
  located: readonly LocatedFinding[],
  summary: Report['summary'],
  format: ReportFormat,
  read: (file: string) => string | null,
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
      return (await import('../findings/renderText.ts')).renderText(located, summary, { read, titleOf, colour });
    }
  }
}

/** Why a command has stopped before it wrote anything. */
export function sayNothingWritten(errors: number): string {
  return `Nothing was written: ${countOf(errors, 'error')} must be put right first.\n`;
}
