// A workspace as `validate` judges it, and an editor → lists that can be compared.
import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { checkProject } from '../../scripts/examine/checkProject.ts';
import { type LocatedFinding, locateFindings } from '../../scripts/findings/locate.ts';
import { readSourceText } from '../../scripts/platform/reading.ts';
import { openProject } from '../../scripts/project/openProject.ts';
import type { Workspace } from '../workspace.ts';
import type { Editor } from './editor.ts';

export const START = { line: 0, character: 0 };
const SEVERITIES = { error: 1, warning: 2, info: 3 } as const;

/** A finding as an editor shows it; columns are UTF-16 units. */
interface Shown {
  file: string;
  code: string;
  severity: number;
  message: string;
  range: Range;
  related: { file: string; range: Range }[];
}

/** Lines and columns in code points → what an editor counts, for which a line ends before `\r` too. */
export function toUnits(text: string, { line, column }: { line: number; column: number }): Position {
  const lines = text.split('\n');
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const offset = before + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  return TextDocument.create('', '', 0, text).positionAt(offset);
}

function expectedOf(workspace: Workspace, { file, code, severity, message, range, related }: LocatedFinding): Shown {
  const rangeIn = (name: string, place: LocatedFinding['range']): Range => {
    const text = place ? workspace.read(name) : '';
    return place ? { start: toUnits(text, place.start), end: toUnits(text, place.end) } : { start: START, end: START };
  };
  return {
    file,
    code,
    severity: SEVERITIES[severity],
    message,
    range: rangeIn(file, range),
    related: related.map((place) => ({ file: place.file, range: rangeIn(place.file, place.range) })),
  };
}

/** What `validate` says of a workspace, with paths as they are in it. */
export async function judge(workspace: Workspace): Promise<LocatedFinding[]> {
  const project = openProject({ raw: workspace.path('raw') });
  const located = locateFindings((await checkProject(project)).findings, readSourceText);
  const prefix = project.raw.slice(0, -'raw'.length);
  return JSON.parse(JSON.stringify(located).replaceAll(prefix, ''));
}

/** The control characters that a message may quote are shown as a sign; see sanitise.ts. */
const SHOWN_AS_SIGN = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u2028\u2029]/gu;

/** What an editor shows, as sorted texts. */
export function shownIn(editor: Editor): string[] {
  const all: Shown[] = [...editor.shown].flatMap(([file, diagnostics]) =>
    diagnostics.map(({ code, severity = 0, message, range, relatedInformation = [] }) => ({
      file,
      code: String(code),
      severity,
      message: String(message).split('\n')[0] ?? '',
      range,
      related: relatedInformation.map(({ location }) => ({
        file: editor.fileOf(location.uri),
        range: location.range,
      })),
    })),
  );
  return all.map((one) => JSON.stringify(one)).sort();
}

/** What it should show. */
export function expected(workspace: Workspace, findings: readonly LocatedFinding[]): string[] {
  return findings
    .map((finding) => expectedOf(workspace, finding))
    .map((one) => JSON.stringify({ ...one, message: one.message.replace(SHOWN_AS_SIGN, '\uFFFD') }))
    .sort();
}
