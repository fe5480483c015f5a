// Record of a source → the questions and the evidence of its claim.
import type { List } from '../exchange/mapping.ts';
import { pointerInItem } from '../exchange/mapRecord.ts';
import type { ListItem, Value } from '../exchange/record.ts';
import { ADDRESS, dateIn, type Form, stanceIn, TEXT } from './forms.ts';
import type { ImportedClaim, ImportedEvidence } from './label.ts';
import { toLine } from './lines.ts';
import { fieldOf, type Origin, type RecordReader } from './recordReader.ts';

/** Puts them into the claim, numbered in their order. */
export function takeEvidence(reader: RecordReader, claim: ImportedClaim): void {
  const questions = new Map<string, string>();
  const ask = (text: Value, holder: string, origin: Origin | null): string | null => {
    const line = typeof text === 'string' ? toLine(text, 'question', reader.tally) : null;
    if (line === null) {
      if (origin && typeof text === 'string') reader.keep(origin.pointer);
      return null;
    }
    const known = questions.get(holder);
    if (known !== undefined) return known;
    const id = `q${claim.questions.length + 1}`;
    claim.questions.push({ id, text: line });
    if (origin) reader.origins.set(`questions/${id}`, origin);
    questions.set(holder, id);
    return id;
  };
  for (const { list, item } of reader.items('questions')) {
    const field = list.fields.find(({ role }) => role === 'text');
    if (field) ask(item.values['text'], item.pointer, reader.originIn(field, item, TEXT));
  }
  for (const { list, item } of [...reader.items('evidence'), ...reader.items('rationales')]) {
    const field = list.fields.find(({ role }) => role === 'question');
    const question = field ? ask(item.values['question'], item.holder, reader.originIn(field, item, TEXT)) : null;
    const pieces =
      list.name === 'rationales' ? readRationale(item) : [readPiece(reader, list, item, claim.evidence.length)];
    for (const piece of pieces)
      if (piece) claim.evidence.push({ ...piece, id: `e${claim.evidence.length + 1}`, question });
  }
}

function readPiece(reader: RecordReader, list: List, item: ListItem, index: number): ImportedEvidence | null {
  const path = `evidence/e${index + 1}`;
  const read = (role: string, form: Form, key = role) => reader.itemRole(list, item, role, `${path}/${key}`, form);
  const page = read('page', TEXT, 'locator/page');
  const sentence = read('sentence', TEXT, 'locator/sentence');
  reader.origins.set(path, { pointer: item.pointer, write: () => null });
  reader.keepItemRole(list, item, 'id');
  const piece: ImportedEvidence = {
    id: '',
    question: null,
    answer: read('answer', TEXT),
    answer_type: read('answer_type', TEXT),
    explanation: read('explanation', TEXT),
    url: read('url', ADDRESS),
    archive_url: read('archive_url', ADDRESS),
    medium: read('medium', TEXT),
    title: read('title', TEXT),
    publisher: read('publisher', TEXT),
    published: read('published', dateIn(fieldOf(list, 'published'))),
    stance: read('stance', stanceIn(fieldOf(list, 'stance'))),
    quote: read('text', TEXT, 'quote'),
    locator: page === null && sentence === null ? null : { page, sentence },
    group: read('group', TEXT),
    annotations: readVotes(reader, list, item),
  };
  if (!isEmpty(piece)) return piece;
  dropPiece(reader, list, item, path);
  return null;
}

/** What says nothing that a label has is no evidence; an item of a list is kept whole. */
function dropPiece(reader: RecordReader, list: List, item: ListItem, path: string): void {
  for (const place of [...reader.origins.keys()]) if (isBelow(place, path)) reader.origins.delete(place);
  if (list.path === '.') return;
  for (const key of [...reader.extra.keys()]) if (isBelow(key, item.pointer)) reader.extra.delete(key);
  reader.keep(item.pointer);
  reader.tally.add(list.path, 'no evidence, kept in extra');
}

/** Sentences that are evidence together have the number of their list as their group. */
function readRationale(item: ListItem): ImportedEvidence[] {
  const group = item.pointer.slice(item.pointer.lastIndexOf('/') + 1);
  return (item.many['sentences'] ?? []).flatMap((value) =>
    typeof value === 'string' && value.trim() !== ''
      ? [{ ...NO_EVIDENCE, locator: { page: null, sentence: value.trim() }, group }]
      : [],
  );
}

/** Votes of people without names have the numbers of their places. */
function readVotes(reader: RecordReader, list: List, item: ListItem): ImportedEvidence['annotations'] {
  const field = fieldOf(list, 'votes');
  const votes = item.many['votes'] ?? [];
  if (!field || votes.length === 0) return [];
  const form = stanceIn(field);
  const read = votes.map((vote) => (typeof vote === 'string' ? form.read(vote) : null));
  const pointer = pointerInItem(field, item, reader.record.file);
  if (read.some((stance, i) => stance === null || form.write(stance) !== votes[i])) reader.keep(pointer);
  return read.flatMap((stance, i) => (stance === null ? [] : [{ annotator: `v${i + 1}`, stance }]));
}

const NO_EVIDENCE: ImportedEvidence = {
  id: '',
  question: null,
  answer: null,
  answer_type: null,
  explanation: null,
  url: null,
  archive_url: null,
  medium: null,
  title: null,
  publisher: null,
  published: null,
  stance: null,
  quote: null,
  locator: null,
  group: null,
  annotations: [],
};

function isBelow(place: string, path: string): boolean {
  return place === path || place.startsWith(`${path}/`);
}

/** Whether a piece of evidence has nothing but its number, its question and its group. */
function isEmpty({ id: _, question: _question, group: _group, annotations, ...values }: ImportedEvidence): boolean {
  return annotations.length === 0 && Object.values(values).every((value) => value === null);
}
