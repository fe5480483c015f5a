// Located findings → the report that a person reads in a terminal.
import pc from 'picocolors';
import type { Report } from '../schemas/generated/types.ts';
import { renderFrame } from './codeFrame.ts';
import type { LocatedFinding } from './locate.ts';
import { Lines } from './positions.ts';
import { placeOf, renderSummary, tabulate } from './renderSummary.ts';
import { sanitiseForTerminal } from './sanitise.ts';

/** What a text report needs besides its findings. */
export interface TextContext {
  /** A file's text for the code frames, or null. */
  read(file: string): string | null;
  /** A rule's title by its code. */
  titleOf(code: string): string;
  colour: boolean;
}

/** Renders findings with code frames. What was found by rule and by file comes after them, the summary last. */
export function renderText(
  findings: readonly LocatedFinding[],
  summary: Report['summary'],
  context: TextContext,
): string {
  const table = tabulate(findings, context.titleOf).map(sanitiseForTerminal).join('\n');
  const parts = [...renderBlocks(findings, context), table, renderSummary(summary)];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Each finding with what stands in the file around it. */
export function renderBlocks(
  findings: readonly LocatedFinding[],
  { read, colour }: Pick<TextContext, 'read' | 'colour'>,
): string[] {
  const paint = pc.createColors(colour);
  const files = new Map<string, Lines | null>();
  const linesOf = (file: string) => {
    if (!files.has(file)) {
      const text = read(file);
      files.set(file, text === null ? null : new Lines(text));
    }
    return files.get(file) ?? null;
  };
  return findings.map((finding) => {
    const { code, severity, range, message, expected, found, hint, fix, related } = finding;
    const tone = severity === 'error' ? paint.red : severity === 'warning' ? paint.yellow : paint.blue;
    const lines = linesOf(finding.file);
    const note = found === null ? '' : `found ${sanitiseForTerminal(found)}`;
    const rows = [`${paint.bold(at(finding))}  ${tone(`${severity} ${code}`)}  ${sanitiseForTerminal(message)}`];
    if (range && lines) rows.push(...renderFrame(range, lines, { note, tone, dim: paint.dim }));
    else if (note !== '') rows.push(`  ${note}`);
    if (expected !== null) rows.push(`  expected: ${sanitiseForTerminal(expected)}`);
    const fixing = paint.dim('   [npm run fix]');
    const told = fix !== null && hint !== null && saysAsMuch(hint, fix.title);
    if (hint !== null) rows.push(`  hint: ${sanitiseForTerminal(hint)}${told ? fixing : ''}`);
    if (fix !== null && !told) rows.push(`  fix: ${sanitiseForTerminal(fix.title)}${fixing}`);
    for (const other of related) {
      rows.push(`  ${paint.dim('see')} ${at(other)}  ${sanitiseForTerminal(other.message)}`);
      const context = linesOf(other.file);
      if (other.range && context)
        rows.push(...renderFrame(other.range, context, { note: '', tone: paint.dim, dim: paint.dim }));
    }
    return rows.join('\n');
  });
}

function at(place: Pick<LocatedFinding, 'file' | 'range'>): string {
  return sanitiseForTerminal(placeOf(place));
}

/** Whether a hint already names what the fix would write. */
function saysAsMuch(hint: string, title: string): boolean {
  const written = /`[^`]+`/.exec(title)?.[0];
  return written !== undefined && hint.includes(written);
}
