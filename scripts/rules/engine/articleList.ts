// Facts of parts → their articles in the order of their ids, whose facts are looked up where the parts have them.
import { compareCodePoints } from '../../values/order.ts';
import type { ArticleFacts, FactPart } from './collectFacts.ts';

/** What is asked of every article, a bit each: all else is asked of few, and read again for them. */
const TRAITS = {
  /** See {@link ArticleFacts}. */
  lost: 1,
  broken: 2,
  collection: 4,
  /** It accepts warnings. */
  suppressing: 8,
  /** Its capture was at hand. */
  captured: 16,
  /** Its claims' ids are not all its own with a number each, or the article before it has its id. */
  stray: 32,
} as const;
type Trait = keyof typeof TRAITS;

/** All articles, numbered in the order of their ids. Held of each are its place and its traits. */
export class ArticleList implements Iterable<ArticleFacts> {
  /** Number of articles. */
  readonly size: number;
  private readonly parts: readonly Pick<FactPart, 'articles'>[];
  /** Of each article its part, and where its claims begin there. */
  readonly partOf: Uint32Array;
  readonly rowOf: Uint32Array;
  /** Of each article its first claim; last of all how many claims there are. */
  readonly firsts: Uint32Array;
  private readonly placeOf: Uint32Array;
  private readonly traitsOf: Uint8Array;
  private named: ReadonlyMap<string, number> | null = null;

  constructor(parts: readonly Pick<FactPart, 'articles'>[]) {
    this.parts = parts;
    const columns = readColumns(parts);
    // Parts come in the order of the files' names, which give another only where a file is misnamed.
    const order = columns.isSorted ? null : sortArticles(parts, columns);
    const take = (column: readonly number[]) =>
      Uint32Array.from(column, order ? (_, i) => column[order[i] as number] as number : undefined);
    this.size = columns.parts.length;
    this.partOf = take(columns.parts);
    this.placeOf = take(columns.places);
    this.rowOf = take(columns.rows);
    this.firsts = new Uint32Array(this.size + 1);
    for (const [i, claims] of take(columns.claims).entries()) this.firsts[i + 1] = (this.firsts[i] as number) + claims;
    this.traitsOf = Uint8Array.from(take(columns.traits));
    if (order) this.markRepeated();
  }

  get(article: number): ArticleFacts {
    const { articles } = this.parts[this.partOf[article] as number] as FactPart;
    return articles[this.placeOf[article] as number] as ArticleFacts;
  }

  *[Symbol.iterator](): Generator<ArticleFacts> {
    for (let article = 0; article < this.size; article++) yield this.get(article);
  }

  has(article: number, trait: Trait): boolean {
    return ((this.traitsOf[article] as number) & TRAITS[trait]) !== 0;
  }

  /** Whether any article has a trait. */
  someHas(trait: Trait): boolean {
    return this.traitsOf.some((traits) => (traits & TRAITS[trait]) !== 0);
  }

  /** The articles that have a trait, in order. */
  *listWith(trait: Trait): Generator<number> {
    for (let article = 0; article < this.size; article++) if (this.has(article, trait)) yield article;
  }

  /** The first article with an id, or -1. */
  find(id: string): number {
    this.named ??= this.listNames();
    return this.named.get(id) ?? -1;
  }

  private listNames(): Map<string, number> {
    const named = new Map<string, number>();
    let article = 0;
    for (const { id } of this) {
      if (!named.has(id)) named.set(id, article);
      article++;
    }
    return named;
  }

  private markRepeated(): void {
    let last: string | null = null;
    let article = 0;
    for (const { id } of this) {
      if (id === last) this.traitsOf[article] = (this.traitsOf[article] as number) | TRAITS.stray;
      last = id;
      article++;
    }
  }
}

/** Columns of articles in the order of the parts. */
interface Columns {
  parts: number[];
  places: number[];
  rows: number[];
  claims: number[];
  traits: number[];
  /** Whether they are in the order of their ids. */
  isSorted: boolean;
}

function readColumns(parts: readonly Pick<FactPart, 'articles'>[]): Columns {
  const columns: Columns = { parts: [], places: [], rows: [], claims: [], traits: [], isSorted: true };
  let last: string | null = null;
  for (const [part, { articles }] of parts.entries()) {
    let row = 0;
    for (const [place, article] of articles.entries()) {
      if (last !== null && compareCodePoints(last, article.id) > 0) columns.isSorted = false;
      columns.parts.push(part);
      columns.places.push(place);
      columns.rows.push(row);
      columns.claims.push(article.claims);
      columns.traits.push(traitsOf(article, last));
      row += article.claims;
      last = article.id;
    }
  }
  return columns;
}

function traitsOf(article: ArticleFacts, before: string | null): number {
  const { lost, broken, isCollection, suppress, capture, tidy, id } = article;
  const has: Record<Trait, boolean> = {
    lost,
    broken,
    collection: isCollection,
    suppressing: suppress.length > 0,
    captured: capture !== null,
    stray: !tidy || id === before,
  };
  let traits = 0;
  for (const trait of Object.keys(TRAITS) as Trait[]) if (has[trait]) traits |= TRAITS[trait];
  return traits;
}

/** The places in the columns, in the order of the ids. */
function sortArticles(parts: readonly Pick<FactPart, 'articles'>[], columns: Columns): number[] {
  const ids = parts.flatMap(({ articles }) => articles.map(({ id }) => id));
  return columns.parts.map((_, i) => i).sort((a, b) => compareCodePoints(ids[a] as string, ids[b] as string));
}
