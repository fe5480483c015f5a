// Located findings → GitHub's workflow commands, and the table of the step summary.
import type { Report } from '../schemas/generated/types.ts';
import { markdownCell } from '../values/markdown.ts';
import type { LocatedFinding } from './locate.ts';
import { placeOf, renderSummary } from './renderSummary.ts';
import { sanitiseForTerminal } from './sanitise.ts';
import { worstFirst } from './worstFirst.ts';

/** A step shows no more annotations than this; GitHub drops the rest without a word. */
const MOST_ANNOTATIONS = 10;
/** GitHub refuses a step summary above 1 MiB; this leaves room for what other tools of the step write. */
const LARGEST_TABLE = 768 * 1024;

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * The worst ten findings as annotations, the others as plain lines, the summary last.
 * Form and escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(findings: readonly LocatedFinding[], summary: Report['summary']): string {
  const sorted = worstFirst(findings);
  const rest = sorted
    .slice(MOST_ANNOTATIONS)
    .map((finding) => `${placeOf(finding)} ${finding.severity} ${finding.code} ${finding.message}`);
  const lines = [...rest, renderSummary(summary)].map(plainLine);
  return `${[...sorted.slice(0, MOST_ANNOTATIONS).map(annotate), ...lines].join('\n')}\n`;
}

function annotate(finding: LocatedFinding): string {
  const { code, severity, file, range, message, expected, found, hint } = finding;
  const properties: [string, string | number][] = [['file', file]];
  if (range) {
    properties.push(['line', range.start.line], ['endLine', range.end.line]);
    // Columns are shown for ranges on one line only.
    if (range.start.line === range.end.line)
      properties.push(['col', range.start.column], ['endColumn', range.end.column]);
  }
  properties.push(['title', `${code} ${message}`]);
  const details = [
    expected === null ? '' : `expected: ${expected}`,
    found === null ? '' : `found: ${found}`,
    hint === null ? '' : `hint: ${hint}`,
    ...finding.related.map((place) => `see ${placeOf(place)}: ${place.message}`),
  ].filter((line) => line !== '');
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  const text = details.length > 0 ? details : [message];
  return `::${COMMANDS[severity]} ${written}::${escapeData(text.map(sanitiseForTerminal).join('\n'))}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(sanitiseForTerminal(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A line that the runner takes for no command: neither `::…` at its beginning nor the older `##[…` anywhere. */
function plainLine(text: string): string {
  return sanitiseForTerminal(text)
    .replace(/^\s*::/, ': :')
    .replaceAll('##[', '## [');
}

/** The table of all findings, worst first, as GitHub Markdown; what would not fit is counted instead. */
export function renderStepSummary(findings: readonly LocatedFinding[], summary: Report['summary']): string {
  const sorted = worstFirst(findings);
  const head = `### Validation\n\n${markdownCell(renderSummary(summary))}\n`;
  if (sorted.length === 0) return head;
  const rows: string[] = [];
  let bytes = Buffer.byteLength(head);
  for (const finding of sorted) {
    const cells = [placeOf(finding), finding.severity, finding.code, finding.message, finding.hint ?? ''];
    const row = `| ${cells.map((cell) => markdownCell(sanitiseForTerminal(cell))).join(' | ')} |`;
    bytes += Buffer.byteLength(row) + 1;
    if (bytes > LARGEST_TABLE) break;
    rows.push(row);
  }
  const left = sorted.length - rows.length;
  const more = left > 0 ? `\n${left} more are in the report.\n` : '';
  return `${head}\n| Place | Severity | Rule | What | Hint |\n|---|---|---|---|---|\n${rows.join('\n')}\n${more}`;
}
