// A seed and a number → a workspace of invented articles, the same on every machine.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The corpus is what a careful label looks like, many times over: ten claims an article, one or two items of evidence a claim, 13 kB of front matter and
 * 4 kB of text. A third of the long texts stand in block scalars, some lines have comments, one word in thirty holds letters beyond ASCII or beyond the
 * Basic Multilingual Plane. Every article keeps every rule; one claim in a hundred says the same as a claim of an earlier article.
 */
export function makeCorpus(folder: string, articles: number, seed = 1): void {
  mkdirSync(join(folder, 'raw/articles'), { recursive: true });
  mkdirSync(join(folder, 'raw/vocabulary'), { recursive: true });
  for (const [path, text] of Object.entries(SHARED)) writeFileSync(join(folder, path), text);
  for (let i = 0; i < articles; i++)
    writeFileSync(join(folder, `raw/articles/${articleId(i)}.md`), makeArticle(i, articles, seed));
}

/** The id of the article of a number: one article a day and paper, from 1990 on. */
export function articleId(i: number): string {
  return `paper-${String(i % PAPERS).padStart(2, '0')}-${dayOf(i)}-${i}`;
}

/** Claims of every article. */
export const CLAIMS_EACH = 10;

const PAPERS = 40;
const PEOPLE = 60;
const TOPICS = 20;
const VERDICTS = ['supported', 'refuted', 'misleading', 'not_enough_evidence'];
const TYPES = ['event', 'statement', 'numerical', 'causal'];

function dayOf(i: number): string {
  return new Date(Date.UTC(1990, 0, 1 + (i % 12000))).toISOString().slice(0, 10);
}

type Random = (below: number) => number;

/** Chris Doty-Humphrey's sfc32: 128 bits of state, so that no two articles get overlapping parts of one sequence. */
function seededRandom(seed: number, part: number): Random {
  let [a, b, c, d] = [seed | 0, part | 0, 0x9e3779b9 | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return (below) => Math.floor((next() / 2 ** 32) * below);
}

const SYLLABLES =
  'ba be bi bo da de di do fa fe ga ge ka ke ki la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se ta te ti to va ve'.split(
    ' ',
  );
const RARE = [
  'élan',
  'Žitava',
  'naïve',
  'Þing',
  'київ',
  '北京',
  '東京',
  '🙂',
  '𝒳-ray',
  '“so-called”',
  'coöperate',
  '50 %',
  'n° 7',
];

function makeWord(random: Random): string {
  if (random(30) === 0) return RARE[random(RARE.length)] as string;
  let word = '';
  for (let n = 1 + random(3); n > 0; n--) word += SYLLABLES[random(SYLLABLES.length)];
  return word;
}

function makeWords(random: Random, count: number): string {
  const words = Array.from({ length: count }, () => makeWord(random));
  return `R${words.join(' ')}`;
}

function makeArticle(i: number, articles: number, seed: number): string {
  const random = seededRandom(seed, i);
  const id = articleId(i);
  const day = dayOf(i);
  const body = makeBody(random);
  const lines = [
    '---',
    `id: ${id}`,
    `title: ${quoted(makeWords(random, 8))}`,
    'title_basis: page',
    `publisher: paper-${String(i % PAPERS).padStart(2, '0')}`,
    random(2) === 0 ? 'authors: []' : `authors: [Author ${random(90)}, Author ${100 + random(90)}]`,
    `url: https://paper-${i % PAPERS}.example.org/${day.replaceAll('-', '/')}/story-${i}`,
    'url_basis: page',
    'archive_url: null',
    `published: ${day} # as the page prints it`,
    'published_basis: page',
    'language: en',
    'translated_from: null',
    'nature: original',
    'derived_from: []',
    'rights:',
    '  license: CC-BY-4.0',
    `  holder: Paper ${i % PAPERS}`,
    'text: full',
    'suppress: []',
    'claims:',
  ];
  body.quotes.forEach((quote, c) => {
    pushClaim(lines, random, { i, articles, id, day, c, quote });
  });
  return `${lines.join('\n')}\n---\n${body.text}`;
}

interface Quote {
  text: string;
  start: number;
  end: number;
}

/** Paragraphs, each with one quotation; positions in code points. */
function makeBody(random: Random): { text: string; quotes: Quote[] } {
  const quotes: Quote[] = [];
  let text = '';
  let points = 0;
  const add = (part: string) => {
    text += part;
    points += [...part].length;
  };
  for (let p = 0; p < CLAIMS_EACH; p++) {
    add(`${makeWords(random, 20 + random(10))} `);
    const quote = makeWords(random, 7 + random(6));
    const start = points;
    add(quote);
    quotes.push({ text: quote, start, end: points });
    add(` ${makeWords(random, 20 + random(10))}.\n${p < CLAIMS_EACH - 1 ? '\n' : ''}`);
  }
  return { text, quotes };
}

function pushClaim(
  lines: string[],
  random: Random,
  { i, articles, id, day, c, quote }: { i: number; articles: number; id: string; day: string; c: number; quote: Quote },
): void {
  const claimId = (of: string, n: number) => `${of}-c${String(n + 1).padStart(2, '0')}`;
  const verdict = VERDICTS[(i + c) % VERDICTS.length] as string;
  const same = [i - 4, i + 4]
    .filter((other) => other < articles && names(i, other, c))
    .map((other) => claimId(articleId(other), c));
  if (random(12) === 0) lines.push('  # Read twice; the figures are those of the second edition.');
  lines.push(
    `  - id: ${claimId(id, c)}`,
    `    text: ${long(random, makeWords(random, 12 + random(8)), 6)}`,
    `    quote: ${quoted(quote.text)}`,
    `    anchor: { start: ${quote.start}, end: ${quote.end} }`,
    `    claimant: ${random(3) === 0 ? 'article' : `person-${random(PEOPLE)}`}`,
    '    claimant_role: null',
    '    reported_by: null',
    `    claim_date: ${day}`,
    `    event_date: ${random(2) === 0 ? day.slice(0, 7) : day}`,
    `    type: ${TYPES[random(TYPES.length)]}`,
    `    topics: [topic-${random(TOPICS)}]`,
    `    verdict: ${verdict}`,
    `    justification: ${long(random, makeWords(random, 16 + random(12)), 6)}`,
    '    status: labelled',
    '    annotations:',
    `      - { annotator: a1, verdict: ${verdict}, confidence: high, date: 2026-01-05, guideline: "1" }`,
    '    evidence:',
  );
  for (let e = 1; e <= 1 + ((i + c) % 2); e++) {
    lines.push(
      `      - id: e${e}`,
      `        url: https://source-${random(400)}.example.net/archive/${day}/${id}-${c}-${e}`,
      '        archive_url: null',
      `        title: ${quoted(makeWords(random, 7))}`,
      '        title_basis: page',
      `        publisher: Source ${random(400)}`,
      `        origin: source-${e}-${random(400)}`,
      `        published: ${day}`,
      '        published_basis: page',
      '        accessed: null',
      `        stance: ${verdict === 'supported' ? 'supports' : verdict === 'refuted' ? 'refutes' : 'context'}`,
      `        shows: ${long(random, makeWords(random, 14 + random(8)), 10)}`,
      '        quote: null',
    );
  }
  lines.push(`    same_as: [${same.join(', ')}]`, '    revisions: []', '    withdrawn: null');
}

/** Whether a claim of article `i` names its fellow in article `other`: one in a hundred names an earlier one, and every second of those is named in turn. */
function names(i: number, other: number, c: number): boolean {
  const later = Math.max(i, other);
  if (Math.min(i, other) < 0) return false;
  const draw = seededRandom(later, c)(200);
  return draw === 0 || (draw === 1 && later === i);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\"')}"`;
}

/** A text in quotes, plain, or folded over lines. */
function long(random: Random, text: string, indent: number): string {
  const style = random(3);
  if (style === 0) return quoted(`${text}.`);
  if (style === 1) return `${text}.`;
  const pad = ' '.repeat(indent);
  return `>-\n${`${text}.`.replace(/(.{50,90}) /gu, `$1\n`).replace(/^/gm, pad)}`;
}

const numbered = (count: number, entry: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => entry(n)).join('');

const SHARED: Record<string, string> = {
  'CITATION.cff': `cff-version: 1.2.0
message: An invented corpus for measuring.
type: dataset
title: Bench
authors:
  - name: Veritable maintainers
license: CC-BY-4.0
`,
  'raw/vocabulary/verdicts.yml': VERDICTS.map(
    (id, n) => `- id: ${id}
  label: ${id.replaceAll('_', ' ')}
  definition: Verdict number ${n}, for measuring only.
  colour: "#0072B${n}"
  rating_value: ${n + 1}
  claim_review: true
  averitec: null
  fever: null
`,
  ).join(''),
  'raw/vocabulary/publishers.yml': numbered(
    PAPERS,
    (n) => `- id: paper-${String(n).padStart(2, '0')}\n  name: Paper ${n}\n  domains: [paper-${n}.example.org]\n`,
  ),
  'raw/vocabulary/entities.yml': numbered(
    PEOPLE,
    (n) => `- id: person-${n}\n  name: Person ${n}\n  kind: person\n  aliases: []\n  wikidata: null\n`,
  ),
  'raw/vocabulary/topics.yml': numbered(
    TOPICS,
    (n) => `- id: topic-${n}\n  label: Topic ${n}\n  definition: Topic number ${n}, for measuring only.\n`,
  ),
  'raw/vocabulary/licences.yml': `- id: CC-BY-4.0
  name: Creative Commons Attribution 4.0 International
  text_may_be_published: true
  max_quote: null
  max_share: null
`,
};
