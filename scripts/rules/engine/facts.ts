// Facts of batches → facts of the whole dataset, as its rules ask for them.
import { ownerOf } from '../../claims/claimNumber.ts';
import type { RawExpectations } from '../../schemas/generated/types.ts';
import type { SplitLedger } from '../../splits/ledger.ts';
import { VOCABULARY_NAMES, type VocabularyName } from '../../vocabulary/vocabulary.ts';
import type { CastVotes } from '../../votes/voteLines.ts';
import { ArticleList } from './articleList.ts';
import { type FactPart, Field, STATUSES, WIDTH } from './collectFacts.ts';

/**
 * What was expected of the dataset, and all that is known of it. `fill` counts rows and filled cells by table and
 * column.
 */
export interface DatasetFacts {
  facts: Facts;
  expectations: { file: string; value: RawExpectations } | null;
  fill: ReadonlyMap<string, { rows: number; filled: Record<string, number> }>;
  /** The ledger of splits and its file; null where there is none. */
  splits: { file: string; ledger: SplitLedger; text: string } | null;
  /** Votes that stand in files of their own. */
  votes: CastVotes;
  /** Article files that could not be read at all, so that nobody knows what is in them. */
  unread: readonly string[];
}

/** What became of the newest release; `settings` are what CITATION.cff says. */
export interface ReleaseFacts {
  release: { version: string; date: string; articles: readonly string[] } | null;
  /** What is wrong with a ledger, in words. */
  problems: readonly { file: string; message: string }[];
  /** Fields of released claims that changed and that no revision explains; `was` where the ledger has it in clear. */
  changed: { id: string; field: string; was: string | null; is: string }[];
  /**
   * Released votes on claims that are still published that are not what they were, and that no revision explains.
   * `now` is the annotator's vote as it is, its place in the list, what differs first, and whether nobody else has
   * voted; null where it is gone.
   */
  votes: {
    id: string;
    was: string;
    now: { annotator: string; at: number; column: string; is: string; verdict: string; isAlone: boolean } | null;
  }[];
  /** Votes that stand in files of their own. */
  cast: CastVotes;
  /** Released claims that are neither published nor withdrawn, and withdrawn ones that are no longer. */
  missing: { id: string; was: 'published' | 'withdrawn' }[];
  facts: Facts;
  /** Every article file there is, whether it can be read or not. */
  articleFiles: readonly string[];
  rawFolder: string;
  settings: { version: string | null; released: string | null };
  citationFile: string;
}

const WITHDRAWN = STATUSES.indexOf('withdrawn');

/** All articles in the order of their ids, and their claims, which are numbered in that order. */
export class Facts {
  readonly articles: ArticleList;
  /** Number of claims. */
  readonly size: number;
  private readonly parts: readonly FactPart[];
  /** Of each claim its article. */
  private readonly owners: Uint32Array;
  private readonly naming = new Map<number, readonly string[]>();
  // What is asked for once is found once.
  private liveClaims: Int32Array | null = null;
  private firstTwins: Int32Array | null = null;
  private straying: ReadonlyMap<string, number> | null = null;
  private used: Readonly<Record<VocabularyName, ReadonlySet<string>>> | null = null;

  constructor(parts: readonly FactPart[]) {
    this.parts = parts;
    this.articles = new ArticleList(parts);
    const { size, firsts, partOf, rowOf } = this.articles;
    this.size = firsts[size] as number;
    this.owners = new Uint32Array(this.size);
    for (let a = 0; a < size; a++) {
      const [row, first, end] = [rowOf[a] as number, firsts[a] as number, firsts[a + 1] as number];
      this.owners.fill(a, first, end);
      for (const { claim, sameAs } of (parts[partOf[a] as number] as FactPart).links)
        if (claim >= row && claim < row + end - first) this.naming.set(first + claim - row, sameAs);
    }
  }

  id(claim: number): string {
    return this.partAt(claim).ids[this.rowAt(claim)] as string;
  }

  /** The place of a claim's article in the list of articles. */
  articleOf(claim: number): number {
    return this.owners[claim] as number;
  }

  file(claim: number): string {
    return this.articles.get(this.articleOf(claim)).file;
  }

  pointer(claim: number): string {
    return `/claims/${this.field(claim, Field.place)}`;
  }

  status(claim: number): (typeof STATUSES)[number] {
    return STATUSES[this.field(claim, Field.status)] as (typeof STATUSES)[number];
  }

  verdict(claim: number): string | null {
    return this.partAt(claim).verdicts[this.field(claim, Field.verdict)] ?? null;
  }

  /** Whether the schema refuses a part of the claim, so that only its id and its uses are known for certain. */
  isBroken(claim: number): boolean {
    return this.field(claim, Field.broken) !== 0;
  }

  /** Whether votes on the claim differ and no verdict holds until that is settled. */
  isOpen(claim: number): boolean {
    return claim >= 0 && this.status(claim) === 'disputed' && this.verdict(claim) === null;
  }

  /**
   * Whether the claim can be compared with others: it is not withdrawn, and the schema accepts it. Drafts are among
   * them.
   */
  isLive(claim: number): boolean {
    return this.field(claim, Field.status) !== WITHDRAWN && !this.isBroken(claim);
  }

  /** The claims that a claim names in `same_as`. */
  sameAs(claim: number): readonly string[] {
    return this.naming.get(claim) ?? [];
  }

  /** The claims that name others, in order. */
  listNaming(): Iterable<[claim: number, sameAs: readonly string[]]> {
    return this.naming;
  }

  /** The pages of a claim's evidence and the words of what they show; empty where no claim has a split. */
  evidence(claim: number): FactPart['evidence'][number] {
    return this.partAt(claim).evidence[this.rowAt(claim)] ?? { pages: [], words: [] };
  }

  /** Number of the first claim of an article, and of the first that is none of its. */
  rangeOf(article: number): [from: number, to: number] {
    const { firsts } = this.articles;
    return [firsts[article] as number, firsts[article + 1] as number];
  }

  /** The ids of an article's claims. */
  listIds(article: number): string[] {
    const [from, to] = this.rangeOf(article);
    return Array.from({ length: to - from }, (_, i) => this.id(from + i));
  }

  /** Whether two claims may have one id: not where the ids of every article are its own with a number each. */
  get mayRepeatIds(): boolean {
    return this.strayIds.size > 0;
  }

  /** The first claim with an id, or -1. */
  find(id: string): number {
    const own = this.findOwn(id);
    const stray = this.strayIds.get(id);
    return stray === undefined || (own >= 0 && own < stray) ? own : stray;
  }

  /** Every claim whose id another one may have. */
  *listStrays(): Iterable<number> {
    yield* this.listOfStrayArticles();
    for (const id of this.strayIds.keys()) {
      const own = this.findOwn(id);
      if (own >= 0 && !this.articles.has(this.articleOf(own), 'stray')) yield own;
    }
  }

  /** The first claim with an id in the first article that the id names, or -1. */
  private findOwn(id: string): number {
    const article = this.articles.find(ownerOf(id));
    if (article < 0) return -1;
    const [from, to] = this.rangeOf(article);
    for (let claim = from; claim < to; claim++) if (this.id(claim) === id) return claim;
    return -1;
  }

  /** The ids that are not found by their article, and the first claim of such an article that has each: few of many. */
  private get strayIds(): ReadonlyMap<string, number> {
    this.straying ??= placeFirst(this.listOfStrayArticles(), (claim) => this.id(claim));
    return this.straying;
  }

  private *listOfStrayArticles(): Iterable<number> {
    for (const article of this.articles.listWith('stray')) {
      const [from, to] = this.rangeOf(article);
      for (let claim = from; claim < to; claim++) yield claim;
    }
  }

  /** The live claims, in order. */
  get live(): Int32Array {
    this.liveClaims ??= selectNumbers(this.size, (claim) => this.isLive(claim));
    return this.liveClaims;
  }

  /** For each claim the first live one before it with the same words in the same order, or -1. */
  get twins(): Int32Array {
    this.firstTwins ??= this.findTwins();
    return this.firstTwins;
  }

  /** Whether two claims differ in case, space and punctuation at most. */
  haveSameWords(a: number, b: number): boolean {
    return (
      this.field(a, Field.wording) === this.field(b, Field.wording) &&
      this.field(a, Field.wording + 1) === this.field(b, Field.wording + 1) &&
      this.figures(a) === this.figures(b) &&
      this.countShared(a, b) === this.countWords(a) &&
      this.countWords(a) === this.countWords(b)
    );
  }

  /** Number of the words of a claim, without its figures; what occurs twice counts once. */
  countWords(claim: number): number {
    return this.field(claim, Field.words) - this.startOfWords(claim);
  }

  figures(claim: number): number {
    return this.field(claim, Field.figures);
  }

  /** A rough picture of its words: see markWords. */
  marks(claim: number): number {
    return this.field(claim, Field.marks);
  }

  /** One of the keys that claims are looked up by that say nearly the same. */
  band(claim: number, band: number): number {
    return this.field(claim, Field.bands + band);
  }

  /** Number of the words that two claims share. */
  countShared(a: number, b: number): number {
    const { words } = this.partAt(a);
    const { words: others } = this.partAt(b);
    const endA = this.field(a, Field.words);
    const endB = this.field(b, Field.words);
    let shared = 0;
    for (let i = this.startOfWords(a), j = this.startOfWords(b); i < endA && j < endB; ) {
      const x = words[i] as number;
      const y = others[j] as number;
      if (x === y) {
        shared++;
        i++;
        j++;
      } else if (x < y) i++;
      else j++;
    }
    return shared;
  }

  /** Whether something could not be read in full, so that what seems to be missing may be there. */
  get isDamaged(): boolean {
    return this.articles.someHas('lost') || this.articles.someHas('broken');
  }

  /** Ids of a vocabulary that are used anywhere. */
  listUsed(name: VocabularyName): ReadonlySet<string> {
    this.used ??= listAllUsed(this.parts);
    return this.used[name];
  }

  /** Files of the articles that use an id of a vocabulary. */
  listUsers(name: VocabularyName, id: string): string[] {
    return this.parts.flatMap(({ articles, uses, users }) => {
      const places = users[name][uses[name].indexOf(id)] ?? [];
      return places.map((place) => articles[place]?.file ?? '');
    });
  }

  private partAt(claim: number): FactPart {
    return this.parts[this.articles.partOf[this.articleOf(claim)] as number] as FactPart;
  }

  /** Where a claim stands in its part. */
  private rowAt(claim: number): number {
    const { rowOf, firsts } = this.articles;
    const article = this.articleOf(claim);
    return (rowOf[article] as number) + claim - (firsts[article] as number);
  }

  private field(claim: number, field: number): number {
    return this.partAt(claim).numbers[this.rowAt(claim) * WIDTH + field] as number;
  }

  private startOfWords(claim: number): number {
    const row = this.rowAt(claim);
    return row === 0 ? 0 : (this.partAt(claim).numbers[(row - 1) * WIDTH + Field.words] as number);
  }

  /** A table with open addresses: of each wording it holds the first claim, as its number + 1. */
  private findTwins(): Int32Array {
    const { live } = this;
    let capacity = 16;
    while (capacity < 2 * live.length) capacity *= 2;
    const table = new Int32Array(capacity);
    const digests = new Int32Array(this.size);
    const twins = new Int32Array(this.size).fill(-1);
    for (let i = 0; i < live.length; i++) {
      const claim = live[i] as number;
      const digest = this.field(claim, Field.wording);
      digests[claim] = digest;
      let at = digest & (capacity - 1);
      for (; table[at] !== 0; at = (at + 1) & (capacity - 1)) {
        const other = (table[at] as number) - 1;
        if (digests[other] !== digest || !this.haveSameWords(other, claim)) continue;
        twins[claim] = other;
        break;
      }
      if (table[at] === 0) table[at] = claim + 1;
    }
    return twins;
  }
}

/** The numbers below `size` for which something holds. */
export function selectNumbers(size: number, holds: (number: number) => boolean): Int32Array {
  const selected = new Int32Array(size);
  let count = 0;
  for (let number = 0; number < size; number++) if (holds(number)) selected[count++] = number;
  return selected.subarray(0, count);
}

/** Of all vocabularies at once: what parts use may lie on the disk. */
function listAllUsed(parts: readonly FactPart[]): Record<VocabularyName, Set<string>> {
  const used = Object.fromEntries(VOCABULARY_NAMES.map((name) => [name, new Set<string>()]));
  for (const { uses } of parts) for (const name of VOCABULARY_NAMES) for (const id of uses[name]) used[name]?.add(id);
  return used as Record<VocabularyName, Set<string>>;
}

/** Names and the first of the things that has each. */
function placeFirst(things: Iterable<number>, nameOf: (thing: number) => string): Map<string, number> {
  const places = new Map<string, number>();
  for (const thing of things) {
    const name = nameOf(thing);
    if (!places.has(name)) places.set(name, thing);
  }
  return places;
}
