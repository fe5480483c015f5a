// Located findings → the report that a person reads in a terminal.
import pc from 'picocolors';
import type { Report } from '../schemas/generated/types.ts';
import type { LocatedFinding } from './locate.ts';
import { Lines } from './positions.ts';
import { sanitiseForTerminal } from './sanitise.ts';

const WIDEST = 110;

/** Renders findings with code frames; `read` gives a file's text for the frame, or null. The summary comes last. */
export function renderText(
  findings: readonly LocatedFinding[],
  summary: Report['summary'],
  read: (file: string) => string | null,
  colour: boolean,
): string {
  const paint = pc.createColors(colour);
  const files = new Map<string, Lines | null>();
  const linesOf = (file: string) => {
    if (!files.has(file)) {
      const text = read(file);
      files.set(file, text === null ? null : new Lines(text));
    }
    return files.get(file) ?? null;
  };
  const blocks = findings.map((finding) => {
    const tone = finding.severity === 'error' ? paint.red : finding.severity === 'warning' ? paint.yellow : paint.blue;
    const head = `${paint.bold(place(finding))}  ${tone(`${finding.severity} ${finding.code}`)}  ${sanitiseForTerminal(finding.message)}`;
    const rows = [head, ...frame(finding.range, linesOf(finding.file), foundText(finding), tone)];
    if (finding.expected !== null) rows.push(`  expected: ${sanitiseForTerminal(finding.expected)}`);
    if (finding.hint !== null || finding.fix !== null) {
      const hint = finding.hint ?? finding.fix?.title ?? '';
      rows.push(`  hint: ${sanitiseForTerminal(hint)}${finding.fix ? paint.dim('   [npm run fix]') : ''}`);
    }
    for (const other of finding.related) {
      rows.push(
        `  ${paint.dim('see')} ${place(other)}  ${sanitiseForTerminal(other.message)}`,
        ...frame(other.range, linesOf(other.file), '', paint.dim),
      );
    }
    return rows.join('\n');
  });
  return `${[...blocks, renderSummary(summary)].join('\n\n')}\n`;
}

/** One line that says what was read and what was found. */
export function renderSummary(summary: Report['summary']): string {
  const { articles, claims, errors, warnings, quotations } = summary;
  const unchecked = quotations.unchecked === 0 ? '' : `, ${quotations.unchecked} not checked (no capture at hand)`;
  return `${count(articles, 'article')}, ${count(claims, 'claim')}: ${count(errors, 'error')}, ${count(warnings, 'warning')}. ${count(quotations.checked, 'quotation')} checked${unchecked}.`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function place(at: Pick<LocatedFinding, 'file' | 'range'>): string {
  const file = sanitiseForTerminal(at.file);
  return at.range ? `${file}:${at.range.start.line}:${at.range.start.column}` : file;
}

function foundText(finding: LocatedFinding): string {
  return finding.found === null ? '' : `found ${sanitiseForTerminal(finding.found)}`;
}

/** The line before and the line itself, cut around the mark so that no long line floods the screen or shows more of an article than it should. */
function frame(
  range: LocatedFinding['range'],
  lines: Lines | null,
  note: string,
  tone: (text: string) => string,
): string[] {
  if (!range || !lines) return [];
  const { line, column } = range.start;
  const width = String(line).length;
  const gutter = (label: string) => `${label.padStart(width + 3)} │ `;
  const points = [...lines.line(line)];
  const from = column > WIDEST - 30 ? column - 30 : 0;
  const shown = points.slice(from, from + WIDEST).join('');
  const last = range.end.line === line ? range.end.column : points.length + 1;
  const marked = Math.max(1, Math.min(last, from + WIDEST + 1) - column);
  const rows: string[] = [];
  if (line > 1)
    rows.push(gutter(String(line - 1)) + sanitiseForTerminal([...lines.line(line - 1)].slice(0, WIDEST).join('')));
  rows.push(gutter(String(line)) + (from > 0 ? '…' : '') + sanitiseForTerminal(shown));
  const indent = ' '.repeat(column - 1 - from + (from > 0 ? 1 : 0));
  rows.push(`${gutter('')}${indent}${tone('^'.repeat(marked))}${note === '' ? '' : ` ${note}`}`);
  return rows;
}
