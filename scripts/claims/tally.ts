// Rows of articles → counts of the dataset, added up article by article.
import { type ExtraFields, extraColumn, NO_EXTRA } from '../schemas/extra.ts';
import { TABLES, type TableName } from '../schemas/generated/tables.ts';
import type { ManifestCounts } from '../schemas/generated/types.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { measureAgreement, patternOf } from './agreement.ts';
import type { ArticleRows } from './renderRows.ts';
import { votesOn } from './votes.ts';

/** Rows of a table and how many of them have a value in a column. */
export interface Fill {
  rows: number;
  filled: Record<string, number>;
}

type Counter = Map<string, number>;

const COUNTERS = [
  'byVerdict',
  'byStatus',
  'byType',
  'byArticle',
  'byConfidence',
  'byStance',
  'byTime',
  'byEntity',
  'byLanguage',
  'byVoteDay',
  'byVotes',
  'bySplit',
] as const;
type CounterName = (typeof COUNTERS)[number];

/** Running counts. Everything in the manifest's `counts` and what expectations are judged by comes from here. */
export class Tally {
  readonly fill = new Map<TableName, Fill>(TABLES.map(({ name }) => [name, { rows: 0, filled: {} }]));
  readonly byVerdict: Counter = new Map();
  readonly byStatus: Counter = new Map();
  readonly byType: Counter = new Map();
  readonly byArticle: Counter = new Map();
  readonly byConfidence: Counter = new Map();
  readonly byStance: Counter = new Map();
  readonly byTime: Counter = new Map();
  readonly byEntity: Counter = new Map();
  readonly byLanguage: Counter = new Map();
  readonly byVoteDay: Counter = new Map();
  readonly bySplit: Counter = new Map();
  /** Claims that two annotators or more judged, by the pattern of their votes. */
  readonly byVotes: Counter = new Map();

  /** Adds the rows of one article. */
  add(rows: ArticleRows, extra: ExtraFields = NO_EXTRA): void {
    for (const [name, list] of Object.entries(rows)) this.addRows(name as TableName, list, extra);
    for (const claim of rows.claims) {
      if (claim.verdict !== null) count(this.byVerdict, claim.verdict);
      count(this.byStatus, claim.status);
      if (claim.claim_type !== null) count(this.byType, claim.claim_type);
      count(this.byArticle, claim.article_id);
      count(this.byConfidence, claim.confidence ?? 'none');
      // A release from before the column has none.
      if (claim.split) count(this.bySplit, claim.split);
      if (claim.claimant_id !== null) count(this.byEntity, claim.claimant_id);
      const votes = new Map<string, string>();
      for (const { annotator, verdict } of votesOn(claim.annotations))
        if (!votes.has(annotator)) votes.set(annotator, verdict);
      if (votes.size > 1) count(this.byVotes, patternOf(votes));
    }
    for (const { language } of rows.articles) count(this.byLanguage, language);
    for (const { date } of rows.annotations) if (date !== null) count(this.byVoteDay, date);
    for (const { stance, after_claim } of rows.evidence) {
      if (stance !== null) count(this.byStance, stance);
      count(this.byTime, after_claim === null ? 'unknown' : String(after_claim));
    }
  }

  /** Adds what was counted elsewhere, of articles that come after those that were counted here. */
  merge(other: Pick<Tally, 'fill' | CounterName>): void {
    for (const [name, { rows, filled }] of other.fill) {
      const fill = this.fill.get(name) as Fill;
      fill.rows += rows;
      for (const [column, n] of Object.entries(filled)) fill.filled[column] = (fill.filled[column] ?? 0) + n;
    }
    for (const name of COUNTERS) for (const [key, n] of other[name]) count(this[name], key, n);
  }

  /** Adds rows of one table to its count and fill. */
  addRows(name: TableName, rows: readonly object[], extra: ExtraFields = NO_EXTRA): void {
    const fill = this.fill.get(name) as Fill;
    fill.rows += rows.length;
    const columns = columnsOf(name, extra);
    const filled = columns.map(() => 0);
    for (const row of rows as readonly Record<string, unknown>[])
      for (const [i, column] of columns.entries()) if (isFilled(row[column])) filled[i] = (filled[i] as number) + 1;
    for (const [i, column] of columns.entries())
      if (filled[i]) fill.filled[column] = (fill.filled[column] ?? 0) + (filled[i] as number);
  }

  /** The manifest's counts. Classes of the scale that no claim has are listed with 0. */
  counts(vocabulary: Vocabulary): ManifestCounts {
    const rows = (name: TableName) => this.fill.get(name)?.rows ?? 0;
    return {
      claims: rows('claims'),
      articles: rows('articles'),
      evidence: rows('evidence'),
      annotations: rows('annotations'),
      entities: rows('entities'),
      withdrawn: rows('withdrawn'),
      ...Object.fromEntries(FOREIGN.flatMap((name) => (rows(name) === 0 ? [] : [[name, rows(name)]]))),
      claims_by_verdict: listed(this.byVerdict, vocabulary.verdicts.keys()),
      claims_by_status: listed(this.byStatus, ['labelled', 'reviewed', 'adjudicated']),
      claims_by_type: listed(this.byType, []),
      claims_by_article: listed(this.byArticle, []),
      claims_by_confidence: listed(this.byConfidence, ['high', 'medium', 'low', 'none']),
      ...(this.bySplit.size === 0
        ? {}
        : {
            claims_by_split: listed(
              this.bySplit,
              ASSIGNED.filter((split) => this.bySplit.has(split)),
            ),
          }),
      evidence_by_stance: listed(this.byStance, ['supports', 'refutes', 'context']),
      evidence_after_claim: listed(this.byTime, ['true', 'false', 'unknown']),
      agreement: measureAgreement(this.byVotes),
    };
  }
}

/** Tables that only a dataset with claims from elsewhere fills; they are counted where they have rows. */
const FOREIGN = ['questions', 'reviews', 'appearances'] as const;

/** The order in which splits are told. */
const ASSIGNED = ['train', 'dev', 'test', 'excluded'];

const COLUMNS = new Map(TABLES.map(({ name, columns }) => [name, columns.map((column) => column.name)]));

function columnsOf(name: TableName, extra: ExtraFields): readonly string[] {
  const own = COLUMNS.get(name) ?? [];
  const added = name === 'claims' || name === 'articles' ? extra[name] : [];
  return added.length === 0 ? own : [...own, ...added.map((field) => extraColumn(field.name))];
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function count(counter: Counter, key: string, times = 1): void {
  counter.set(key, (counter.get(key) ?? 0) + times);
}

/** First the keys that are asked for, then the others in order; articles come in order, and are many. */
function listed(counter: Counter, keys: Iterable<string>): Record<string, number> {
  const first = new Map(Array.from(keys, (key) => [key, counter.get(key) ?? 0]));
  const others = isSorted(counter.keys()) ? counter : [...counter].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(inTurn(first, others));
}

function* inTurn(first: Counter, others: Iterable<[string, number]>): Generator<[string, number]> {
  yield* first;
  for (const entry of others) if (!first.has(entry[0])) yield entry;
}

function isSorted(keys: Iterable<string>): boolean {
  let last = '';
  for (const key of keys) {
    if (key < last) return false;
    last = key;
  }
  return true;
}
