// A seed and a number → an invented article: its front matter as values, and its body.
import { LATIN, type Language, makeWords, type Random, SCRIPTS, seededRandom } from './words.ts';

export type Value = string | number | null | Value[] | { [key: string]: Value };
export type Fields = { [key: string]: Value };

/** An article, and what a hand that writes it draws by lot: numbers for as many choices as it may have. */
export interface Labels {
  front: Fields & { claims: Fields[] };
  body: string;
  lots: readonly number[];
}

/** What makes a corpus: `scripts` writes its texts in Ukrainian, Arabic and Chinese. */
export interface CorpusOptions {
  articles: number;
  seed?: number;
  scripts?: boolean;
}

/** Claims of every article. */
export const CLAIMS_EACH = 10;
export const PAPERS = 40;
export const PEOPLE = 60;
export const TOPICS = 20;
export const VERDICTS = ['supported', 'refuted', 'misleading', 'not_enough_evidence'];

const TYPES = ['event', 'statement', 'numerical', 'causal'];

/** The id of the article of a number: one article a day and paper, from 1990 on. */
export function articleId(i: number): string {
  return `${paperOf(i)}-${dayOf(i)}-${i}`;
}

/**
 * An article is what a careful label looks like: ten claims, one or two items of evidence a claim, 13 kB of front
 * matter and 4 kB of text. It keeps every rule; one claim in a hundred says the same as a claim of an earlier article.
 */
export function makeLabels(i: number, { articles, seed = 1, scripts = false }: CorpusOptions): Labels {
  const random = seededRandom(seed, i);
  const language = scripts ? (SCRIPTS[i % SCRIPTS.length] as Language) : LATIN;
  const words = (count: number) => makeWords(language, random, count);
  const lots: number[] = [];
  const day = dayOf(i);
  const { text: body, quotes } = makeBody(words, random);
  const about = {
    id: articleId(i),
    title: words(8),
    title_basis: 'page',
    publisher: paperOf(i),
    authors: random(2) === 0 ? [] : [`Author ${random(90)}`, `Author ${100 + random(90)}`],
    url: `https://paper-${i % PAPERS}.example.org/${day.replaceAll('-', '/')}/story-${i}`,
    url_basis: 'page',
    archive_url: null,
    published: day,
    published_basis: 'page',
    language: language.tag,
    translated_from: null,
    nature: 'original',
    derived_from: [],
    rights: { license: 'CC-BY-4.0', holder: `Paper ${i % PAPERS}` },
    text: 'full',
    suppress: [],
  };
  const claims = quotes.map((quote, c): Fields => {
    const drawLot = (below: number) => lots.push(random(below));
    drawLot(12);
    const verdict = VERDICTS[(i + c) % VERDICTS.length] as string;
    const long = (count: number) => {
      const text = `${words(count)}.`;
      drawLot(3);
      return text;
    };
    return {
      id: claimId(i, c),
      text: long(12 + random(8)),
      quote: quote.text,
      anchor: { start: quote.start, end: quote.end },
      claimant: random(3) === 0 ? 'article' : `person-${random(PEOPLE)}`,
      claimant_role: null,
      reported_by: null,
      claim_date: day,
      event_date: random(2) === 0 ? day.slice(0, 7) : day,
      type: TYPES[random(TYPES.length)] as string,
      topics: [`topic-${random(TOPICS)}`],
      verdict,
      justification: long(16 + random(12)),
      status: 'labelled',
      annotations: [{ annotator: 'a1', verdict, confidence: 'high', date: '2026-01-05', guideline: '1' }],
      evidence: Array.from({ length: 1 + ((i + c) % 2) }, (_, e) => ({
        id: `e${e + 1}`,
        url: `https://source-${random(400)}.example.net/archive/${day}/${articleId(i)}-${c}-${e + 1}`,
        archive_url: null,
        title: words(7),
        title_basis: 'page',
        publisher: `Source ${random(400)}`,
        origin: `source-${e + 1}-${random(400)}`,
        published: day,
        published_basis: 'page',
        accessed: null,
        stance: verdict === 'supported' ? 'supports' : verdict === 'refuted' ? 'refutes' : 'context',
        shows: long(14 + random(8)),
        quote: null,
      })),
      same_as: [i - 4, i + 4]
        .filter((other) => other < articles && names(i, other, c))
        .map((other) => claimId(other, c)),
      revisions: [],
      withdrawn: null,
    };
  });
  return { front: { ...about, claims }, body, lots };
}

function paperOf(i: number): string {
  return `paper-${String(i % PAPERS).padStart(2, '0')}`;
}

function dayOf(i: number): string {
  return new Date(Date.UTC(1990, 0, 1 + (i % 12000))).toISOString().slice(0, 10);
}

function claimId(i: number, c: number): string {
  return `${articleId(i)}-c${String(c + 1).padStart(2, '0')}`;
}

interface Quote {
  text: string;
  start: number;
  end: number;
}

/** Paragraphs, each with one quotation; positions in code points. */
function makeBody(words: (count: number) => string, random: Random): { text: string; quotes: Quote[] } {
  const quotes: Quote[] = [];
  let text = '';
  let points = 0;
  const add = (part: string) => {
    text += part;
    points += [...part].length;
  };
  for (let p = 0; p < CLAIMS_EACH; p++) {
    add(`${words(20 + random(10))} `);
    const quote = words(7 + random(6));
    const start = points;
    add(quote);
    quotes.push({ text: quote, start, end: points });
    add(` ${words(20 + random(10))}.\n${p < CLAIMS_EACH - 1 ? '\n' : ''}`);
  }
  return { text, quotes };
}

/**
 * Whether a claim of article `i` names its fellow in article `other`: one in a hundred names an earlier one, and every
 * second of those is named in turn.
 */
function names(i: number, other: number, c: number): boolean {
  const later = Math.max(i, other);
  if (Math.min(i, other) < 0) return false;
  const draw = seededRandom(later, c)(200);
  return draw === 0 || (draw === 1 && later === i);
}
