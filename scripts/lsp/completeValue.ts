// A value that is being written → the values that it may have.
import { CompletionItemKind, MarkupKind } from 'vscode-languageserver';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { RULES } from '../rules/index.ts';
import { toPointer } from '../values/jsonPointer.ts';
import { vocabularyAt } from '../vocabulary/places.ts';
import type { VocabularyName } from '../vocabulary/vocabulary.ts';
import { completeClaims } from './completeClaims.ts';
import { nextId } from './nextId.ts';
import { type Place, type Proposal, proposeValue } from './proposal.ts';
import { choicesOf, formAt } from './schemaAt.ts';
import { listScalars, textUnder } from './tree.ts';
import { openFile } from './view.ts';
import { describeEntry } from './words.ts';

/** Voices that are no entries of the entity vocabulary. */
const VOICES: Readonly<Record<string, readonly string[]>> = {
  claimant: ['article'],
  asserted_by: ['claimant', 'article'],
};

/** Fields whose values come again and again in one file. */
const REPEATED = new Set(['origin', 'annotator', 'guideline', 'language', 'name']);

/** The values; a list that is not complete must be asked for again when more has been written. */
export function completeValue(place: Place): { items: Proposal[]; isIncomplete: boolean } {
  const { cursor, schema } = place;
  // In a list, what is being written may still look like the key of an entry.
  const path = cursor.isKey && /^\d+$/.test(cursor.path.at(-1) ?? '') ? cursor.path : cursor.isKey ? null : cursor.path;
  if (path === null) return { items: [], isIncomplete: false };
  const field = path.findLast((key) => !/^\d+$/.test(key)) ?? '';
  const name = schema === 'raw/article.schema.json' ? vocabularyAt(toPointer(path)) : null;
  const form = formAt(schema, path);
  const others = form?.nullable && choicesOf(form).length === 0 ? [proposeValue(place, null)] : [];
  if (name !== null) {
    const voices = (VOICES[field] ?? []).map((voice) => proposeValue(place, voice));
    return { items: [...voices, ...proposeEntries(place, name), ...others], isIncomplete: false };
  }
  if (/^(?:same_as|successors)$/.test(field) || (field === 'claim' && path[0] === 'suppress'))
    return completeClaims(place, field === 'claim');
  if (field === 'code' && path[0] === 'suppress') return { items: proposeCodes(place), isIncomplete: false };
  const id = field === 'id' ? nextId(place) : null;
  if (id !== null) return { items: [proposeValue(place, id)], isIncomplete: false };
  const choices = form ? choicesOf(form) : [];
  const known = choices.length > 0 ? choices : listKnown(place, field);
  return { items: [...known.map((value) => proposeValue(place, value)), ...others], isIncomplete: false };
}

/** Entries of a vocabulary, found by any of their names. */
function proposeEntries(place: Place, name: VocabularyName): Proposal[] {
  const entries = place.view.project.vocabulary[name] as ReadonlyMap<string, { id: string }>;
  return [...entries.values()].map((entry): Proposal => {
    const { name: called, label, aliases } = entry as Record<string, unknown> & { id: string };
    const names = [entry.id, called, label, ...(Array.isArray(aliases) ? (aliases as unknown[]) : [])];
    return {
      ...proposeValue(place, entry.id),
      kind: name === 'verdicts' ? CompletionItemKind.EnumMember : CompletionItemKind.Reference,
      detail: sanitiseForTerminal(String(called ?? label ?? '')),
      documentation: { kind: MarkupKind.Markdown, value: describeEntry(entry) },
      filterText: place.cursor.quote + names.filter((text) => typeof text === 'string').join(' '),
    };
  });
}

/** Rules whose findings can be accepted. */
function proposeCodes(place: Place): Proposal[] {
  return RULES.filter(({ severity }) => severity === 'warning').map(({ code, title }) => ({
    ...proposeValue(place, code),
    detail: title,
  }));
}

/** What is often said: somebody votes today, and what an article says in its own voice it says on its day. */
function listKnown(place: Place, field: string): string[] {
  if (REPEATED.has(field)) return listRepeated(place, field);
  if (field === 'date' && place.cursor.path.includes('annotations')) return [place.view.today];
  const day = field === 'claim_date' ? textUnder(openFile(place.view, place.file)?.root, 'published') : null;
  return day === null ? [] : [day];
}

/** What a field says elsewhere in the file, in the order of the text. */
function listRepeated({ view, file, cursor }: Place, field: string): string[] {
  const values = new Set<string>();
  for (const { path, isKey, scalar, range } of listScalars(openFile(view, file)?.root)) {
    if (isKey || path.at(-1) !== field || typeof scalar.value !== 'string') continue;
    // Not what is being written itself.
    if (range[0] !== cursor.start) values.add(scalar.value);
  }
  return [...values];
}
