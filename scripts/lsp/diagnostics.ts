// A finding → what an editor shows of it.
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { LocatedFinding } from '../findings/locate.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import type { Paths } from './paths.ts';
import type { Source } from './source.ts';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Findings of what could be taken out: an exception that silences nothing, an entry that nothing uses. */
const UNNECESSARY = new Set(['D90', 'V02']);

export interface Showing {
  paths: Paths;
  /** The text of a file; null where there is none. */
  sourceOf(file: string): Source | null;
  /** The address of the page of all rules. */
  rules: string;
}

export function toDiagnostic(finding: LocatedFinding, { paths, sourceOf, rules }: Showing): Diagnostic {
  const { code, severity, file, range, message, expected, found, hint, related } = finding;
  const rangeIn = (one: string, place: LocatedFinding['range']) =>
    sourceOf(one)?.rangeOf(place) ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const lines = [
    message,
    expected === null ? '' : `expected: ${expected}`,
    found === null ? '' : `found: ${found}`,
    hint === null ? '' : `hint: ${hint}`,
  ];
  return {
    source: 'veritable',
    code,
    codeDescription: { href: `${rules}#${code.toLowerCase()}` },
    severity: SEVERITIES[severity],
    range: rangeIn(file, range),
    message: lines
      .filter((line) => line !== '')
      .map(sanitiseForTerminal)
      .join('\n'),
    ...(UNNECESSARY.has(code) ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(related.length === 0
      ? {}
      : {
          relatedInformation: related.map((place) => ({
            location: { uri: paths.uriOf(place.file), range: rangeIn(place.file, place.range) },
            message: sanitiseForTerminal(place.message),
          })),
        }),
  };
}
