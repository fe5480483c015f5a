// A few words → claims for tests of splits and scores.
import type { DatasetClaim } from '../../scripts/splits/datasetClaim.ts';
import type { SplitSettings } from '../../scripts/splits/ledger.ts';
import { EDGES } from '../../scripts/splits/links.ts';
import { parseEdtf } from '../../scripts/values/edtf.ts';
import { pageOf } from '../../scripts/values/webPage.ts';

export interface Sketch {
  id: string;
  text?: string;
  verdict?: string;
  date?: string;
  article?: string;
  pages?: readonly string[];
  cluster?: string;
  publisher?: string;
  language?: string;
  reviews?: readonly string[];
}

/** A claim; what is not said of it ties it to no other. */
export function sketchClaim({
  id,
  text,
  verdict = 'true',
  date,
  article,
  pages,
  cluster,
  ...others
}: Sketch): DatasetClaim {
  return {
    id,
    text: text ?? `Words that only ${id} has`,
    verdicts: { own: verdict, averitec: null, fever: null },
    split: null,
    days: (date === undefined ? null : parseEdtf(date)) ?? { first: null, last: null },
    publishers: others.publisher === undefined ? [] : [others.publisher],
    language: others.language ?? null,
    article: article ?? null,
    cluster: cluster ?? null,
    evidence: (pages ?? []).map((page) => ({ page: pageOf(page), text: null, group: null, sentence: null })),
    reviews: (others.reviews ?? []).map(pageOf),
    appearances: [],
  };
}

export const BY_GROUP: SplitSettings = { by: 'group', shares: [70, 10, 20], edges: EDGES, from: null, hold_out: null };
