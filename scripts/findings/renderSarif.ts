// Located findings → a log in SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/).

import { createHash } from 'node:crypto';
import type { Invocation, Log, ReportingDescriptor, Result } from 'sarif';
import type { Range, RuleText } from './finding.ts';
import type { LocatedFinding } from './locate.ts';
import { renderSafeJson } from './sanitise.ts';
import { worstFirst } from './worstFirst.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * GitHub shows no more results of a log, and refuses one with 25,000 (docs.github.com, "SARIF results exceed one or
 * more limits").
 */
const MOST_RESULTS = 5000;

/** Says how many findings a log leaves out; null where it has them all. */
export function describeLeftOut(findings: number): string | null {
  const left = findings - MOST_RESULTS;
  return left > 0
    ? `${left} of ${findings} findings are left out of the log: it holds the worst ${MOST_RESULTS}.`
    : null;
}

/**
 * The log as one JSON text, the worst findings first, as many as GitHub shows. `rules` gives what a code means; those
 * that were found are described in the log.
 */
export function renderSarif(findings: readonly LocatedFinding[], rules: readonly RuleText[]): string {
  const shown = worstFirst(findings).slice(0, MOST_RESULTS);
  const leftOut = describeLeftOut(findings.length);
  const fingerprintOf = startFingerprints();
  const codes = new Set(shown.map(({ code }) => code));
  const described = rules.filter(({ code }) => codes.has(code));
  const index = new Map(described.map(({ code }, i) => [code, i]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'veritable', rules: described.map(describeRule) } },
        columnKind: 'unicodeCodePoints',
        ...(leftOut === null ? {} : { invocations: [describeRun(leftOut)] }),
        results: shown.map((finding) => ({
          ...toResult(finding, index.get(finding.code)),
          partialFingerprints: { primaryLocationLineHash: fingerprintOf(finding) },
        })),
      },
    ],
  };
  return `${renderSafeJson(log)}\n`;
}

function describeRun(notice: string): Invocation {
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [{ level: 'warning', message: toMessage(notice) }],
  };
}

/**
 * Names a result by what it says and where, but not by its line, so that it is known again when lines above it change.
 */
function startFingerprints(): (finding: LocatedFinding) => string {
  const counts = new Map<string, number>();
  return ({ code, file, message, found }) => {
    const digest = createHash('sha256')
      .update(JSON.stringify([code, file, message, found]))
      .digest('hex')
      .slice(0, 16);
    const count = (counts.get(digest) ?? 0) + 1;
    counts.set(digest, count);
    return `${digest}:${count}`;
  };
}

function describeRule({ code, title, rationale, severity }: RuleText): ReportingDescriptor {
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: rationale },
    help: { text: `${title} ${rationale}` },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function toResult(finding: LocatedFinding, ruleIndex: number | undefined): Result {
  const { code, severity, file, range, message, expected, found, hint, related, fix } = finding;
  const details = [
    message,
    expected === null ? '' : `Expected: ${expected}.`,
    found === null ? '' : `Found: ${found}.`,
    hint === null ? '' : `Hint: ${hint}`,
  ].filter((part) => part !== '');
  return {
    ruleId: code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: toMessage(details.join(' ')),
    locations: [{ physicalLocation: toLocation(file, range) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, i) => ({
            id: i,
            message: toMessage(place.message),
            physicalLocation: toLocation(place.file, place.range),
          })),
        }),
    ...(fix === null ? {} : { fixes: [{ description: toMessage(fix.title), artifactChanges: toChanges(fix.edits) }] }),
  };
}

function toChanges(edits: NonNullable<LocatedFinding['fix']>['edits']) {
  return [...new Set(edits.map(({ file }) => file))].map((file) => ({
    artifactLocation: { uri: toUri(file) },
    replacements: edits
      .filter((edit) => edit.file === file && edit.range !== null)
      .map((edit) => ({ deletedRegion: toRegion(edit.range as Range), insertedContent: { text: edit.text } })),
  }));
}

/** Message text in which nothing is taken for a link or a placeholder (3.11.5, 3.11.6). */
function toMessage(text: string) {
  return {
    text: text
      .replace(/[\\[\]]/g, '\\$&')
      .replaceAll('{', '{{')
      .replaceAll('}', '}}'),
  };
}

function toLocation(file: string, range: LocatedFinding['range']) {
  return { artifactLocation: { uri: toUri(file) }, ...(range ? { region: toRegion(range) } : {}) };
}

function toRegion({ start, end }: Range) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/**
 * A relative path as a relative URI reference: every segment encoded, so that none is taken for a scheme or a query.
 */
function toUri(file: string): string {
  return file
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
}
