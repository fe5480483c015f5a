// Bytes of raw/articles/<id>.md → an article, its body, and drafts of findings.

import { fromPointer } from '../findings/finding.ts';
import type { RawArticle, RawArticleClaim } from '../schemas/generated/types.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import { type Decoded, type Draft, decodeDocument } from './document.ts';
import { splitFrontMatter } from './frontMatter.ts';
import { findOversize } from './limits.ts';

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
  drafts: Draft[];
}

/** Decodes one article file. Never throws for anything that a file may hold, and never runs anything in it. */
export function decodeArticle(file: string, bytes: Uint8Array): ArticleFile {
  const none = { file, body: '', article: null, claimIndexes: [], brokenKeys: new Set<string>() };
  // UTF-16 without a mark is valid UTF-8 as long as it holds ASCII, with a NUL beside every letter.
  const text = bytes[0] === 0 || bytes[1] === 0 ? null : decodeUtf8(bytes);
  if (text === null) {
    return {
      ...none,
      text,
      drafts: [{ code: 'A02', file, message: `The file is not valid UTF-8${guessEncoding(bytes)}.` }],
    };
  }
  const parts = splitFrontMatter(text);
  if ('message' in parts) {
    const { message, hint, start, end } = parts;
    return { ...none, text, drafts: [{ code: 'A03', file, offsets: [start, end], message, hint }] };
  }
  const oversize = findOversize(file, text, parts.yaml, 'article');
  if (oversize) return { ...none, text: null, drafts: [oversize] };
  const decoded = decodeDocument(file, parts.yaml, parts.yamlStart, 'raw/article.schema.json');
  return { ...none, text, body: parts.body, ...salvage(decoded), drafts: decoded.drafts };
}

function guessEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ' (it looks like UTF-16)';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ' (it looks like UTF-16)';
  if (bytes[0] === 0 || bytes[1] === 0) return ' text (NUL bytes: UTF-16, or no text at all)';
  return '';
}

/** Stands in for article-level values that the schema refuses, so that the claims beside them can still be judged. */
const NEUTRAL: RawArticle = {
  id: '',
  title: '',
  title_basis: 'page',
  publisher: null,
  authors: [],
  url: null,
  url_basis: null,
  archive_url: null,
  published: '',
  published_basis: 'page',
  language: '',
  translated_from: null,
  nature: 'original',
  derived_from: [],
  rights: { license: '', holder: null },
  text: 'withheld',
  capture: null,
  suppress: [],
  claims: [],
};

/** Keeps what the schema accepts: whole claims, and of them the evidence and votes that are whole. */
function salvage({ value, problems }: Decoded): Pick<ArticleFile, 'article' | 'claimIndexes' | 'brokenKeys'> {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { article: null, claimIndexes: [], brokenKeys: new Set() };
  const written = value as Record<string, unknown>;
  if (problems.length === 0) {
    const article = value as RawArticle;
    if (!Array.isArray(article.claims)) return { article: null, claimIndexes: [], brokenKeys: new Set() };
    return { article, claimIndexes: article.claims.map((_, i) => i), brokenKeys: new Set() };
  }
  const brokenKeys = new Set<string>();
  const brokenClaims = new Set<number>();
  for (const problem of problems) {
    const [key = '', index] = fromPointer(problem.pointer);
    if (key === 'claims' && index !== undefined) brokenClaims.add(Number(index));
    else brokenKeys.add(key);
  }
  const sound = Object.entries(written).filter(([key]) => key in NEUTRAL || key === 'translated_from_basis');
  const article = { ...NEUTRAL, ...Object.fromEntries(sound.filter(([key]) => !brokenKeys.has(key))) } as RawArticle;
  const claims = Array.isArray(written['claims']) ? (written['claims'] as RawArticleClaim[]) : [];
  const claimIndexes = claims.map((_, i) => i).filter((i) => !brokenClaims.has(i) && !brokenKeys.has('claims'));
  return {
    article: { ...article, claims: claimIndexes.map((i) => claims[i] as RawArticleClaim) },
    claimIndexes,
    brokenKeys,
  };
}
