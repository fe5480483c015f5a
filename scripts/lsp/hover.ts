// A place in a file → what is known of the field, the entry or the claim there.
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { schemaOfFile } from '../project/sourceFiles.ts';
import { type Named, nameAt, textOfClaim } from './names.ts';
import { formAt } from './schemaAt.ts';
import { findSpot, type Spot } from './tree.ts';
import { openFile, type View } from './view.ts';
import { describeEntry, describeField, plain } from './words.ts';

/** What is shown of the scalar at a place; null where none stands there. */
export function hover(view: View, file: string, position: Position): Hover | null {
  const opened = openFile(view, file);
  if (!opened) return null;
  const spot = findSpot(opened, opened.source.offset(position) - opened.start);
  if (!spot) return null;
  const parts = [describeName(view, file, spot), describeForm(view, file, spot)].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const [start, end] = spot.range;
  return {
    contents: { kind: MarkupKind.Markdown, value: parts.join('\n\n---\n\n') },
    range: opened.source.range(start + opened.start, end + opened.start),
  };
}

function describeForm(view: View, file: string, { path }: Spot): string | null {
  const schema = schemaOfFile(view.project, file);
  const last = path.findLastIndex((key) => !/^\d+$/.test(key));
  const field = path.slice(0, last + 1);
  const form = schema === null || last < 0 ? null : formAt(schema, field);
  return form && schema !== null ? describeField(form, field[last] ?? '', formAt(schema, field.slice(0, -1))) : null;
}

function describeName(view: View, file: string, spot: Spot): string | null {
  const named = nameAt(view, file, spot);
  return named && (named.kind === 'entry' ? describeUse(view, named) : describeClaim(view, named.id));
}

function describeUse(view: View, { list, id }: Extract<Named, { kind: 'entry' }>): string | null {
  const entry = (view.project.vocabulary[list] as ReadonlyMap<string, object>).get(id);
  if (!entry) return null;
  const users = view.usersOf(list, id).length;
  const articles = view.project.articleFiles.length;
  const use = users === 0 ? 'No article uses it.' : `Used in ${users} of ${articles} articles.`;
  return `${describeEntry(entry)}\n\n${use}`;
}

function describeClaim(view: View, id: string): string | null {
  const { facts } = view;
  const claim = facts.find(id);
  if (claim < 0) return null;
  const words = [facts.verdict(claim) ?? 'no verdict', facts.status(claim)].map(plain).join(', ');
  return `${plain(textOfClaim(view, id) ?? id)}\n\n${words}`;
}
