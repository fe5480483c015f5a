// A difference and its bump → what a person or a program reads of it.

import { excerpt } from '../findings/finding.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { markdownCell } from '../values/markdown.ts';
import type { Change, Difference } from './compareReleases.ts';
import { type ComputedBump, describeStructure } from './computeBump.ts';

export type DifferenceFormat = 'text' | 'json' | 'markdown';

const HEADINGS: Record<Change['kind'], string> = {
  verdict: 'Verdicts changed',
  added: 'Added',
  withdrawn: 'Withdrawn',
  dropped: 'Dropped',
  text: 'Texts changed',
  particulars: 'Particulars changed',
  stance: 'Stances changed',
  metadata: 'Other values changed',
};

/** The order in which kinds of change are told: verdicts first. */
export const KINDS = Object.keys(HEADINGS) as readonly Change['kind'][];

/** Renders a difference. `sample` is how many rows of a kind the Markdown shows; the other formats show all. */
export function renderDifference(
  difference: Difference,
  bump: ComputedBump,
  format: DifferenceFormat,
  sample = Number.POSITIVE_INFINITY,
): string {
  if (format === 'json') {
    const { old, new: current, changes, cells, structure } = difference;
    return `${JSON.stringify({ old, new: current, ...bump, structure, changes, cells }, null, 2)}\n`;
  }
  return format === 'text' ? renderText(difference, bump) : renderMarkdown(difference, bump, sample);
}

function renderText(difference: Difference, { bump, reasons }: ComputedBump): string {
  const lines = [`${difference.old ?? 'nothing'} → ${difference.new}`];
  if (bump === null) lines.push('Nothing has changed.');
  else lines.push(`${bump}: ${reasons.join('; ')}`);
  if (difference.structure.length > 0)
    lines.push('', ...difference.structure.map((change) => `  ${describeStructure(change)}`));
  for (const { kind, changes } of byKind(difference.changes)) {
    lines.push('', `${HEADINGS[kind]} (${changes.length})`);
    for (const change of changes) {
      const what = change.column === null ? change.table : `${change.table}.${change.column}`;
      const reason = change.reason === null ? '' : `  – ${change.reason}`;
      lines.push(`  ${change.id}  ${what}${describeValues(change, excerpt)}${reason}`);
    }
  }
  const cells = countLines(difference).map(([column, n]) => `  ${column}  ${n}`);
  if (cells.length > 0) lines.push('', 'Values changed, by column', ...cells);
  return `${lines.map(sanitiseForTerminal).join('\n')}\n`;
}

function renderMarkdown(difference: Difference, { bump, reasons }: ComputedBump, sample: number): string {
  const from = difference.old === null ? 'no release' : markdownCell(difference.old);
  const parts = [`**${from} → ${markdownCell(difference.new)}**`];
  if (bump === null) parts.push('Nothing has changed.');
  else parts.push(`This is a **${bump}** change: ${reasons.map(markdownCell).join('; ')}.`);
  if (difference.structure.length > 0)
    parts.push(difference.structure.map((change) => `- ${markdownCell(describeStructure(change))}`).join('\n'));
  for (const { kind, changes } of byKind(difference.changes)) {
    const rows = changes.slice(0, sample).map((change) => {
      const cells = [change.id, change.column === null ? change.table : `${change.table}.${change.column}`];
      const values = [change.old, change.new, change.reason].map((value) => (value === null ? '' : excerpt(value)));
      return `| ${[...cells, ...values].map(markdownCell).join(' | ')} |`;
    });
    const more = changes.length > rows.length ? `\n\n… and ${changes.length - rows.length} more.` : '';
    parts.push(
      `### ${HEADINGS[kind]} (${changes.length})\n\n| id | what | old | new | reason |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}${more}`,
    );
  }
  const cells = countLines(difference).map(([column, n]) => `${markdownCell(column)} ${n}`);
  if (cells.length > 0) parts.push(`Values changed, by column: ${cells.join(', ')}.`);
  return `${parts.join('\n\n')}\n`;
}

/** Changes of each kind that there are, in the order of {@link KINDS}. */
export function byKind(changes: readonly Change[]): { kind: Change['kind']; changes: Change[] }[] {
  return KINDS.map((kind) => ({ kind, changes: changes.filter((change) => change.kind === kind) })).filter(
    (group) => group.changes.length > 0,
  );
}

/**
 * Old and new value behind a colon. Of what a ledger has only the digest of no value is known, which is not the same as
 * none: one side alone is told then.
 */
export function describeValues({ kind, old, new: current }: Change, show: (text: string) => string): string {
  if (old === null) return current === null ? '' : `: ${kind === 'added' ? '' : 'now '}${show(current)}`;
  return current === null ? `: was ${show(old)}` : `: ${show(old)} → ${show(current)}`;
}

function countLines({ cells }: Difference): [string, number][] {
  return Object.entries(cells).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, n]): [string, number] => [`${table}.${column}`, n]),
  );
}
