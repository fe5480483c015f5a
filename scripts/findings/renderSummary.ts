// Counts of a run → the sentences that close a report.
import type { Report } from '../schemas/generated/types.ts';
import { countOf } from '../values/countOf.ts';
import { compareCodePoints } from '../values/order.ts';
import type { LocatedFinding } from './locate.ts';

const MOST_FILES = 20;

/** One line that says what was read and what was found. */
export function renderSummary(summary: Report['summary']): string {
  const { articles, claims, errors, warnings, quotations } = summary;
  const unchecked = quotations.unchecked === 0 ? '' : `, ${quotations.unchecked} not checked (no capture at hand)`;
  return `${countOf(articles, 'article')}, ${countOf(claims, 'claim')}: ${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}. ${countOf(quotations.checked, 'quotation')} checked${unchecked}.`;
}

/** How often each rule was broken, and in which files: lines without colour, empty for fewer than two findings. */
export function tabulate(findings: readonly LocatedFinding[], titleOf: (code: string) => string): string[] {
  if (findings.length < 2) return [];
  const rules = group(findings, ({ code }) => code).sort(([a], [b]) => compareCodePoints(a, b));
  const files = group(findings, ({ file }) => file).sort(
    ([a, x], [b, y]) => y.length - x.length || compareCodePoints(a, b),
  );
  const width = String(findings.length).length;
  const lines = ['By rule'];
  for (const [code, found] of rules) lines.push(`  ${String(found.length).padStart(width)}  ${code}  ${titleOf(code)}`);
  lines.push('By file');
  for (const [file, found] of files.slice(0, MOST_FILES))
    lines.push(`  ${String(found.length).padStart(width)}  ${file}  ${countSeverities(found)}`);
  if (files.length > MOST_FILES) lines.push(`  … and ${files.length - MOST_FILES} more files`);
  return lines;
}

/** `file:line:column`, or the file alone where it is meant as a whole. */
export function placeOf({ file, range }: Pick<LocatedFinding, 'file' | 'range'>): string {
  return range ? `${file}:${range.start.line}:${range.start.column}` : file;
}

function group(
  findings: readonly LocatedFinding[],
  keyOf: (finding: LocatedFinding) => string,
): [string, LocatedFinding[]][] {
  const groups = new Map<string, LocatedFinding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const members = groups.get(key);
    if (members) members.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups];
}

function countSeverities(findings: readonly LocatedFinding[]): string {
  const of = (severity: LocatedFinding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts = [
    [of('error'), 'error'],
    [of('warning'), 'warning'],
    [of('info'), 'note'],
  ] as const;
  return counts
    .filter(([n]) => n > 0)
    .map(([n, noun]) => countOf(n, noun))
    .join(', ');
}
