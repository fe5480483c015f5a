// What the page knows before it unpacks anything.

import type { RawTopics, RawVerdicts, WithdrawnRow } from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import type { Citation } from './citation.ts';

/** A file of the dataset; `made` where the page writes it from the claims, else it is carried packed. */
export interface PageFile {
  readonly path: string;
  readonly made: boolean;
}

export interface PageMeta {
  readonly edition: Edition;
  readonly citation: Citation;
  readonly verdicts: readonly Pick<RawVerdicts[number], 'id' | 'label' | 'definition'>[];
  readonly topics: readonly Pick<RawTopics[number], 'id' | 'label'>[];
  readonly spellings: readonly (readonly string[])[];
  readonly withdrawn: readonly WithdrawnRow[];
  readonly files: readonly PageFile[];
  readonly details: number;
}

/** Ids of the page's packed blocks. */
export const BLOCKS = {
  core: 'data-core',
  index: 'data-index',
  detail: (chunk: number): string => `data-detail-${chunk}`,
  file: (at: number): string => `data-file-${at}`,
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

export function verdictMark(at: number): string {
  return MARKS[at % MARKS.length] ?? MARKS[0];
}
