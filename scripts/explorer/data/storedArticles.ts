// Rows of articles → the same by id, put away until they are asked for.
import { IdList } from '../../release/idList.ts';
import type { ArticleRow } from '../../schemas/generated/types.ts';
import type { Scratch } from '../scratch.ts';
import type { ArticleTable } from './articleTable.ts';
import { PieceList } from './pieceList.ts';

/** So many articles that were asked for last are kept: claims come article by article, and name some others. */
const RECENT = 64;

/** Puts rows away, of which each takes a kilobyte or two in memory. Where an id comes again the later row counts. */
export function storeArticles(rows: Iterable<ArticleRow>, scratch: Scratch): ArticleTable {
  const ids = new IdList();
  const pieces = new PieceList();
  for (const row of rows) pieces.set(ids.add(row.article_id), scratch.add(Buffer.from(JSON.stringify(row))));
  const recent = new Map<string, ArticleRow>();
  const read = (place: number): ArticleRow => {
    const { buffer, byteOffset, byteLength } = scratch.read(pieces.at(place));
    return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8')) as ArticleRow;
  };
  return {
    size: pieces.size,
    has: (id) => ids.placeOf(id) !== undefined,
    get: (id) => {
      const known = recent.get(id);
      if (known) return known;
      const place = ids.placeOf(id);
      if (place === undefined) return undefined;
      const row = read(place);
      if (recent.size === RECENT) recent.delete(recent.keys().next().value as string);
      recent.set(id, row);
      return row;
    },
    keys: () => ids,
    *values() {
      for (let place = 0; place < pieces.size; place += 1) yield read(place);
    },
  };
}
