// A claim → the values by which lists are filtered, sorted and drawn, a column each.

import { TABLES } from '../../schemas/generated/tables.ts';
import type { ClaimRow } from '../../schemas/generated/types.ts';
import { hostOf } from '../../values/webHost.ts';
import { votePattern } from './votePattern.ts';

export type Value = string | number | null;

/** Columns of claims.jsonl that the whole list needs at once; the rest of a claim waits until it is drawn. */
const WANTED = [
  'article_id',
  'claimant',
  'claim_date',
  'claim_date_first',
  'claim_date_last',
  'claim_type',
  'verdict',
  'status',
  'topics',
  'confidence',
  'votes',
  'evidence_count',
  'origins_count',
  'distortion',
  'asserted_by',
] as const;

/** What is worked out of a claim for the list alone. */
const DERIVED = {
  agreement: votePattern,
  hosts: (claim: ClaimRow): string[] => unique(claim.evidence.map((item) => hostOf(item.url ?? ''))),
  origins: (claim: ClaimRow): string[] => unique(claim.evidence.map((item) => item.origin ?? '')),
} as const;

export type CoreName = (typeof WANTED)[number] | keyof typeof DERIVED;

/** The columns of the table that are among them: a model without distortions has no column of them. */
export const CORE_COLUMNS: readonly string[] = WANTED.filter((name) =>
  TABLES.some((table) => table.name === 'claims' && table.columns.some((column) => column.name === name)),
);

/** Every column of the list. */
export const CORE_NAMES = [...CORE_COLUMNS, ...Object.keys(DERIVED)] as readonly CoreName[];

/** Values of one column, each said once; for every claim the number of its value, or of its values. */
export interface Column {
  readonly values: readonly Value[];
  readonly codes: readonly (number | readonly number[])[];
}

/**
 * The list of claims, column by column. `numbers` are the ends of the ids: `c07` of an article as 7, any other id
 * whole.
 */
export interface Core {
  readonly numbers: readonly (number | string)[];
  readonly columns: Readonly<Partial<Record<CoreName, Column>>>;
}

/** The id that `numbers` holds the end of. */
export function lengthenId(end: number | string, articleId: string): string {
  return typeof end === 'string' ? end : `${articleId}-c${String(end).padStart(2, '0')}`;
}

/** The end of a claim's id, where that says all. */
export function shortenId({ claim_id, article_id }: ClaimRow): number | string {
  const number = Number(claim_id.slice(article_id.length + 2));
  return lengthenId(number, article_id) === claim_id ? number : claim_id;
}

/** What a claim has in a column. */
export function readValue(claim: ClaimRow, name: CoreName): Value | readonly Value[] {
  if (name in DERIVED) return DERIVED[name as keyof typeof DERIVED](claim);
  const value = (claim as unknown as Record<string, Value | readonly Value[] | undefined>)[name];
  return value ?? null;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].filter((value) => value !== '');
}
