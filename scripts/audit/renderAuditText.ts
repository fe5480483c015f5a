// Located findings of an audit and its counts → the report that a person reads in a terminal.
import pc from 'picocolors';
import type { LocatedFinding } from '../findings/locate.ts';
import { placeOf } from '../findings/renderSummary.ts';
import { renderBlocks, type TextContext } from '../findings/renderText.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { countOf, groupDigits, intervalOf, percent, sayMaps, threeDigits } from './numbers.ts';
import { type AuditSummary, type Comparison, groupByCode } from './summarise.ts';

export interface AuditTextContext extends TextContext {
  /** Findings of one rule that are shown; the others are counted. */
  most: number;
  comparison: Comparison | null;
}

/** Counts first, then what was found by rule, then the defect score. */
export function renderAuditText(
  findings: readonly LocatedFinding[],
  summary: AuditSummary,
  context: AuditTextContext,
): string {
  const { titleOf, colour, most, comparison } = context;
  const paint = pc.createColors(colour);
  const parts = [renderCounts(summary)];
  const byCode = groupByCode(findings);
  for (const code of [...byCode.keys()].sort()) {
    const own = byCode.get(code) ?? [];
    const all = summary.codes[code] ?? own.length;
    parts.push(paint.bold(`${code}  ${titleOf(code)}  (${groupDigits(all)})`));
    parts.push(...renderBlocks(own.slice(0, most), context));
    if (all > most)
      parts.push(
        `  … and ${groupDigits(all - Math.min(most, own.length))} more; \`--only ${code}\` shows more, \`--format json\` lists them.`,
      );
  }
  parts.push(renderTable(summary, findings, titleOf));
  if (comparison) parts.push(renderComparison(comparison));
  parts.push(renderScore(summary));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What was read, and how far votes agree. */
export function renderCounts({
  name,
  records,
  refused,
  claims,
  copies,
  files,
  verdicts,
  verdict_maps: maps,
  agreement,
}: AuditSummary): string {
  const lines = [
    `${name}: ${countOf(files.length, 'file')}, ${countOf(records, 'record')}, ${countOf(claims, 'claim')}${refused > 0 ? `, ${countOf(refused, 'record')} that cannot be read` : ''}${copies > 0 ? `, ${countOf(copies, 'record')} that another file holds too` : ''}`,
  ];
  for (const { path, split, records: read, refused: lost } of files)
    lines.push(
      `  ${path}${split === null ? '' : ` (${split})`}: ${groupDigits(read)}${lost > 0 ? `, and ${groupDigits(lost)} that cannot be read` : ''}`,
    );
  for (const [split, by] of Object.entries(verdicts)) {
    const entries = Object.entries(by);
    if (entries.length === 1 && entries[0]?.[0] === '') continue;
    const shown = entries
      .slice(0, 12)
      .map(([verdict, n]) => `${verdict === '' ? '(none)' : verdict} ${groupDigits(n)}`);
    if (entries.length > 12) shown.push(`${entries.length - 12} others`);
    lines.push(`  verdicts${split === '' ? '' : ` of ${split}`}: ${shown.join(', ')}`);
  }
  if (maps.files > 0) lines.push(`  ${sayMaps(maps)}`);
  for (const { of, units, votes, raw, alpha, alpha_interval: interval } of agreement)
    lines.push(
      `  agreement on ${of}: ${countOf(votes, 'vote')} on ${groupDigits(units)}, alpha ${threeDigits(alpha)}${intervalOf(interval)}, raw ${threeDigits(raw)}`,
    );
  return lines.map(sanitiseForTerminal).join('\n');
}

function renderTable(
  { codes }: AuditSummary,
  findings: readonly LocatedFinding[],
  titleOf: (code: string) => string,
): string {
  const shown = new Set(findings.map(({ code }) => code as string));
  const entries = Object.entries(codes).filter(([code]) => shown.has(code));
  if (entries.length === 0) return 'Nothing was found.';
  const width = Math.max(...entries.map(([, n]) => groupDigits(n).length));
  return [
    'By rule',
    ...entries.map(([code, n]) => `  ${groupDigits(n).padStart(width)}  ${code}  ${titleOf(code)}`),
  ].join('\n');
}

function renderScore({ touched, score, records, refused, copies }: AuditSummary): string {
  const all = groupDigits(records + refused + copies);
  const say = (kind: 'error' | 'warning' | 'either') =>
    `${percent(score[kind])} (${groupDigits(touched[kind])} of ${all})`;
  return `Defect score: an error touches ${say('error')} of the records, a warning ${say('warning')}, either ${say('either')}.`;
}

const MOST_COMPARED = 20;

function renderComparison({ new: fresh, gone, same }: Comparison): string {
  const line = (mark: string) => (finding: Pick<LocatedFinding, 'code' | 'file' | 'range' | 'message' | 'found'>) =>
    sanitiseForTerminal(
      `  ${mark} ${finding.code}  ${placeOf(finding)}  ${finding.message}${finding.found === null ? '' : ` found ${finding.found}`}`,
    );
  const lines = [
    `Against the older report: ${groupDigits(fresh.length)} new, ${groupDigits(gone.length)} gone, ${groupDigits(same)} the same.`,
  ];
  for (const [mark, list] of [
    ['+', fresh],
    ['-', gone],
  ] as const) {
    lines.push(...list.slice(0, MOST_COMPARED).map(line(mark)));
    if (list.length > MOST_COMPARED) lines.push(`  ${mark} … and ${list.length - MOST_COMPARED} more`);
  }
  return lines.join('\n');
}
