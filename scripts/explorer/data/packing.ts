// Claims ↔ the compact, lossless blocks in which the page carries them.

import { type ExtraFields, NO_EXTRA } from '../../schemas/extra.ts';
import type { ArticleRow, ClaimRow } from '../../schemas/generated/types.ts';
import { type Edition, publishedTable } from '../../schemas/published.ts';
import { CORE_COLUMNS } from './columns.ts';

/** Claims of one block; a block is unpacked when one of its claims is drawn (texts) or opened (details). */
export const CHUNK = 200;

/** What a row of the list shows that no filter needs. */
export const TEXT_COLUMNS = ['claim', 'quote'] as const;

export type Values = readonly unknown[];
type Row = Readonly<Record<string, unknown>>;

/** The texts of a claim in the list. */
export function packTexts(claim: ClaimRow): Values {
  return TEXT_COLUMNS.map((name) => claim[name]);
}

/** The rest of a claim. */
export function packDetails(claim: ClaimRow, edition: Edition, extra = NO_EXTRA): Values {
  const shape = describeShape(edition, extra);
  return shape.rest.map((key) => packValue(shape, key, claim as unknown as Row));
}

/** An article without its keys, which the schema knows. */
export function packArticle(article: ArticleRow, edition: Edition, extra = NO_EXTRA): Values {
  return describeShape(edition, extra).article.map((key) => (article as unknown as Row)[key]);
}

export function unpackArticle(values: Values, edition: Edition, extra = NO_EXTRA): ArticleRow {
  return named<ArticleRow>(describeShape(edition, extra).article, values);
}

/**
 * Puts a claim together again: the row of claims.jsonl, key by key in its order.
 * @param core its values of `CORE_COLUMNS` and its id.
 */
export function unpackClaim(
  core: Readonly<Record<string, unknown>>,
  texts: Values,
  details: Values,
  article: ArticleRow,
  edition: Edition,
  extra = NO_EXTRA,
): ClaimRow {
  const shape = describeShape(edition, extra);
  const known: Row = { ...core, ...named<Row>(TEXT_COLUMNS, texts) };
  const rest = named<Row>(shape.rest, details);
  const claim: Record<string, unknown> = {};
  for (const key of shape.claim) {
    if (key === 'article') claim[key] = article;
    else claim[key] = key in known ? known[key] : unpackValue(shape, key, rest[key]);
  }
  return claim as unknown as ClaimRow;
}

interface Shape {
  readonly claim: readonly string[];
  readonly article: readonly string[];
  readonly rest: readonly string[];
  readonly nested: Readonly<Record<string, readonly string[]>>;
}

const shapes = new WeakMap<ExtraFields, Map<Edition, Shape>>();

function describeShape(edition: Edition, extra: ExtraFields): Shape {
  const ofExtra = shapes.get(extra) ?? new Map<Edition, Shape>();
  shapes.set(extra, ofExtra);
  const known = ofExtra.get(edition);
  if (known) return known;
  const { columns, nested } = publishedTable('claims', edition, extra);
  const claim = [...columns, ...nested].map(({ name }) => name);
  const elsewhere = new Set(['claim_id', 'article', ...CORE_COLUMNS, ...TEXT_COLUMNS]);
  const shape: Shape = {
    claim,
    article: listColumns('articles', edition, extra),
    rest: claim.filter((key) => !elsewhere.has(key)),
    nested: {
      evidence: listColumns('evidence', edition, extra),
      annotations: listColumns('annotations', edition, extra),
      reviews: listColumns('reviews', edition, extra),
      appearances: listColumns('appearances', edition, extra),
    },
  };
  ofExtra.set(edition, shape);
  return shape;
}

function listColumns(table: string, edition: Edition, extra: ExtraFields): string[] {
  return publishedTable(table, edition, extra).columns.map(({ name }) => name);
}

function packValue(shape: Shape, key: string, claim: Row): unknown {
  const columns = shape.nested[key];
  if (!columns) return claim[key];
  return (claim[key] as Row[]).map((row) => columns.map((column) => row[column]));
}

function unpackValue(shape: Shape, key: string, value: unknown): unknown {
  const columns = shape.nested[key];
  return columns ? (value as Values[]).map((values) => named(columns, values)) : value;
}

function named<T>(keys: readonly string[], values: Values): T {
  const row: Record<string, unknown> = {};
  for (const [at, key] of keys.entries()) row[key] = values[at];
  return row as T;
}
