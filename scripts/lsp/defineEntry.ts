// An id that its vocabulary does not define → an entry for it, to be filled in.
import type { WorkspaceEdit } from 'vscode-languageserver';
import type { LocatedFinding } from '../findings/locate.ts';
import { schemaOfFile } from '../project/sourceFiles.ts';
import { fromPointer } from '../values/jsonPointer.ts';
import { vocabularyAt } from '../vocabulary/places.ts';
import { findNode } from '../yaml/syntax.ts';
import { renderSkeleton } from './skeleton.ts';
import { openFile, type View } from './view.ts';

/** null for any other finding, and where the vocabulary has no file that can be read. */
export function proposeDefinition(
  view: View,
  { code, file, pointer }: LocatedFinding,
): { title: string; edit: WorkspaceEdit } | null {
  const list = code === 'V01' ? vocabularyAt(pointer) : null;
  if (list === null) return null;
  const { node } = findNode(openFile(view, file)?.root ?? null, fromPointer(pointer));
  const id = node && 'value' in node ? node.value : null;
  const target = view.project.vocabulary.files[list];
  const opened = openFile(view, target);
  const schema = schemaOfFile(view.project, target);
  if (typeof id !== 'string' || !opened || schema === null || view.project.vocabulary.damaged.has(list)) return null;
  // A list on one line takes no entry of several.
  if (opened.root && 'flow' in opened.root && opened.root.flow) return null;
  const { text } = opened.source;
  const lines = renderSkeleton(schema, ['0'], id, false);
  const at = opened.source.position(text.length);
  const newText = `${text === '' || text.endsWith('\n') ? '' : '\n'}- ${lines.join('\n')}\n`;
  return {
    title: `define \`${id}\` in ${target}`,
    edit: { changes: { [view.paths.uriOf(target)]: [{ range: { start: at, end: at }, newText }] } },
  };
}
