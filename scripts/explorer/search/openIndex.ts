// An index in pieces → the claims of a word, and of all words that begin alike.
import { compareCodePoints } from '../../values/order.ts';
import { findFirst } from './findFirst.ts';
import type { IndexHead, IndexPiece } from './postingLog.ts';

export interface OpenIndex {
  /** The postings of a word; undefined where no claim holds it. */
  readonly readTerm: (term: string) => Promise<readonly number[] | undefined>;
  /** The words that begin with these letters, each with its postings. */
  readonly readRange: (start: string) => Promise<[string, readonly number[]][]>;
}

/** Opens an index of which a piece is asked for when a word may stand in it. */
export function openIndex(head: IndexHead, readPiece: (at: number) => Promise<IndexPiece>): OpenIndex {
  /** The piece in which a term stands, or would stand. */
  const pieceOf = (term: string): number => {
    const at = findFirst(head.first, term);
    return head.first[at] === term ? at : at - 1;
  };

  const readTerm = async (term: string): Promise<readonly number[] | undefined> => {
    const at = pieceOf(term);
    if (at < 0) return undefined;
    const { terms, postings } = await readPiece(at);
    const place = findFirst(terms, term);
    return terms[place] === term ? postings[place] : undefined;
  };

  const readRange = async (start: string): Promise<[string, readonly number[]][]> => {
    const found: [string, readonly number[]][] = [];
    for (let at = Math.max(0, pieceOf(start)); at < head.first.length; at += 1) {
      const first = head.first[at] ?? '';
      if (!first.startsWith(start) && compareCodePoints(first, start) > 0) break;
      const { terms, postings } = await readPiece(at);
      for (let place = findFirst(terms, start); terms[place]?.startsWith(start); place += 1)
        found.push([terms[place] ?? '', postings[place] ?? []]);
    }
    return found;
  };

  return { readTerm, readRange };
}
