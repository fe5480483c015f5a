// Items of a record → the reviews of its claim, and where it was made.
import type { List } from '../exchange/mapping.ts';
import { given } from '../exchange/missing.ts';
import type { ListItem } from '../exchange/record.ts';
import { ADDRESS, dateIn, type Form, LANGUAGE, TEXT } from './forms.ts';
import type { ImportedAppearance, ImportedReview } from './label.ts';
import { foldLines } from './lines.ts';
import { fieldOf, type RecordReader } from './recordReader.ts';

const RATING = [
  ['rating', 'value'],
  ['worst', 'worst'],
  ['best', 'best'],
] as const;

/** A fact check of the claim; `path` is its place in the label. */
export function readReview(reader: RecordReader, list: List, item: ListItem, path: string): ImportedReview {
  const read = (role: string, form: Form, key = role) => reader.itemRole(list, item, role, `${path}/${key}`, form);
  const { names } = reader;
  const url = read('url', ADDRESS);
  const name = item.values['publisher'];
  const called = typeof name === 'string' ? given(foldLines(name)) : null;
  const publisher =
    url === null ? (called === null ? null : names.publisherCalled(called)) : names.publisherAt(url, called);
  const field = fieldOf(list, 'publisher');
  if (field && called !== null) {
    const origin = reader.originIn(field, item, { ...TEXT, write: (value) => names.nameOfPublisher(value) });
    reader.origins.set(`${path}/publisher`, origin);
    if (publisher === null || names.nameOfPublisher(publisher) !== called) reader.keep(origin.pointer);
  } else reader.keepItemRole(list, item, 'publisher');
  const rating = readRating(item);
  for (const [role, key] of RATING) {
    const part = fieldOf(list, role);
    if (rating === null) reader.keepItemRole(list, item, role);
    else if (part) reader.origins.set(`${path}/rating/${key}`, reader.originIn(part, item, TEXT));
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

function readRating({ values }: ListItem): ImportedReview['rating'] {
  const [value, worst, best] = ['rating', 'worst', 'best'].map((role) => {
    const text = values[role];
    return typeof text === 'string' && /^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null;
  });
  if (value == null || worst == null || best == null || (value === -1 && worst === -1 && best === -1)) return null;
  return value < worst || value > best ? null : { value, worst, best };
}

/** A place where the claim was made; `path` is its place in the label. */
export function readAppearance(reader: RecordReader, list: List, item: ListItem, path: string): ImportedAppearance {
  const read = (role: string, form: Form) => reader.itemRole(list, item, role, `${path}/${role}`, form);
  return {
    url: read('url', ADDRESS),
    archive_url: read('archive_url', ADDRESS),
    medium: read('medium', TEXT),
    published: read('published', dateIn(fieldOf(list, 'published'))),
    first: item.values['first'] === 'true',
  };
}
