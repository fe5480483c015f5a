// Article files → which of their claims say the same as which others, before anything is judged.
import { decodeArticle } from '../article/decodeArticle.ts';
import { isPublished } from '../claims/status.ts';
import type { ReadResult } from '../platform/reading.ts';
import type { RawArticle, RawArticleClaim } from '../schemas/generated/types.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import { splitFrontMatter } from '../yaml/frontMatter.ts';
import { readYaml } from '../yaml/readYaml.ts';
import { clipClaims } from './clipClaims.ts';
import type { Link } from './part.ts';

/**
 * The published claims of files in which one names others, since who is named often names back, and the file need not
 * be read again; with `all` those of every file. Files in which no claim names another are not parsed, unless `decode`
 * gives the claims of a file, which then are kept for later.
 */
export function findLinks(
  files: readonly string[],
  all: boolean,
  readFile: (file: string) => ReadResult,
  decode: ((file: string) => readonly RawArticleClaim[]) | null,
): Link[] {
  const links: Link[] = [];
  for (const file of files) {
    const claims = decode ? decode(file) : peekClaims(file, all, readFile);
    const published = claims.filter(isPublished);
    if (!all && published.every(({ same_as: sameAs }) => sameAs.length === 0)) continue;
    for (const { id, same_as: sameAs } of published) links.push({ id, sameAs });
  }
  return links;
}

/**
 * The claims of a file as they are written, without judging them: a guess is enough, since it is compared with what is
 * found.
 */
function peekClaims(file: string, all: boolean, readFile: (file: string) => ReadResult): RawArticleClaim[] {
  const read = readFile(file);
  if ('problem' in read) return [];
  const { buffer, byteOffset, byteLength } = read.bytes;
  const bytes = Buffer.from(buffer, byteOffset, byteLength);
  if (!(all || mayName(bytes))) return [];
  const parts = splitFrontMatter(decodeUtf8(bytes) ?? '');
  const article = ('yaml' in parts ? readYaml(clipClaims(parts.yaml)) : null) as Partial<RawArticle> | null | undefined;
  if (!Array.isArray(article?.claims)) return decodeArticle(file, bytes).article?.claims ?? [];
  const isText = (value: unknown) => typeof value === 'string';
  return article.claims
    .map((claim) => (claim && claim.same_as === undefined ? { ...claim, same_as: [] } : claim))
    .filter((claim) => isText(claim?.id) && Array.isArray(claim.same_as) && claim.same_as.every(isText));
}

const KEY = Buffer.from('same_as');
const NOBODY = Buffer.from(': []\n');

/** Whether a key `same_as` may have anything but an empty list. */
function mayName(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(KEY); at >= 0; at = bytes.indexOf(KEY, at)) {
    at += KEY.length;
    for (let i = 0; i < NOBODY.length; i++) if (bytes[at + i] !== NOBODY[i]) return true;
  }
  return false;
}
