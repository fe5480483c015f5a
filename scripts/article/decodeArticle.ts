// Bytes of raw/articles/<id>.md → an article, its body, and drafts of findings.

import type { Draft } from '../findings/finding.ts';
import type { RawArticle } from '../schemas/generated/types.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import { findConflict } from '../yaml/conflict.ts';
import { splitFrontMatter } from '../yaml/frontMatter.ts';
import { findOversize } from '../yaml/limits.ts';
import { decodeDocument } from './document.ts';
import { conflictDraft, unreadableDraft } from './drafts.ts';

import { type DamagedClaim, salvageArticle } from './salvage.ts';
import type { TextSubject } from './subject.ts';

/** One file as it was read. `article` holds what can be judged: parts that the schema refuses are left out of it. */
export interface ArticleFile {
  file: string;
  /** The whole text, or null where the bytes are no UTF-8. */
  text: string | null;
  body: string;
  article: RawArticle | null;
  /** `claims[i]` of the article stands at `/claims/<claimIndexes[i]>` of the file. */
  claimIndexes: number[];
  /** Article-level keys that the schema refuses; rules leave them alone. */
  brokenKeys: ReadonlySet<string>;
  /** Claims of which the schema refuses a part. */
  damaged: DamagedClaim[];
  /** A part of the article, or a whole claim, could not be read, so that nobody knows all that it names. */
  lost: boolean;
  /** What rules over texts are given, or null where there is no front matter. */
  textSubject: TextSubject | null;
  drafts: Draft[];
}

/** A file of which nothing could be read. */
export function nothingOf(file: string): ArticleFile {
  return {
    file,
    text: null,
    body: '',
    article: null,
    claimIndexes: [],
    brokenKeys: new Set(),
    damaged: [],
    lost: false,
    textSubject: null,
    drafts: [],
  };
}

/** Decodes one article file. Never throws for anything that a file may hold, and never runs anything in it. */
export function decodeArticle(file: string, bytes: Uint8Array): ArticleFile {
  const none = nothingOf(file);
  // UTF-16 without a mark is valid UTF-8 as long as it holds ASCII, with a NUL beside every letter.
  const text = bytes[0] === 0 || bytes[1] === 0 ? null : decodeUtf8(bytes);
  if (text === null) {
    return {
      ...none,
      text,
      drafts: [
        {
          code: 'A02',
          file,
          message: `The file is not valid UTF-8${guessEncoding(bytes)}.`,
          hint: 'open it in the encoding that it was saved in, and save it as UTF-8',
        },
      ],
    };
  }
  const conflict = findConflict(text);
  if (conflict) return { ...none, text, drafts: [conflictDraft(file, conflict)] };
  const parts = splitFrontMatter(text);
  if ('message' in parts) {
    const { message, hint, start, end } = parts;
    return { ...none, text, drafts: [{ code: 'A03', file, offsets: [start, end], message, hint }] };
  }
  const oversize = findOversize(text, parts.yaml, 'article');
  if (oversize) return { ...none, text: null, drafts: [unreadableDraft(file, oversize)] };
  const decoded = decodeDocument(file, parts.yaml, parts.yamlStart, 'raw/article.schema.json');
  if (decoded.drafts.some(({ code }) => code === 'A01')) return { ...none, drafts: decoded.drafts };
  return {
    ...none,
    text,
    body: parts.body,
    ...salvageArticle(decoded.value, decoded.problems),
    textSubject: { file, text, yaml: parts.yaml, yamlStart: parts.yamlStart, value: decoded.value },
    drafts: decoded.drafts,
  };
}

function guessEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ' (it looks like UTF-16)';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ' (it looks like UTF-16)';
  if (bytes[0] === 0 || bytes[1] === 0) return ' text (NUL bytes: UTF-16, or no text at all)';
  return '';
}
