// A project → its sound claims one by one, as they are written and with the votes that stand elsewhere.
import { decodeArticle } from '../article/decodeArticle.ts';
import { createSourceReader } from '../platform/reading.ts';
import type { Project } from '../project/openProject.ts';
import type { RawArticleClaim } from '../schemas/generated/types.ts';
import { joinArticle } from '../votes/joinVotes.ts';

/** A claim of an article in which the schema refuses nothing of it. */
export interface ReadClaim {
  article: string;
  file: string;
  /** JSON Pointer of the claim in the file. */
  pointer: string;
  written: RawArticleClaim;
  joined: RawArticleClaim;
}

/** Article after article, in the order of the files. What cannot be read is left out: `validate` tells of it. */
export function* eachClaim({
  articleFiles,
  raw,
  votes,
}: Pick<Project, 'articleFiles' | 'raw' | 'votes'>): Iterable<ReadClaim> {
  const read = createSourceReader();
  for (const file of articleFiles) {
    const found = read(file, raw);
    if ('problem' in found) continue;
    const decoded = decodeArticle(file, found.bytes);
    const { article } = joinArticle(decoded, votes).decoded;
    for (const [i, joined] of (article?.claims ?? []).entries())
      yield {
        article: article?.id ?? '',
        file,
        pointer: `/claims/${decoded.claimIndexes[i]}`,
        written: decoded.article?.claims[i] ?? joined,
        joined,
      };
  }
}
