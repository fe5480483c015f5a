// What the page knows before it unpacks anything.

import type { ExtraFields } from '../schemas/extra.ts';
import type { RawTopics, RawVerdicts, WithdrawnRow } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import type { ChangeList } from './changes.ts';
import type { Citation } from './citation.ts';
import type { Spellings } from './search/collectIndex.ts';
import type { IndexHead } from './search/postingLog.ts';

/** A file of the dataset: `made` by the page from the claims, `carried` in it, or only to be had `beside` it. */
export interface PageFile {
  readonly path: string;
  readonly how: 'made' | 'carried' | 'beside';
}

export interface PageMeta {
  readonly edition: Edition;
  /** Columns that the project adds, in their order. */
  readonly extra: ExtraFields;
  readonly citation: Citation;
  readonly verdicts: readonly Pick<RawVerdicts[number], 'id' | 'label' | 'definition'>[];
  readonly topics: readonly Pick<RawTopics[number], 'id' | 'label'>[];
  readonly distortions: readonly { readonly id: string; readonly label: string; readonly definition: string }[];
  /** Names of licences, by id. */
  readonly licences: Readonly<Record<string, string>>;
  readonly spellings: Spellings;
  readonly withdrawn: readonly WithdrawnRow[];
  readonly files: readonly PageFile[];
  readonly index: IndexHead;
  /** Names of those who first reported something, by id. */
  readonly origins: Readonly<Record<string, string>>;
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly changes: ChangeList;
}

/** Ids of the page's packed blocks. */
export const BLOCKS = {
  core: 'data-core',
  articles: 'data-articles',
  index: (piece: number): string => `data-index-${piece}`,
  texts: (chunk: number): string => `data-texts-${chunk}`,
  details: (chunk: number): string => `data-details-${chunk}`,
  file: (at: number): string => `data-file-${at}`,
  document: (id: string): string => `data-document-${id}`,
} as const;

/** Marks of the verdicts in the order of the scale, as paths in a 12 by 12 square, so that colour is never alone. */
const MARKS = [
  'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
  'M2.8 1 6 4.2 9.2 1 11 2.8 7.8 6 11 9.2 9.2 11 6 7.8 2.8 11 1 9.2 4.2 6 1 2.8z',
  'M6 1 11.5 11H.5z',
  'M6 .5 11.5 6 6 11.5.5 6z',
  'M1.5 1.5h9v9h-9zM3.5 3.5v5h5v-5z',
  'M1 4.5h10v3H1z',
  'M.5 1h11L6 11z',
  'M6 .5l5.2 3.8-2 6.2H2.8l-2-6.2z',
] as const;

/** A ring: there is no verdict. */
const NO_MARK = 'M6 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM6 3a3 3 0 1 0 0 6a3 3 0 1 0 0-6z';

/** The mark of a verdict by its place in the scale; of none where the place is -1. */
export function verdictMark(at: number): string {
  if (at < 0) return NO_MARK;
  return MARKS[at % MARKS.length] ?? MARKS[0];
}
