// A mapping that is being written → the keys that it lacks, and a whole entry where it has none yet.
import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from 'vscode-languageserver';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { proposePieces } from './completePages.ts';
import { nextId } from './nextId.ts';
import type { Place, Proposal } from './proposal.ts';
import { type Form, formAt, neededKeys } from './schemaAt.ts';
import { renderSkeleton } from './skeleton.ts';
import { describeField } from './words.ts';

/** The keys, those that must be given first; null where no mapping stands. */
export function completeKeys(place: Place): Proposal[] | null {
  const { schema, cursor } = place;
  const { path, dash, hasColon } = cursor;
  const form = formAt(schema, path);
  if (!form?.schema.properties) return null;
  // A hyphen that is not written yet begins an entry, not a key of the mapping above.
  if (dash !== '' && !/^\d+$/.test(path.at(-1) ?? '')) return [];
  const given = cursor.others;
  const needed = neededKeys(form);
  const keys = Object.keys(form.schema.properties).filter((key) => !given.has(key));
  const sorted = [...keys.filter((key) => needed.has(key)), ...keys.filter((key) => !needed.has(key))];
  const items = sorted.map((key): Proposal => {
    const own = formAt(schema, [...path, key]) as Form;
    return {
      label: key,
      kind: CompletionItemKind.Property,
      detail: `${own.schema.title ?? ''}${needed.has(key) ? ' (needed)' : ''}`,
      documentation: { kind: MarkupKind.Markdown, value: describeField(own, key, form) },
      text: `${dash}${key}${hasColon ? '' : ': '}`,
    };
  });
  return given.size === 0 && !hasColon ? [...proposeEntry(place), ...items] : items;
}

/** A whole claim, or a whole piece of evidence. */
function proposeEntry(place: Place): Proposal[] {
  const { cursor, indent, skills, pages } = place;
  const kind = /^claims\/\d+(?:\/(evidence|questions)\/\d+)?$/.exec(cursor.path.join('/'));
  const id = kind && nextId(place);
  if (!kind || !id) return [];
  const name = kind[1] === undefined ? 'claim' : kind[1] === 'evidence' ? 'piece of evidence' : 'question';
  const lines = renderSkeleton(place.schema, cursor.path, id, skills.snippets, pages.length > 0);
  if (lines.length === 0) return [];
  return [
    ...(kind[1] === 'evidence' ? proposePieces(place, id, pages) : []),
    {
      label: sanitiseForTerminal(`${id}: a new ${name}`),
      kind: CompletionItemKind.Snippet,
      filterText: `id ${id}`,
      detail: 'every key that it needs',
      insertTextFormat: skills.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      // By the protocol, further lines are indented as the first one is, unless an editor says what else it can do.
      ...(skills.asIs ? { insertTextMode: InsertTextMode.asIs } : {}),
      text: cursor.dash + lines.join(`\n${skills.asIs ? indent : ''}`),
    },
  ];
}
