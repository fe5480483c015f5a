// ClaimReview as JSON-LD, in any of the shapes that publishers give it → one record for each claim that was reviewed.
import { hash } from 'node:crypto';
import { toPointer } from '../values/jsonPointer.ts';
import type { SourceFile } from './mapping.ts';
import { isObject, joinText, tryParse } from './readJsonRows.ts';
import type { RowSink } from './record.ts';

/** A value of the file, and its place in it. */
interface At {
  value: unknown;
  tokens: readonly (string | number)[];
}

/** One ClaimReview and the feed item that it stands in. */
interface Review {
  review: At;
  feed: At | null;
}

const NOTHING: At = { value: undefined, tokens: [] };
/** What is read of each part; what else it has is noted. */
const KNOWN = {
  review: [
    ...['@type', '@context', '@id', 'url', 'claimReviewed', 'itemReviewed', 'reviewRating', 'author'],
    ...['datePublished', 'inLanguage', 'headline', 'name'],
  ],
  itemReviewed: ['@type', 'text', 'author', 'datePublished', 'appearance', 'firstAppearance'],
  reviewRating: ['@type', 'alternateName', 'ratingValue', 'bestRating', 'worstRating'],
  author: ['@type', 'name', 'url'],
};

/**
 * Reads a DataFeed, an array, a `@graph` or a single object. A record has `id` (of its address and words, since feeds
 * have neither ids nor a lasting order), `text`, `verdict`, `url`, `reviewed`, `reviewer`, `reviewer_url`, `claimant`,
 * `claim_date`, `language`, `title`, `rating`, `best`, `worst`, and `appearances`, a list; its `pointers` say where in
 * the file each of them stands. What is no ClaimReview, lacks what one needs, or is there already is a problem, so that
 * nothing is lost in silence; whatever was read with leniency is noted.
 */
export function readClaimReview(file: SourceFile, text: Iterable<string>, sink: RowSink): void {
  const refuse = (row: number | null, pointer: string, message: string, records = 0) =>
    sink.problem({ code: 'F01', file: file.path, row, line: 0, pointer, message, expected: 'a ClaimReview', records });
  const read = tryParse(joinText(text), 'file');
  if ('problem' in read) {
    refuse(null, '', read.problem);
    return;
  }
  let row = 0;
  const seen = new Set<string>();
  for (const found of listReviews({ value: read.value, tokens: [] }, null)) {
    const at = row++;
    if ('other' in found) {
      refuse(at, toPointer(found.tokens), `The item is no ClaimReview: ${found.other}.`, 1);
      continue;
    }
    const pointer = toPointer(found.review.tokens);
    const notes: string[] = [];
    const record = new Reading(found, (what) => notes.push(what)).toRecord();
    const { text: words, verdict, url, id } = record.value;
    if (words === null) refuse(at, pointer, 'The ClaimReview has no claim.', 1);
    else if (verdict === null) refuse(at, pointer, 'The ClaimReview has no verdict.', 1);
    else if (url === null) refuse(at, pointer, 'The ClaimReview has no absolute address.', 1);
    else if (seen.has(id)) refuse(at, pointer, 'The ClaimReview is there already, with the same address and words.', 1);
    else {
      seen.add(id);
      for (const what of notes) sink.note?.(what, at);
      if (!sink.record({ row: at, line: 0, ...record })) return;
    }
  }
}

type Other = { other: string; tokens: At['tokens'] };

function* listReviews(at: At, feed: At | null): Generator<Review | Other> {
  const { value, tokens } = at;
  // Feeds nest, but not deeply.
  if (Array.isArray(value)) for (let i = 0; i < value.length; i++) yield* listReviews(below(at, i), feed);
  else if (!isObject(value)) yield { other: value === null ? 'null' : typeof value, tokens };
  else if (hasType(value, 'ClaimReview')) yield { review: at, feed };
  else if (value['@graph'] !== undefined) yield* listReviews(below(at, '@graph'), feed);
  else if (value['dataFeedElement'] !== undefined) yield* listReviews(below(at, 'dataFeedElement'), feed);
  else if (hasType(value, 'DataFeedItem') || value['item'] !== undefined) {
    if (value['item'] === undefined || value['item'] === null) yield { other: 'an empty feed item', tokens };
    else yield* listReviews(below(at, 'item'), at);
  } else yield { other: typesOf(value).join(', ') || 'an object without a type', tokens };
}

/** Reads one review; says what it had to be lenient about. */
class Reading {
  private readonly found: Review;
  private readonly note: (what: string) => void;
  private readonly pointers: Record<string, string> = {};

  constructor(found: Review, note: (what: string) => void) {
    this.found = found;
    this.note = note;
  }

  toRecord() {
    const { review, feed } = this.found;
    const claim = firstObject(below(review, 'itemReviewed'));
    const rating = firstObject(below(review, 'reviewRating'));
    const author = firstObject(below(review, 'author'));
    this.noteUnread({ review, itemReviewed: claim, reviewRating: rating, author });
    const own = this.address('url', below(review, 'url'));
    const text = this.text('text', below(review, 'claimReviewed')) ?? this.text('text', below(claim, 'text'));
    const url = own ?? (feed ? this.address('url', below(feed, 'url')) : null);
    const value = {
      id: hash('sha256', JSON.stringify([url?.trim(), text?.replace(/[\s\u0085]+/g, ' ').trim()]), 'hex').slice(0, 12),
      text,
      verdict: this.text('verdict', below(rating, 'alternateName')),
      url,
      reviewed: this.text('reviewed', below(review, 'datePublished')),
      reviewer: this.text('reviewer', below(author, 'name')) ?? this.text('reviewer', below(review, 'author')),
      reviewer_url: this.text('reviewer_url', below(author, 'url')),
      claimant: this.names('claimant', below(claim, 'author')),
      claim_date: this.text('claim_date', below(claim, 'datePublished')),
      language: this.text('language', below(review, 'inLanguage')),
      title: this.text('title', below(review, 'headline')) ?? this.text('title', below(review, 'name')),
      ...this.rating(rating),
      appearances: this.appearances(claim),
    };
    if (own === null && url !== null) this.note('the address is that of the feed item');
    return { value, pointers: this.pointers };
  }

  private text(name: string, at: At): string | null {
    const text = textAt(at);
    if (text === null) return null;
    this.pointers[`/${name}`] = toPointer(text.tokens);
    return text.value;
  }

  private address(name: string, at: At): string | null {
    const text = textAt(at) ?? (isObject(at.value) ? textAt(below(at, '@id')) : null);
    if (text === null || !/^https?:\/\/[^/]/i.test(text.value.trim())) return null;
    this.pointers[`/${name}`] = toPointer(text.tokens);
    return text.value;
  }

  private names(name: string, at: At): string | null {
    const names = itemsOf(at).flatMap((entry) => textAt(isObject(entry.value) ? below(entry, 'name') : entry) ?? []);
    const [first] = names;
    if (names.length === 1 && first) this.pointers[`/${name}`] = toPointer(first.tokens);
    if (names.length > 1) this.note('several claimants are one text');
    return names.map(({ value }) => value).join('; ') || null;
  }

  /** -1, -1, -1 says that there is no number; one outside its bounds is dropped. */
  private rating(at: At) {
    const names = { rating: 'ratingValue', best: 'bestRating', worst: 'worstRating' };
    const parts = Object.entries(names).map(([name, key]) => [name, textAt(below(at, key))] as const);
    const written = Object.fromEntries(parts.map(([name, text]) => [name, text?.value ?? null]));
    const [value, best, worst] = parts.map(([, text]) => (text === null ? Number.NaN : Number(text.value)));
    if (value === -1 && best === -1 && worst === -1) return { rating: null, best: null, worst: null };
    for (const [, text] of parts) if (text?.isText) this.note('a number is text');
    if ((value as number) < (worst as number) || (value as number) > (best as number)) {
      this.note('the rating lies outside its bounds and is dropped');
      return { rating: null, best: null, worst: null };
    }
    for (const [name, text] of parts) if (text) this.pointers[`/${name}`] = toPointer(text.tokens);
    return written as Record<'rating' | 'best' | 'worst', string | null>;
  }

  /** An appearance is an address, an object with one, a list, or several addresses in one text. */
  private appearances(claim: At): { url: string; first: boolean }[] {
    const found: { url: string; first: boolean }[] = [];
    for (const [key, first] of [
      ['firstAppearance', true],
      ['appearance', false],
    ] as const)
      for (const entry of itemsOf(below(claim, key))) {
        const text = isObject(entry.value)
          ? (textAt(below(entry, 'url')) ?? textAt(below(entry, '@id')))
          : textAt(entry);
        if (text === null) continue;
        const urls = text.value.split(/[\s,;]+(?=https?:\/\/)/i).map((url) => url.trim());
        if (urls.length > 1) this.note('several addresses stand in one text');
        else this.pointers[`/appearances/${found.length}/url`] = toPointer(text.tokens);
        found.push(...urls.map((url) => ({ url, first })));
      }
    return found;
  }

  private noteUnread(parts: Record<keyof typeof KNOWN, At>): void {
    for (const [name, { value }] of Object.entries(parts)) {
      const known: readonly string[] = KNOWN[name as keyof typeof KNOWN];
      for (const key of isObject(value) ? Object.keys(value) : [])
        if (!known.includes(key)) this.note(`${name === 'review' ? '' : `${name}.`}${key} is not read`);
    }
  }
}

/** Text, or the value of a JSON-LD literal; a number as it is written; null for anything else and for nothing. */
function textAt(at: At): { value: string; tokens: At['tokens']; isText: boolean } | null {
  if (Array.isArray(at.value)) return at.value.length === 0 ? null : textAt(below(at, 0));
  const plain = isObject(at.value) ? below(at, '@value') : at;
  const { value, tokens } = plain;
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  return String(value).trim() === '' ? null : { value: String(value), tokens, isText: typeof value === 'string' };
}

function below(at: At, key: string | number): At {
  const { value } = at;
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, key)) return NOTHING;
  return { value: (value as Record<string | number, unknown>)[key], tokens: [...at.tokens, key] };
}

/** The items of a list; what is none is its only item. */
function itemsOf(at: At): At[] {
  if (!Array.isArray(at.value)) return at.value === undefined || at.value === null ? [] : [at];
  return at.value.flatMap((_, i) => itemsOf(below(at, i)));
}

function firstObject(at: At): At {
  return itemsOf(at).find(({ value }) => isObject(value)) ?? NOTHING;
}

function typesOf(value: Record<string, unknown>): string[] {
  const type = value['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function hasType(value: Record<string, unknown>, name: string): boolean {
  return typesOf(value).some((type) => type.replace(/^.*[/#:]/, '') === name);
}
