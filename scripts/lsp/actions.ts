// Findings at a place → what an editor can do about them.
import { type CodeAction, CodeActionKind, type Range, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { LocatedFinding } from '../findings/locate.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { proposeDefinition } from './defineEntry.ts';
import { type Showing, toDiagnostic } from './diagnostics.ts';
import { proposeSuppression } from './suppress.ts';
import type { View } from './view.ts';

/** Every certain edit of a file: the kind that an editor can be told to ask for whenever it saves. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.veritable`;

/** What an action that is worked out only when it is chosen needs: every certain edit of a file, of one rule or all. */
export interface Repair {
  file: string;
  code: string | null;
}

/** What can be done about the findings of a file that touch a range. `wants` says whether a kind is asked for. */
export function listActions(
  view: View,
  showing: Showing,
  file: string,
  range: Range,
  findings: readonly LocatedFinding[],
  wants: (kind: string) => boolean,
): CodeAction[] {
  const actions: CodeAction[] = [];
  const fixable = findings.filter(({ fix }) => fix?.edits.every((edit) => edit.file === file));
  if (wants(CodeActionKind.QuickFix)) {
    const touched = findings.filter((finding) => touches(range, showing.sourceOf(file)?.rangeOf(finding.range)));
    for (const finding of touched) {
      const diagnostics = [toDiagnostic(finding, showing)];
      const quick = { kind: CodeActionKind.QuickFix, diagnostics };
      const edit = finding.fix && toEdit(finding.fix.edits, showing);
      if (finding.fix && edit) actions.push({ ...quick, title: say(finding.fix.title), isPreferred: true, edit });
      for (const proposal of [proposeDefinition(view, finding), proposeSuppression(view, finding)])
        if (proposal) actions.push({ ...quick, title: say(proposal.title), edit: proposal.edit });
    }
    for (const code of new Set(touched.filter((one) => fixable.includes(one)).map((one) => one.code)))
      if (fixable.filter((one) => one.code === code).length > 1)
        actions.push(asked(`Fix everything in this file that is ${code}`, CodeActionKind.QuickFix, { file, code }));
  }
  if (wants(FIX_ALL) && fixable.length > 0)
    actions.push(asked('Fix everything in this file that is certain', FIX_ALL, { file, code: null }));
  return actions;
}

function asked(title: string, kind: string, data: Repair): CodeAction {
  return { title, kind, data };
}

function say(title: string): string {
  return sanitiseForTerminal(title.charAt(0).toUpperCase() + title.slice(1));
}

function touches({ start, end }: Range, other: Range | undefined): boolean {
  return other !== undefined && other.start.line <= end.line && start.line <= other.end.line;
}

function toEdit(
  edits: NonNullable<LocatedFinding['fix']>['edits'],
  { sourceOf, paths }: Showing,
): WorkspaceEdit | null {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of edits) {
    const shown = sourceOf(edit.file)?.edit(edit);
    if (!shown) return null;
    const uri = paths.uriOf(edit.file);
    changes[uri] = [...(changes[uri] ?? []), shown];
  }
  return { changes };
}
