// Claims ↔ the compact, lossless form in which the page carries them.

import type { ArticleRow, ClaimRow } from '../schemas/generated/types.ts';
import { type Edition, publishedTable } from '../schemas/published.ts';

/** The columns that lists, filters and sorting need at once; the rest of a claim waits until it is opened. */
export const CORE_COLUMNS = [
  'claim_id',
  'article_id',
  'claim',
  'quote',
  'claimant',
  'claim_date',
  'claim_date_first',
  'claim_date_last',
  'claim_type',
  'verdict',
  'source_publisher',
  'source_language',
  'status',
  'topics',
  'cluster_id',
] as const satisfies readonly (keyof ClaimRow)[];

export type CoreClaim = Pick<ClaimRow, (typeof CORE_COLUMNS)[number]>;

/** Claims of one chunk of details; a chunk is unpacked when one of its claims is opened. */
export const CHUNK = 500;

type Values = readonly unknown[];
type Row = Readonly<Record<string, unknown>>;

/** Column by column: one array of values a core column, in the order of the claims. */
export interface PackedClaims {
  readonly core: { readonly columns: Readonly<Record<string, Values>>; readonly articles: readonly Values[] };
  readonly details: readonly (readonly Values[])[];
}

/**
 * Packs the claims. Keys are dropped since the schema knows them, and an article stands once for all its claims.
 * @throws Error when two claims hold different rows of one article.
 */
export function packClaims(claims: readonly ClaimRow[], edition: Edition): PackedClaims {
  const shape = describeShape(edition);
  const articles = new Map<string, string>();
  for (const { article } of claims) {
    const text = JSON.stringify(shape.article.map((key) => (article as unknown as Row)[key]));
    const known = articles.get(article.article_id);
    if (known !== undefined && known !== text)
      throw new Error(`The claims differ about article ${article.article_id}.`);
    articles.set(article.article_id, text);
  }
  const details: Values[][] = [];
  for (const [at, claim] of claims.entries()) {
    if (at % CHUNK === 0) details.push([]);
    details.at(-1)?.push(shape.rest.map((key) => packValue(shape, key, claim as unknown as Row)));
  }
  const columns = Object.fromEntries(CORE_COLUMNS.map((key) => [key, claims.map((claim) => claim[key])]));
  return { core: { columns, articles: [...articles.values()].map((text) => JSON.parse(text) as Values) }, details };
}

/** Opens the articles and the core columns. */
export function unpackCore(
  core: PackedClaims['core'],
  edition: Edition,
): { claims: CoreClaim[]; articles: Map<string, ArticleRow> } {
  const { article } = describeShape(edition);
  const rows = core.articles.map((values) => named<ArticleRow>(article, values));
  const count = core.columns[CORE_COLUMNS[0]]?.length ?? 0;
  const claims = Array.from({ length: count }, (_, at) => {
    const claim: Record<string, unknown> = {};
    for (const key of CORE_COLUMNS) claim[key] = core.columns[key]?.[at];
    return claim as unknown as CoreClaim;
  });
  return { claims, articles: new Map(rows.map((row) => [row.article_id, row])) };
}

/** Puts a claim together again: the row of claims.jsonl, key by key in its order. */
export function unpackClaim(
  core: CoreClaim,
  detail: Values,
  articles: ReadonlyMap<string, ArticleRow>,
  edition: Edition,
): ClaimRow {
  const shape = describeShape(edition);
  const rest = named<Row>(shape.rest, detail);
  const claim: Record<string, unknown> = {};
  for (const key of shape.claim) {
    if (key === 'article') claim[key] = articles.get(core.article_id);
    else if (key in core) claim[key] = (core as unknown as Row)[key];
    else claim[key] = unpackValue(shape, key, rest[key]);
  }
  return claim as unknown as ClaimRow;
}

interface Shape {
  readonly claim: readonly string[];
  readonly article: readonly string[];
  readonly rest: readonly string[];
  readonly nested: Readonly<Record<string, readonly string[]>>;
}

const shapes = new Map<Edition, Shape>();

function describeShape(edition: Edition): Shape {
  const known = shapes.get(edition);
  if (known) return known;
  const { columns, nested } = publishedTable('claims', edition);
  const claim = [...columns, ...nested].map(({ name }) => name);
  const core: readonly string[] = CORE_COLUMNS;
  const shape: Shape = {
    claim,
    article: listColumns('articles', edition),
    rest: claim.filter((key) => key !== 'article' && !core.includes(key)),
    nested: { evidence: listColumns('evidence', edition), annotations: listColumns('annotations', edition) },
  };
  shapes.set(edition, shape);
  return shape;
}

function listColumns(table: string, edition: Edition): string[] {
  return publishedTable(table, edition).columns.map(({ name }) => name);
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
