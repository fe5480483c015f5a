// What a served preview tells an open page: which parts there are, and what is wrong with the labels.
import type { Severity } from '../../findings/finding.ts';

/** A finding as a reader of the page sees it. Every text may hold words of the data. */
export interface ShownFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** File, line and column. */
  readonly place: string;
  readonly expected: string | null;
  readonly found: string | null;
  readonly hint: string | null;
  /** The article and the claim that it is about, where it is about one. */
  readonly article: string | null;
  readonly claim: string | null;
}

export interface ShownFindings {
  /** The worst first. */
  readonly findings: readonly ShownFinding[];
  /** Why the page does not show the labels as they are now; null where it does. */
  readonly behind: string | null;
}

/** The digest of each part by its name, under which it can be fetched. */
export type PartTable = Readonly<Record<string, string>>;

/**
 * Parts besides the blocks of the data. `frame` stands for all that lies around the views: where it is another one, the
 * page has to be loaded again.
 */
export const PARTS = {
  table: 'parts',
  frame: 'frame',
  findings: 'findings',
  meta: 'meta',
  home: 'home',
  pictures: 'pictures',
} as const;
