// An article without its capture, and saved pages → the edit that writes the capture of the page that it was read from.
import { createHash } from 'node:crypto';
import { type CodeAction, CodeActionKind, CreateFile, Position, TextDocumentEdit } from 'vscode-languageserver';
import { isMap } from 'yaml';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { readArticleText } from '../labelling/quotation.ts';
import type { SavedPage } from './savedPages.ts';
import { textUnder } from './tree.ts';
import { openFile, type View } from './view.ts';

/** null where the capture is at hand, and where no page has the digest that the article names. */
export function proposeCapture(view: View, file: string, pages: readonly SavedPage[]): CodeAction | null {
  const { project, paths } = view;
  const opened = pages.length > 0 && project.articleFiles.includes(file) ? openFile(view, file) : null;
  const capture = opened && isMap(opened.root) ? opened.root.get('capture') : null;
  const [name, digest] = [textUnder(capture, 'file'), textUnder(capture, 'sha256')];
  if (opened === null || name === null || !/^[\p{L}\p{N}._-]+\.txt$/u.test(name)) return null;
  if (readArticleText(file, opened.source.text, project).kind !== 'absent') return null;
  const found = pages.find(({ page }) => createHash('sha256').update(page.text).digest('hex') === digest);
  if (found === undefined) return null;
  const uri = paths.uriOf(`${project.raw}/captures/${name}`);
  const start = Position.create(0, 0);
  const text = { range: { start, end: start }, newText: found.page.text };
  return {
    title: sanitiseForTerminal(`Write ${project.raw}/captures/${name} from ${found.path}`),
    kind: CodeActionKind.QuickFix,
    edit: {
      documentChanges: [CreateFile.create(uri), TextDocumentEdit.create({ uri, version: null }, [text])],
    },
  };
}
