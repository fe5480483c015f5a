// Record of a source → the label that it becomes, and where in the record each of the label's values stands.
import { toEdtf, writeDate } from '../exchange/dateForm.ts';
import type { ClaimRole, Field, List, ListName, Mapping } from '../exchange/mapping.ts';
import { isTable, mapValue, pointerInItem, pointerOf } from '../exchange/mapRecord.ts';
import { given } from '../exchange/missing.ts';
import { follow, rootItem } from '../exchange/path.ts';
import { LargeNumber } from '../exchange/readJson.ts';
import type { ForeignRecord, ListItem, Value } from '../exchange/record.ts';
import { isLanguageTag } from '../values/languageTag.ts';
import { isWebAddress } from '../values/webAddress.ts';
import { extraKey, valueAt } from './extras.ts';
import type { ImportedAppearance, ImportedClaim, ImportedEvidence, ImportedLabel, ImportedReview } from './label.ts';
import { foldLines, toLine } from './lines.ts';
import type { Names } from './names.ts';
import type { Tally } from './tally.ts';

/** Where a value of the label stands in its record, and how it is written there; null where it cannot be. */
export interface Origin {
  pointer: string;
  write(value: unknown): string | null;
}

export interface Imported {
  label: ImportedLabel;
  /** By the value's place in the label, as `claim/text` or `evidence/e1/answer`; an item by its own, `evidence/e1`. */
  origins: Map<string, Origin>;
}

/** A form that a value has in labels: null from `read` where the text has it not. */
interface Form {
  read(text: string): string | null;
  write(value: string): string | null;
  /** Words such as `N/A` say that there is none. */
  words: boolean;
}

const TEXT: Form = { read: (text) => foldLines(text) || null, write: (value) => value, words: false };
const ADDRESS: Form = {
  read: (text) => (isWebAddress(text.trim()) ? text.trim() : null),
  write: (value) => value,
  words: true,
};
const LANGUAGE: Form = {
  read: (text) => (isLanguageTag(text.trim()) ? text.trim() : null),
  write: (value) => (value === 'und' ? null : value),
  words: true,
};
const PLACE = /^[A-Z]{2}$/;
const TYPES = new Set(['event', 'statement', 'numerical', 'prediction', 'position', 'causal', 'identity']);
const RATING = [
  ['rating', 'value'],
  ['worst', 'worst'],
  ['best', 'best'],
] as const;
const STANCES = new Set(['supports', 'refutes', 'context']);

/** Makes the labels of one source. */
export class LabelMaker {
  private readonly mapping: Mapping;
  private readonly names: Names;
  private readonly tally: Tally;
  private readonly fields: ReadonlyMap<string, Field>;

  constructor(mapping: Mapping, names: Names, tally: Tally) {
    this.mapping = mapping;
    this.names = names;
    this.tally = tally;
    this.fields = new Map(mapping.fields.map((field) => [field.role, field]));
  }

  /** The label of a record whose claim and verdict have been found sound. */
  make(record: ForeignRecord, id: string, row: string): Imported {
    return new Making(record, this.mapping, this.fields, this.names, this.tally).make(id, row);
  }
}

class Making {
  private readonly origins = new Map<string, Origin>();
  private readonly extra = new Map<string, unknown>();
  private readonly record: ForeignRecord;
  private readonly mapping: Mapping;
  private readonly fields: ReadonlyMap<string, Field>;
  private readonly names: Names;
  private readonly tally: Tally;

  constructor(record: ForeignRecord, mapping: Mapping, fields: ReadonlyMap<string, Field>, names: Names, tally: Tally) {
    this.record = record;
    this.mapping = mapping;
    this.fields = fields;
    this.names = names;
    this.tally = tally;
  }

  make(id: string, row: string): Imported {
    const { names, mapping } = this;
    const url = this.role('url', 'article/url', ADDRESS);
    const publisher = this.role('publisher', 'article/publisher', {
      read: (text) => names.publisherCalled(foldLines(text)),
      write: (value) => names.nameOfPublisher(value),
      words: true,
    });
    const verdict = this.verdict();
    const [type = null, ...also] = this.listOf('types', (text, field) =>
      oneOf(TYPES, field.map ? (mapValue(field, text) ?? '') : text),
    );
    const claim: ImportedClaim = {
      id: `${id}-c01`,
      text: this.role('text', 'claim/text', TEXT) ?? '',
      claimant: this.role('claimant', 'claim/claimant', {
        read: (text) => names.entityOf(foldLines(text)),
        write: (value) => names.nameOfEntity(value),
        words: true,
      }),
      claimant_role: this.role('claimant_role', 'claim/claimant_role', TEXT),
      claim_date: this.role('claim_date', 'claim/claim_date', dateIn(this.fields.get('claim_date'))),
      type,
      also_types: also,
      places: this.listOf('places', (text) => (PLACE.test(text) ? text : null)),
      ...verdict,
      justification: this.role('justification', 'claim/justification', TEXT),
      status: verdict.verdict === null ? 'draft' : 'imported',
      source: { name: mapping.name, row },
      questions: [],
      evidence: [],
      reviews: this.items('reviews').map(({ list, item }, i) => this.review(list, item, `reviews/${i}`)),
      appearances: this.items('appearances').map(({ list, item }, i) =>
        this.appearance(list, item, `appearances/${i}`),
      ),
      extra: this.extra,
    };
    this.takeEvidence(claim);
    const label: ImportedLabel = {
      id,
      title: this.role('title', 'article/title', TEXT),
      url,
      publisher: publisher ?? (url === null ? null : names.publisherAt(url)),
      published: this.role('published', 'article/published', dateIn(this.fields.get('published'))),
      language: this.role('language', 'article/language', LANGUAGE) ?? 'und',
      claim,
    };
    for (const role of ['split', 'cluster'] as const) this.keepRole(role);
    this.keepEmptyParts();
    for (const field of mapping.extra) this.keepField(field);
    return { label, origins: this.origins };
  }

  private verdict(): { verdict: string | null; verdict_native: string | null } {
    const field = this.fields.get('verdict');
    const native = this.role('verdict', 'claim/verdict_native', TEXT);
    const { verdict } = this.record;
    if (field)
      this.origins.set('claim/verdict', {
        pointer: pointerOf(field, this.record.file),
        write: (value) => nativeOf(field, String(value), native),
      });
    return { verdict, verdict_native: native };
  }

  private takeEvidence(claim: ImportedClaim): void {
    const questions = new Map<string, string>();
    const ask = (text: Value, holder: string, origin: Origin | null): string | null => {
      const line = typeof text === 'string' ? toLine(text, 'question', this.tally) : null;
      if (line === null) {
        if (origin && typeof text === 'string') this.keep(origin.pointer);
        return null;
      }
      const known = questions.get(holder);
      if (known !== undefined) return known;
      const id = `q${claim.questions.length + 1}`;
      claim.questions.push({ id, text: line });
      if (origin) this.origins.set(`questions/${id}`, origin);
      questions.set(holder, id);
      return id;
    };
    for (const { list, item } of this.items('questions')) {
      const field = list.fields.find(({ role }) => role === 'text');
      if (field) ask(item.values['text'], item.pointer, this.originIn(field, item, TEXT));
    }
    for (const { list, item } of [...this.items('evidence'), ...this.items('rationales')]) {
      const field = list.fields.find(({ role }) => role === 'question');
      const question = field ? ask(item.values['question'], item.holder, this.originIn(field, item, TEXT)) : null;
      const pieces =
        list.name === 'rationales' ? this.rationale(item) : [this.piece(list, item, claim.evidence.length)];
      for (const piece of pieces)
        if (piece) claim.evidence.push({ ...piece, id: `e${claim.evidence.length + 1}`, question });
    }
  }

  private piece(list: List, item: ListItem, index: number): ImportedEvidence | null {
    const path = `evidence/e${index + 1}`;
    const read = (role: string, form: Form, key = role) => this.itemRole(list, item, role, `${path}/${key}`, form);
    const page = read('page', TEXT, 'locator/page');
    const sentence = read('sentence', TEXT, 'locator/sentence');
    this.origins.set(path, { pointer: item.pointer, write: () => null });
    this.keepItemRole(list, item, 'id');
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
      annotations: this.votes(list, item),
    };
    if (!isEmpty(piece)) return piece;
    this.dropPiece(list, item, path);
    return null;
  }

  /** What says nothing that a label has is no evidence; an item of a list is kept whole. */
  private dropPiece(list: List, item: ListItem, path: string): void {
    for (const place of [...this.origins.keys()]) if (isBelow(place, path)) this.origins.delete(place);
    if (list.path === '.') return;
    for (const key of [...this.extra.keys()]) if (isBelow(key, item.pointer)) this.extra.delete(key);
    this.keep(item.pointer);
    this.tally.add(list.path, 'no evidence, kept in extra');
  }

  /** Sentences that are evidence together have the number of their list as their group. */
  private rationale(item: ListItem): ImportedEvidence[] {
    const group = item.pointer.slice(item.pointer.lastIndexOf('/') + 1);
    return (item.many['sentences'] ?? []).flatMap((value) =>
      typeof value === 'string' && value.trim() !== ''
        ? [{ ...NO_EVIDENCE, locator: { page: null, sentence: value.trim() }, group }]
        : [],
    );
  }

  /** Votes of people without names have the numbers of their places. */
  private votes(list: List, item: ListItem): ImportedEvidence['annotations'] {
    const field = fieldOf(list, 'votes');
    const votes = item.many['votes'] ?? [];
    if (!field || votes.length === 0) return [];
    const form = stanceIn(field);
    const read = votes.map((vote) => (typeof vote === 'string' ? form.read(vote) : null));
    const pointer = pointerInItem(field, item, this.record.file);
    if (read.some((stance, i) => stance === null || form.write(stance) !== votes[i])) this.keep(pointer);
    return read.flatMap((stance, i) => (stance === null ? [] : [{ annotator: `v${i + 1}`, stance }]));
  }

  private review(list: List, item: ListItem, path: string): ImportedReview {
    const read = (role: string, form: Form, key = role) => this.itemRole(list, item, role, `${path}/${key}`, form);
    const { names } = this;
    const url = read('url', ADDRESS);
    const name = item.values['publisher'];
    const called = typeof name === 'string' ? given(foldLines(name)) : null;
    const publisher =
      url === null ? (called === null ? null : names.publisherCalled(called)) : names.publisherAt(url, called);
    const field = fieldOf(list, 'publisher');
    if (field && called !== null) {
      const origin = this.originIn(field, item, { ...TEXT, write: (value) => names.nameOfPublisher(value) });
      this.origins.set(`${path}/publisher`, origin);
      if (publisher === null || names.nameOfPublisher(publisher) !== called) this.keep(origin.pointer);
    } else this.keepItemRole(list, item, 'publisher');
    const rating = this.rating(item);
    for (const [role, key] of RATING) {
      const part = fieldOf(list, role);
      if (rating === null) this.keepItemRole(list, item, role);
      else if (part) this.origins.set(`${path}/rating/${key}`, this.originIn(part, item, TEXT));
    }
    return {
      publisher,
      url,
      archive_url: read('archive_url', ADDRESS),
      title: read('title', TEXT),
      published: read('published', dateIn(fieldOf(list, 'published'))),
      language: read('language', LANGUAGE),
      verdict_native: read('verdict', TEXT, 'verdict_native'),
      rating,
      verdict: null,
    };
  }

  private rating({ values }: ListItem): ImportedReview['rating'] {
    const [value, worst, best] = ['rating', 'worst', 'best'].map((role) => {
      const text = values[role];
      return typeof text === 'string' && /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null;
    });
    if (value == null || worst == null || best == null || (value === -1 && worst === -1 && best === -1)) return null;
    return value < worst || value > best ? null : { value, worst, best };
  }

  private appearance(list: List, item: ListItem, path: string): ImportedAppearance {
    const read = (role: string, form: Form) => this.itemRole(list, item, role, `${path}/${role}`, form);
    return {
      url: read('url', ADDRESS),
      archive_url: read('archive_url', ADDRESS),
      medium: read('medium', TEXT),
      published: read('published', dateIn(fieldOf(list, 'published'))),
      first: item.values['first'] === 'true',
    };
  }

  private items(name: ListName): { list: List; item: ListItem }[] {
    const list = this.mapping.lists.find((entry) => entry.name === name);
    return list ? (this.record.lists[name] ?? []).map((item) => ({ list, item })) : [];
  }

  private role(role: ClaimRole, path: string, form: Form): string | null {
    const field = this.fields.get(role);
    if (!field) return null;
    const value = this.record.values[role];
    if (field.constant !== null) return form.read(field.constant);
    return this.take(field, value, pointerOf(field, this.record.file), path, form);
  }

  private itemRole(list: List, item: ListItem, role: string, path: string, form: Form): string | null {
    const field = fieldOf(list, role);
    if (!field) return null;
    if (field.constant !== null) return form.read(field.constant);
    const read = this.take(field, item.values[role], pointerInItem(field, item, this.record.file), path, form);
    // A number of a list, or a part of a text, is no value that could be put in its place.
    if (field.steps.at(-1)?.kind === 'parent' || list.separator !== null) this.origins.delete(path);
    return read;
  }

  /** A value in its form; whatever the label would not give back is kept as it is, but for space and line breaks. */
  private take(field: Field, value: Value, pointer: string, path: string, form: Form): string | null {
    this.origins.set(path, { pointer, write: (changed) => form.write(String(changed)) });
    if (value === undefined || value === null) return null;
    if (this.isMissing(field, value, form.words)) {
      this.keep(pointer);
      if (foldLines(value) !== '') this.tally.add(field.path, 'placeholder, kept in extra');
      return null;
    }
    const read = form.read(value);
    if (read === null) {
      this.keep(pointer);
      this.tally.add(field.path, form === ADDRESS ? 'no web address, kept in extra' : 'kept in extra as written');
      return null;
    }
    if (form.write(read) !== foldLines(value)) {
      this.keep(pointer);
      this.tally.add(field.path, 'kept in extra as written');
    } else toLine(value, field.path, this.tally);
    return read;
  }

  private isMissing(field: Field, value: string, words: boolean): boolean {
    if (foldLines(value) === '' || field.none?.has(value.trim())) return true;
    if (this.mapping.missing) return this.mapping.missing.has(value);
    return words && given(foldLines(value)) === null;
  }

  /**
   * Several values of one role: what has a value that is none is kept whole, and so is another way of saying nothing
   * than an empty list of types or a place that is null.
   */
  private listOf(role: 'types' | 'places', read: (text: string, field: Field) => string | null): string[] {
    const field = this.fields.get(role);
    if (!field) return [];
    const { file, value } = this.record;
    const pointer = pointerOf(field, file);
    const found = isTable(file)
      ? [valueAt(value, pointer)]
      : follow(rootItem(value), field.steps).map((at) => at.value);
    const texts = found.flat().filter((part) => part !== null && part !== undefined && part !== '');
    const values = texts.map((part) => (typeof part === 'string' ? read(part, field) : null));
    const good = values.filter((part) => part !== null);
    const isDouble = new Set(good).size < good.length;
    if (good.length < texts.length || isDouble) {
      this.keep(pointer);
      this.tally.add(field.path, isDouble ? 'names several, kept in extra' : 'not in the map, kept in extra');
    } else if (texts.length === 0 && found.some((part) => part === '' || (role === 'places') === Array.isArray(part)))
      this.keep(pointer, true);
    return [...new Set(good)];
  }

  private originIn(field: Field, item: ListItem, form: Form): Origin {
    const pointer = pointerInItem(field, item, this.record.file);
    return { pointer, write: (value) => form.write(String(value)) };
  }

  private keepRole(role: ClaimRole): void {
    const field = this.fields.get(role);
    if (field && field.constant === null) this.keep(pointerOf(field, this.record.file));
  }

  /** What stands in the columns of a list that the record has nothing of. */
  private keepEmptyParts(): void {
    for (const { name, path, fields } of this.mapping.lists) {
      if (path !== '.' || (this.record.lists[name] ?? []).length > 0) continue;
      for (const field of fields) {
        const pointer = pointerOf(field, this.record.file);
        if (typeof valueAt(this.record.value, pointer) === 'string') this.keep(pointer);
      }
    }
  }

  private keepItemRole(list: List, item: ListItem, role: string): void {
    const field = fieldOf(list, role);
    if (field && field.constant === null) this.keep(pointerInItem(field, item, this.record.file));
  }

  private keepField(field: Field): void {
    const { file, value } = this.record;
    if (isTable(file)) this.keep(pointerOf(field, file));
    else for (const { pointer } of follow(rootItem(value), field.steps)) this.keep(pointer, true);
  }

  /**
   * Keeps a value letter for letter; nothing where there is none, and an empty cell of a table is none. That a field is
   * null is said of those alone that have no role, since a label's own fields are null by saying nothing.
   */
  private keep(pointer: string, nullToo = false): void {
    const { file, value } = this.record;
    const found = valueAt(value, pointer);
    if (found === undefined || (found === null && !nullToo) || (isTable(file) && found === '')) return;
    this.extra.set(extraKey(pointer), found instanceof LargeNumber ? found.text : found);
  }
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

function fieldOf(list: List, role: string): Field | undefined {
  return list.fields.find((field) => field.role === role);
}

function isBelow(place: string, path: string): boolean {
  return place === path || place.startsWith(`${path}/`);
}

/** Whether a piece of evidence has nothing but its number, its question and its group. */
function isEmpty({ id: _, question: _question, group: _group, annotations, ...values }: ImportedEvidence): boolean {
  return annotations.length === 0 && Object.values(values).every((value) => value === null);
}

function oneOf(allowed: ReadonlySet<string>, text: string): string | null {
  const name = text.trim().toLowerCase();
  return allowed.has(name) ? name : null;
}

function dateIn(field: Field | undefined): Form {
  const form = field?.form ?? null;
  return { read: (text) => toEdtf(text, form), write: (value) => writeDate(value, form), words: true };
}

/** A stance by the mapping's map, else the word itself in any case. */
function stanceIn(field: Field | undefined): Form {
  return {
    read: (text) => oneOf(STANCES, field?.map ? (mapValue(field, text) ?? '') : text),
    write: (value) => (field?.map ? nativeOf(field, value, null) : value),
    words: true,
  };
}

/** What the source calls a verdict: as it stands where that is what it means, else the first word of the map for it. */
function nativeOf(field: Field, target: string, native: string | null): string | null {
  if (native !== null && mapValue(field, native) === target) return native;
  if (!field.map) return target;
  return field.natives?.get(target) ?? null;
}
