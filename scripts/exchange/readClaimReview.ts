// ClaimReview as JSON-LD, in any of the shapes that publishers give it → one record for each claim that was reviewed.
import type { SourceFile } from './mapping.ts';
import { isObject, joinText, tryParse } from './readJsonRows.ts';
import type { RowSink } from './record.ts';

/** One ClaimReview and the feed item that it stands in. */
interface Review {
  review: Record<string, unknown>;
  feed: Record<string, unknown>;
}

/**
 * Reads a DataFeed, an array, a `@graph` or a single object. A record has the ClaimReview's own keys, `text`,
 * `verdict`, `url`, `claimant`, `reviewer`, and `appearances`, a list. Null, text and other types are no reviews and
 * are counted as problems, so that nothing is lost in silence.
 */
export function readClaimReview(file: SourceFile, text: Iterable<string>, sink: RowSink): void {
  const refuse = (row: number | null, message: string, records = 0) =>
    sink.problem({
      code: 'F01',
      file: file.path,
      row,
      line: 0,
      pointer: '',
      message,
      expected: 'a ClaimReview',
      records,
    });
  const read = tryParse(joinText(text), 'file');
  if ('problem' in read) {
    refuse(null, read.problem);
    return;
  }
  let row = 0;
  for (const found of listReviews(read.value, {})) {
    const at = row++;
    if ('other' in found) refuse(at, `The item is no ClaimReview: ${found.other}.`, 1);
    else {
      const record = toRecord(found);
      const lack =
        record.text === null
          ? 'claim'
          : record.verdict === null
            ? 'verdict'
            : record.url === null
              ? 'absolute address'
              : null;
      if (lack) refuse(at, `The ClaimReview has no ${lack}.`, 1);
      else if (!sink.record({ row: at, line: 0, value: record })) return;
    }
  }
}

function* listReviews(value: unknown, feed: Record<string, unknown>): Generator<Review | { other: string }> {
  // Feeds nest, but not deeply.
  if (Array.isArray(value)) for (const entry of value) yield* listReviews(entry, feed);
  else if (!isObject(value)) yield { other: value === null ? 'null' : typeof value };
  else if (hasType(value, 'ClaimReview')) yield { review: value, feed };
  else if (value['@graph'] !== undefined) yield* listReviews(value['@graph'], feed);
  else if (value['dataFeedElement'] !== undefined) yield* listReviews(value['dataFeedElement'], feed);
  else if (hasType(value, 'DataFeedItem') || value['item'] !== undefined) {
    if (value['item'] === undefined || value['item'] === null) yield { other: 'an empty feed item' };
    else yield* listReviews(value['item'], value);
  } else yield { other: typesOf(value).join(', ') || 'an object without a type' };
}

function toRecord({ review, feed }: Review) {
  const claim = firstObject(review['itemReviewed']);
  const rating = firstObject(review['reviewRating']);
  const author = firstObject(review['author']);
  return {
    text: textOf(review['claimReviewed']) ?? textOf(claim['text']),
    verdict: textOf(rating['alternateName']),
    url: absolute(review['url']) ?? absolute(feed['url']),
    reviewed: textOf(review['datePublished']),
    reviewer: textOf(author['name']) ?? textOf(review['author']),
    reviewer_url: textOf(author['url']),
    claimant: namesOf(claim['author']).join('; ') || null,
    claim_date: textOf(claim['datePublished']),
    language: textOf(review['inLanguage']),
    title: textOf(review['headline']) ?? textOf(review['name']),
    rating: textOf(rating['ratingValue']),
    best: textOf(rating['bestRating']),
    worst: textOf(rating['worstRating']),
    appearances: [claim['appearance'], claim['firstAppearance'], claim['sameAs']].flatMap(addressesOf),
  };
}

/** Text, or the value of a JSON-LD literal; a number as it is written; null for anything else and for nothing. */
function textOf(value: unknown): string | null {
  if (Array.isArray(value)) return textOf(value[0]);
  const plain = isObject(value) ? value['@value'] : value;
  if (typeof plain !== 'string' && typeof plain !== 'number') return null;
  return String(plain).trim() === '' ? null : String(plain);
}

function absolute(value: unknown): string | null {
  const text = textOf(value) ?? (isObject(value) ? textOf(value['@id']) : null);
  return text !== null && /^https?:\/\/[^/]/i.test(text.trim()) ? text : null;
}

function namesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((entry) => {
    const name = isObject(entry) ? textOf(entry['name']) : textOf(entry);
    return name === null ? [] : [name];
  });
}

/** An appearance is an address, an object with one, a list, or several addresses in one text. */
function addressesOf(value: unknown): { url: string }[] {
  if (Array.isArray(value)) return value.flatMap(addressesOf);
  const text = isObject(value) ? (textOf(value['url']) ?? textOf(value['@id'])) : textOf(value);
  return text === null ? [] : text.split(/[\s,;]+(?=https?:\/\/)/i).map((url) => ({ url: url.trim() }));
}

function firstObject(value: unknown): Record<string, unknown> {
  const first: unknown = Array.isArray(value) ? value.find(isObject) : value;
  return isObject(first) ? first : {};
}

function typesOf(value: Record<string, unknown>): string[] {
  const type = value['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name) => typeof name === 'string');
}

function hasType(value: Record<string, unknown>, name: string): boolean {
  return typesOf(value).some((type) => type.replace(/^.*[/#:]/, '') === name);
}
