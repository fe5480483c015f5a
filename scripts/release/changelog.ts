// A release's difference → its section of CHANGELOG.md, in its place.
import semver from 'semver';
import { countOf } from '../values/countOf.ts';
import { markdownCell } from '../values/markdown.ts';
import type { Difference } from './compareReleases.ts';
import { describeStructure } from './computeBump.ts';
import { byKind, describeValues } from './renderDifference.ts';
import type { Snapshot } from './snapshot.ts';

/** What stands below this line is written by releases, what stands above it by hand. */
export const MARKER = '<!-- releases -->';

const NEW_FILE = `# Changelog\n\n${MARKER}\n`;

/** How a section begins. */
const heading = (version: string) => `## ${version} – `;

/**
 * Puts a section below the marker, or in the place of the one that the same version already has. `text` is null where
 * there is no file.
 */
export function spliceChangelog(text: string | null, version: string, section: string): string {
  const file = text ?? NEW_FILE;
  const at = file.indexOf(MARKER);
  const hand = at < 0 ? `${file.trimEnd()}\n\n${MARKER}` : file.slice(0, at + MARKER.length);
  const below = at < 0 ? '' : file.slice(at + MARKER.length);
  const parts = below.split(/^(?=## )/m);
  // What stands above the first section was written by hand, and stays above it.
  const above = parts[0]?.startsWith('## ') ? '' : (parts.shift() ?? '');
  const sections = parts.filter((part) => !part.startsWith(heading(version)));
  const blocks = [above, section, ...sections].map((part) => part.trim()).filter((part) => part !== '');
  return `${hand}\n\n${blocks.join('\n\n')}\n`;
}

/** What is written by hand: all above the marker, and what stands between it and the first release. */
export function handPart(text: string | null): string {
  const [above = '', below = ''] = (text ?? NEW_FILE).split(MARKER);
  const first = below.split(/^(?=## )/m)[0] ?? '';
  return [above, first.startsWith('## ') ? '' : first].map((part) => part.trim()).join('\n');
}

/**
 * The sections of releases that no ledger knows, each with its line from 1. Left out is one of a version above all that
 * are known: a release that was cut off may have left it, and the next puts its own in its place.
 */
export function listUnknownSections(
  text: string,
  ledgers: readonly { version: string }[],
): { version: string; line: number }[] {
  const known = ledgers.map(({ version }) => version);
  const from = text.indexOf(MARKER);
  const found = (from < 0 ? [] : [...text.matchAll(/^## (\d+\.\d+\.\d+) – /gm)])
    .filter(({ index }) => index > from)
    .map(({ 1: version = '', index }) => ({ version, line: text.slice(0, index).split('\n').length }))
    .filter(({ version }) => !known.includes(version));
  const [only, another] = found;
  return only && !another && known.every((version) => semver.lt(version, only.version)) ? [] : found;
}

/** A release's section. Everything in it comes from the ledgers, so that it can be written again. */
export function renderSection(
  difference: Difference,
  release: Snapshot & { date: string },
  reasons: readonly string[],
): string {
  const lines = [`${heading(release.version)}${release.date}`, ''];
  const count = (name: string, noun: string) =>
    countOf(release.tables.find((table) => table.name === name)?.rows.size ?? 0, noun);
  if (difference.old === null) {
    lines.push(
      `First release: ${count('claims', 'claim')} of ${count('articles', 'article')} with ${count('evidence', 'piece')} of evidence and ${count('annotations', 'vote')}.`,
    );
    return `${lines.join('\n')}\n`;
  }
  const structure = difference.structure.map(describeStructure);
  // What is listed below need not be said twice.
  const others = reasons.filter((reason) => !structure.includes(reason)).map(markdownCell);
  lines.push(`Since ${difference.old}${others.length > 0 ? `: ${others.join('; ')}` : ''}.`, '');
  for (const line of structure) lines.push(`- ${markdownCell(line)}`);
  for (const { kind, changes } of byKind(difference.changes)) {
    if (kind === 'metadata') {
      lines.push(`- ${countOf(changes.length, 'other value')} changed`);
      continue;
    }
    for (const change of changes) {
      const what = change.column === null ? `${kind} in ${change.table}` : `${change.column} changed`;
      const values = change.column === null ? '' : describeValues(change, markdownCell);
      const reason = change.reason === null ? '' : ` (${markdownCell(change.reason)})`;
      lines.push(`- \`${change.id}\`: ${what}${values}${reason}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
