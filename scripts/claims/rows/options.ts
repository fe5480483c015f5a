// What rows of every table are made with, and the values that several tables share.
import type { ArticleSubject } from '../../article/subject.ts';
import type { ExtraFields } from '../../schemas/extra.ts';
import type { ClaimRow } from '../../schemas/generated/types.ts';
import { type Days, parseEdtf } from '../../values/edtf.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Clusters } from '../clusters.ts';

export interface RenderOptions {
  vocabulary: Vocabulary;
  clusters: Clusters;
  /** The release in which a withdrawn claim was first left out; claims that no release lists yet are missing. */
  withdrawnIn: ReadonlyMap<string, string>;
  /** The split of each claim that has one; null where there is no ledger of splits. */
  splits: ReadonlyMap<string, NonNullable<ClaimRow['split']>> | null;
  /** The fields that the project adds. */
  extra: ExtraFields;
  /** `private` adds the columns that hold the article's text. */
  edition: 'public' | 'private';
}

/** What stands for somebody whom nobody knows. */
export const UNKNOWN = 'unknown';
/** What every row of a private edition says. */
export const PRIVATE = { edition: 'private' as const };

export function publisherName(id: string | null, vocabulary: Vocabulary): string {
  return id === null ? UNKNOWN : (vocabulary.publishers.get(id)?.name ?? UNKNOWN);
}

export function textIfAny(text: ArticleSubject['text']): string | null {
  return text.kind === 'body' || text.kind === 'capture' ? text.text : null;
}

export function daysOf(edtf: string | null): Days {
  return (edtf === null ? null : parseEdtf(edtf)) ?? { first: null, last: null };
}

/** `|` joins list items in CSV, so an address carries it percent-encoded in every format. */
export function escapeBar(url: string): string {
  return url.includes('|') ? url.replaceAll('|', '%7C') : url;
}
