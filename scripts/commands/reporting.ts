// Findings and a format → the report as text.
import type { Finding } from '../findings/finding.ts';
import { locateFindings } from '../findings/locate.ts';
import type { Report } from '../schemas/generated/types.ts';

/** Locates and renders findings. `read` gives the text of a file, or null; what it throws counts as null. */
export async function reportFindings(
  findings: readonly Finding[],
  summary: Report['summary'],
  format: 'text' | 'json',
  read: (file: string) => string | null,
  colour: boolean,
): Promise<string> {
  const readable = (file: string) => {
    try {
      return read(file);
    } catch {
      return null;
    }
  };
  const located = locateFindings(findings, readable);
  if (format === 'json') return (await import('../findings/renderJson.ts')).renderJson(located, summary);
  return (await import('../findings/renderText.ts')).renderText(located, summary, readable, colour);
}
