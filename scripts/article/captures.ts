// An article and the folder of captures → the text that its quotations are checked against.
import { createHash } from 'node:crypto';

import type { RawArticle } from '../schemas/generated/types.ts';
import { decodeUtf8, normaliseText } from '../values/normalText.ts';
import { PointIndex } from '../values/pointIndex.ts';
import type { ArticleText } from './subject.ts';

/**
 * Reads a capture by its file name: bytes, or why not; `looked` says where, `required` that its absence is an error.
 */
export type CaptureReader = (
  name: string,
) => { looked: string; required: boolean } & ({ bytes: Uint8Array } | { problem: string; missing: boolean });

/** The article's text in norm-1: the body of a full article, else the capture where it is at hand. */
export function textOf(article: RawArticle, body: string, readCapture: CaptureReader): ArticleText {
  if (article.text === 'full') {
    const text = normaliseText(body);
    return { kind: 'body', text, points: new PointIndex(text) };
  }
  const name = article.capture?.file;
  if (name === undefined) return { kind: 'absent', required: false, looked: '' };
  const read = readCapture(name);
  if ('problem' in read) {
    return read.missing
      ? { kind: 'absent', required: read.required, looked: read.looked }
      : { kind: 'unreadable', looked: read.looked, problem: read.problem };
  }
  const decoded = decodeUtf8(read.bytes);
  if (decoded === null) return { kind: 'unreadable', looked: read.looked, problem: 'It is not valid UTF-8.' };
  const text = normaliseText(decoded);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { kind: 'capture', text, points: new PointIndex(text), sha256, isAnother: sha256 !== article.capture?.sha256 };
}
