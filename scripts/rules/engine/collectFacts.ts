// Articles, one after another → the little that rules over the whole dataset need to know of them, in columns.

import type { ArticleSubject } from '../../article/subject.ts';
import { isNumberOf } from '../../claims/claimNumber.ts';
import { BANDS, bandKeys, markWords } from '../../claims/nearClaims.ts';
import { isPublished } from '../../claims/status.ts';
import { WordReader } from '../../claims/wording.ts';
import type { RawArticle, RawArticleClaim } from '../../schemas/generated/types.ts';
import { pageOf } from '../../values/webPage.ts';
import { FEWEST_WORDS, listWords } from '../../values/words.ts';
import { VOCABULARY_NAMES, type VocabularyName } from '../../vocabulary/vocabulary.ts';

/** What dataset rules know of one article. */
export interface ArticleFacts {
  file: string;
  id: string;
  /** A part of the article, or a whole claim, could not be read, so that nobody knows all that it names. */
  lost: boolean;
  /** The schema refuses a part of one of its claims, so that only their ids and uses are known for certain. */
  broken: boolean;
  /** Every claim's id is the article's with a number of its own. */
  tidy: boolean;
  /** The file of its capture, where that was at hand. */
  capture: string | null;
  /** It gathers claims from elsewhere. */
  isCollection: boolean;
  /** How many claims it has. */
  claims: number;
  /** `names`: the ids of vocabularies that the article uses, where the rule may be one of vocabularies. */
  suppress: { code: string; claim: string | null; pointer: string; names: string[] }[];
}

/**
 * The facts of some articles and of their claims, in the order of the articles. Columns of numbers and not objects:
 * they pass between threads, are kept and are read again for hundreds of thousands of claims. Columns of claims may be
 * read from the disk when they are asked for: nobody keeps one longer than it looks at it.
 */
export interface FactPart {
  articles: ArticleFacts[];
  ids: string[];
  /** {@link Field}s of each claim, {@link WIDTH} numbers. */
  numbers: Int32Array<ArrayBuffer>;
  /** Hashes of the claims' words; ascending for each claim. */
  words: Int32Array<ArrayBuffer>;
  /** The verdicts that occur. */
  verdicts: string[];
  /** Claims that name others in `same_as`. */
  links: { claim: number; sameAs: readonly string[] }[];
  /** Of each claim the pages of its evidence and the words of what they show, where claims have splits; else empty. */
  evidence: { pages: readonly string[]; words: readonly string[] }[];
  /** Ids used of each vocabulary. */
  uses: Record<VocabularyName, string[]>;
  /** Of each of these ids the places in `articles` of those that use it. */
  users: Record<VocabularyName, number[][]>;
}

/** Where the numbers of a claim stand. */
export const Field = {
  /** Its place in the list of claims of its file. */
  place: 0,
  /** In {@link STATUSES}. */
  status: 1,
  /** In the part's verdicts, or -1. */
  verdict: 2,
  /** 1 where the schema refuses a part of the claim. */
  broken: 3,
  /** Digest of the words, folded: equal for claims that differ in case, space and punctuation only. Two numbers. */
  wording: 4,
  /** Digest of the numbers. */
  figures: 6,
  /** Where its words end; they begin where those of the claim before it end. */
  words: 7,
  /** A rough picture of its words, and what claims are looked up by that say nearly the same. */
  marks: 8,
  bands: 9,
} as const;
export const WIDTH = 9 + BANDS;

export const STATUSES = [
  'draft',
  'labelled',
  'reviewed',
  'disputed',
  'adjudicated',
  'withdrawn',
  'imported',
] as const satisfies readonly RawArticleClaim['status'][];

/** Collects facts article by article; one collector serves many parts, since allocating anew is slow. */
export class FactCollector {
  private readonly reader = new WordReader();
  private numbers = new Int32Array(64 * WIDTH);
  private words = new Int32Array(4096);
  private size = 0;
  private part = emptyPart();
  private uses = emptyUses();
  private readonly withEvidence: boolean;

  /** @param withEvidence whether evidence is noted, which only the rules on splits ask for */
  constructor(withEvidence = false) {
    this.withEvidence = withEvidence;
  }

  add({ article, claims, damaged, file, lost, text }: ArticleSubject): void {
    const { part, uses } = this;
    const first = part.ids.length;
    const at = part.articles.length;
    noteUse(uses.publishers, article.publisher, at);
    noteUse(uses.licences, article.rights?.license ?? null, at);
    for (const list of [claims, damaged])
      for (const { claim, pointer, brokenKeys } of list) this.addClaim(claim, pointer, brokenKeys !== undefined);
    part.articles.push({
      file,
      id: article.id,
      lost,
      broken: damaged.length > 0,
      tidy: areNumbered(part.ids, first, article.id),
      capture: text.kind === 'capture' ? (article.capture?.file ?? null) : null,
      isCollection: article.kind === 'collection',
      claims: part.ids.length - first,
      suppress: article.suppress.map((entry, i) => ({
        code: entry.code,
        claim: entry.claim ?? null,
        pointer: `/suppress/${i}`,
        names: entry.code.startsWith('V') ? listNames(article) : [],
      })),
    });
  }

  /** What was added since the last time. */
  take(): FactPart {
    const { part, uses } = this;
    part.numbers = this.numbers.slice(0, part.ids.length * WIDTH);
    part.words = this.words.slice(0, this.size);
    for (const name of VOCABULARY_NAMES) {
      part.uses[name] = [...uses[name].keys()];
      part.users[name] = [...uses[name].values()];
    }
    this.part = emptyPart();
    this.uses = emptyUses();
    this.size = 0;
    return part;
  }

  private addClaim(claim: RawArticleClaim, pointer: string, broken: boolean): void {
    const { part, uses, reader } = this;
    const owner = part.articles.length;
    for (const id of [claim.claimant, claim.asserted_by])
      if (id !== 'article' && id !== 'claimant') noteUse(uses.entities, id, owner);
    noteUse(uses.distortions, claim.distortion, owner);
    for (let i = 0; i < claim.reviews.length; i++) {
      noteUse(uses.publishers, claim.reviews[i]?.publisher ?? null, owner);
      noteUse(uses.verdicts, claim.reviews[i]?.verdict ?? null, owner);
    }
    noteUse(uses.verdicts, claim.verdict, owner);
    for (let i = 0; i < claim.annotations.length; i++)
      noteUse(uses.verdicts, claim.annotations[i]?.verdict ?? null, owner);
    for (let i = 0; i < claim.topics.length; i++) noteUse(uses.topics, claim.topics[i] ?? null, owner);
    reader.read(claim.text);
    this.keepWords();
    const at = part.ids.length * WIDTH;
    if (at === this.numbers.length) this.numbers = grow(this.numbers, 2 * at);
    const { numbers } = this;
    numbers[at + Field.place] = Number(pointer.slice('/claims/'.length));
    numbers[at + Field.status] = STATUSES.indexOf(claim.status);
    numbers[at + Field.verdict] = this.numberVerdict(claim.verdict);
    numbers[at + Field.broken] = Number(broken);
    numbers[at + Field.wording] = reader.low;
    numbers[at + Field.wording + 1] = reader.high;
    numbers[at + Field.figures] = reader.figures;
    numbers[at + Field.marks] = markWords(reader.hashes, reader.count);
    if (reader.count >= FEWEST_WORDS) bandKeys(reader.hashes, reader.count, reader.figures, numbers, at + Field.bands);
    else numbers.fill(0, at + Field.bands, at + Field.bands + BANDS);
    numbers[at + Field.words] = this.size;
    if (claim.same_as.length > 0) part.links.push({ claim: part.ids.length, sameAs: claim.same_as });
    if (this.withEvidence)
      part.evidence.push({
        pages: claim.evidence.map(({ url }) => pageOf(url ?? '')),
        words: claim.evidence.map(({ shows }) => listWords(shows ?? '').join(' ')),
      });
    part.ids.push(claim.id);
  }

  private keepWords(): void {
    const { hashes, count } = this.reader;
    if (this.size + count > this.words.length) this.words = grow(this.words, 2 * (this.size + count));
    for (let i = 0; i < count; i++) this.words[this.size + i] = hashes[i] as number;
    this.size += count;
  }

  private numberVerdict(verdict: string | null): number {
    if (verdict === null) return -1;
    const { verdicts } = this.part;
    const known = verdicts.indexOf(verdict);
    return known >= 0 ? known : verdicts.push(verdict) - 1;
  }
}

/** Every id of a vocabulary that an article names. */
function listNames({ publisher, rights, claims }: RawArticle): string[] {
  const names = new Set<string>();
  use(names, publisher);
  use(names, rights?.license ?? null);
  for (const { claimant, asserted_by, distortion, verdict, topics, reviews } of claims) {
    for (const id of [claimant, asserted_by, distortion, verdict, ...topics]) use(names, id);
    for (const review of reviews) for (const id of [review.publisher, review.verdict]) use(names, id);
  }
  return [...names];
}

function emptyPart(): FactPart {
  return {
    articles: [],
    ids: [],
    numbers: new Int32Array(0),
    words: new Int32Array(0),
    verdicts: [],
    links: [],
    evidence: [],
    uses: { verdicts: [], publishers: [], entities: [], topics: [], licences: [], distortions: [] },
    users: { verdicts: [], publishers: [], entities: [], topics: [], licences: [], distortions: [] },
  };
}

function emptyUses(): Record<VocabularyName, Map<string, number[]>> {
  return {
    verdicts: new Map(),
    publishers: new Map(),
    entities: new Map(),
    topics: new Map(),
    licences: new Map(),
    distortions: new Map(),
  };
}

function noteUse(uses: Map<string, number[]>, id: string | null, article: number): void {
  if (id === null || id === '') return;
  const users = uses.get(id);
  if (!users) uses.set(id, [article]);
  else if (users.at(-1) !== article) users.push(article);
}

function use(used: Set<string>, id: string | null): void {
  if (id !== null && id !== '') used.add(id);
}

function grow(numbers: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(length);
  grown.set(numbers);
  return grown;
}

/** Whether the ids from `first` on are the owner's with `-c` and digits, each another. */
function areNumbered(ids: readonly string[], first: number, owner: string): boolean {
  const seen = new Set<string>();
  for (let i = first; i < ids.length; i++) {
    const id = ids[i] as string;
    if (!isNumberOf(id, owner) || seen.has(id)) return false;
    seen.add(id);
  }
  return true;
}

/** Published claims of a part that name others. */
export function listNaming(part: FactPart): { id: string; sameAs: readonly string[] }[] {
  return part.links.flatMap(({ claim, sameAs }) =>
    isPublishedAt(part, claim) ? [{ id: part.ids[claim] as string, sameAs }] : [],
  );
}

/** Published claims of a part that name others or are among those named. */
export function listPublished(part: FactPart, named: ReadonlySet<string>): { id: string; sameAs: readonly string[] }[] {
  if (named.size === 0) return [];
  const names = new Map(part.links.map(({ claim, sameAs }) => [claim, sameAs]));
  const published: { id: string; sameAs: readonly string[] }[] = [];
  for (let claim = 0; claim < part.ids.length; claim++) {
    const id = part.ids[claim] as string;
    if ((names.has(claim) || named.has(id)) && isPublishedAt(part, claim))
      published.push({ id, sameAs: names.get(claim) ?? [] });
  }
  return published;
}

function isPublishedAt({ numbers }: FactPart, claim: number): boolean {
  return isPublished({ status: STATUSES[numbers[claim * WIDTH + Field.status] as number] ?? '' });
}
