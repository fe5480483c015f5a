// A size and a flavour → a dataset folder in the contract's form, the same every time.

import { toSettings } from '../../scripts/citation/settings.ts';
import { type ExplorerDataset, folderOf, readDataset, type Surroundings } from '../../scripts/explorer/dataset.ts';
import { measureFile, renderManifest } from '../../scripts/formats/manifest.ts';
import { listTableFormats } from '../../scripts/formats/tableFormats.ts';
import { NO_EXTRA } from '../../scripts/schemas/extra.ts';
import { TABLES, type TableName } from '../../scripts/schemas/generated/tables.ts';
import type { ArticleRow, ClaimRow, ManifestCounts } from '../../scripts/schemas/generated/types.ts';
import type { Edition } from '../../scripts/schemas/published.ts';
import { parseEdtf } from '../../scripts/values/edtf.ts';
import { compareCodePoints } from '../../scripts/values/order.ts';

export interface FixtureOptions {
  readonly claims?: number;
  readonly edition?: Edition;
  /** Texts that stand for the claims' own, first come first served. */
  readonly texts?: readonly string[];
  readonly repository?: string;
}

const VERDICTS = [
  ['supported', 'Supported', '#0072B2', 5],
  ['refuted', 'Refuted', '#D55E00', 1],
  ['misleading', 'Misleading', '#E69F00', 3],
  ['conflicting', 'Conflicting', '#CC79A7', null],
  ['not_enough_evidence', 'Not enough evidence', '#56B4E9', null],
  ['not_checkable', 'Not checkable', '#737373', null],
] as const;

const ENTITIES = [
  {
    entity_id: 'volodymyr-zelenskyy',
    name: 'Volodymyr Zelenskyy',
    kind: 'person',
    aliases: ['Vladimir Zelensky', 'Zelensky', 'Zelenskyi'],
  },
  { entity_id: 'government-of-ukraine', name: 'Government of Ukraine', kind: 'government', aliases: ['Kyiv', 'Kiev'] },
  { entity_id: 'aldport-council', name: 'Aldport Council', kind: 'government', aliases: [] },
  { entity_id: 'marija-novakova', name: 'Marija Nováková', kind: 'person', aliases: [] },
];

const TOPICS = [
  { id: 'harbour', label: 'The harbour' },
  { id: 'bridge', label: 'The bridge' },
  { id: 'elections', label: 'Elections' },
];

const PUBLISHERS = ['The Gazette', 'Aldport Mail', 'صحيفة الميناء', 'Přístavní noviny'];
const LANGUAGES = ['en', 'en', 'ar', 'cs'];
const TYPES = ['event', 'statement', 'numerical', 'prediction', 'position', 'causal', 'identity'] as const;
const QUOTES = [
  'shut for eleven days',
  '“nobody crossed, and nobody asked”',
  'أُغلق الجسر أحد عشر يوماً',
  'most byl uzavřen jedenáct dní',
];
const SUBJECTS = [
  'The bridge at Aldport',
  'Zelenskyy',
  'The council',
  'Kyiv',
  'The harbour office',
  'Nováková',
  'A ferry',
];
const VERBS = ['was closed for', 'announced a plan of', 'has spent', 'will last', 'asked for', 'never had', 'lost'];
const OBJECTS = [
  'eleven days',
  'two million crowns',
  'a third of its staff',
  'several weeks',
  'the old quay',
  'new rules',
];
const PER_ARTICLE = 30;
/** The claim of every article that says the same as that of the article before. */
const TWIN = 3;

/** Makes the files of a dataset folder by path. */
export function makeDatasetFiles(options: FixtureOptions = {}): Map<string, string> {
  const { claims: count = 60, edition = 'public', texts = [] } = options;
  const next = makeRandom(20230426);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const articles = Array.from({ length: Math.max(1, Math.ceil(count / PER_ARTICLE)) }, (_, at) =>
    makeArticle(at, edition),
  );
  const claims: ClaimRow[] = [];
  for (let at = 0; at < count; at += 1) {
    const article = articles[Math.floor(at / PER_ARTICLE)] as ArticleRow;
    const twin = at >= PER_ARTICLE && at % PER_ARTICLE === TWIN ? claims[at - PER_ARTICLE] : undefined;
    const text = texts[at] ?? twin?.claim ?? `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}, as of day ${at}.`;
    claims.push(makeClaim(at, text, article, pick, edition, twin?.verdict ?? undefined));
  }
  joinTwins(claims);
  const withdrawn = {
    claim_id: 'gazette-0-c99',
    article_id: 'gazette-0',
    claim: 'The ferry sank.',
    last_verdict: 'refuted',
    withdrawn_date: '2024-06-01',
    version: null,
    reason: 'It joined two claims.',
    successors: ['gazette-0-c01'],
  };
  const rows: Record<TableName, readonly object[]> = {
    claims,
    articles,
    evidence: claims.flatMap((claim) => claim.evidence),
    annotations: claims.flatMap((claim) => claim.annotations),
    entities: ENTITIES.map((entity) => mark({ ...entity, wikidata: null, claims_count: 0 }, edition)),
    withdrawn: [mark(withdrawn, edition)],
    questions: claims.flatMap((claim) => claim.questions),
    reviews: claims.flatMap((claim) => claim.reviews),
    appearances: claims.flatMap((claim) => claim.appearances),
  };
  const files = new Map<string, string>([['codebook.md', '# Codebook\n']]);
  for (const { path, table, opening, closing, render } of listTableFormats(edition, NO_EXTRA)) {
    files.set(path, opening + render(rows[table]) + closing);
  }
  if (edition === 'private') files.set('NOT-FOR-PUBLICATION.txt', 'Do not share it.\n');
  const entries = [...files].map(([path, text]) =>
    measureFile(path, text, rows[path.split('.')[0] as TableName]?.length ?? null),
  );
  const title = 'Aldport Claims 2024';
  const head = { name: 'aldport-claims-2024', title, version: '1.2.0', license: 'CC-BY-4.0', tables: [] };
  files.set('manifest.json', renderManifest(head, entries, countRows(rows, claims)));
  return files;
}

export function makeSurroundings({ repository }: FixtureOptions = {}): Surroundings {
  return {
    verdicts: VERDICTS.map(([id, label, colour, rating_value]) => ({
      id,
      label,
      definition: `When a claim is ${label.toLowerCase()}.`,
      colour,
      rating_value,
      averitec: null,
      fever: null,
    })),
    topics: TOPICS,
    distortions: [{ id: 'wrong-number', label: 'Wrong number', definition: 'A figure is another than in the source.' }],
    spellings: [['Aldport', 'Altport']],
    documents: [
      {
        id: 'datasheet',
        title: 'Datasheet',
        text: '# Datasheet\n\n## Motivation\n\nTo *test* [the page](https://example.org/).\n',
      },
    ],
    settings: toSettings({
      'cff-version': '1.2.0',
      message: 'Please cite it.',
      title: 'Aldport Claims 2024',
      abstract: 'Claims about the harbour and the bridge of Aldport, each with a verdict and its evidence.',
      authors: [{ name: 'Aldport Desk' }],
      version: '1.2.0',
      'date-released': '2024-06-02',
      license: 'CC-BY-4.0',
      ...(repository === undefined ? {} : { 'repository-code': repository }),
    }),
  };
}

/** The same as the explorer reads it. */
export function makeDataset(options: FixtureOptions = {}) {
  return readDataset(folderOf(makeDatasetFiles(options)), makeSurroundings(options));
}

/** The same dataset with other claims, and with the articles that these name. */
export function withClaims(dataset: ExplorerDataset, claims: readonly ClaimRow[]): ExplorerDataset {
  const articles = [...new Map(claims.map(({ article }) => [article.article_id, article])).values()];
  return { ...dataset, claims: () => claims, articles };
}

function makeArticle(at: number, edition: Edition): ArticleRow {
  const place = at % PUBLISHERS.length;
  const published = `2024-0${1 + (at % 9)}-15`;
  return order('articles', edition, {
    article_id: `gazette-${at}`,
    title: `Bridge reopens, report ${at}`,
    title_basis: 'page',
    publisher: PUBLISHERS[place],
    publisher_id: `publisher-${place}`,
    authors: [],
    url: `https://example.org/story/${at}`,
    url_basis: 'page',
    archive_url: null,
    published,
    published_first: published,
    published_last: published,
    published_basis: 'page',
    language: LANGUAGES[place],
    translated_from: null,
    translated_from_basis: null,
    nature: 'original',
    derived_from: [],
    license: 'LicenseRef-all-rights-reserved',
    rights_holder: null,
    text_status: 'withheld',
    text_sha256: 'a'.repeat(64),
    text_characters: 2000,
    synopsis: 'What happened at the bridge.',
    claims_count: PER_ARTICLE,
    kind: 'article',
    article_text: 'The whole text.',
  }) as unknown as ArticleRow;
}

function makeClaim(
  at: number,
  claim: string,
  article: ArticleRow,
  pick: <T>(list: readonly T[]) => T,
  edition: Edition,
  sameVerdict: string | undefined,
): ClaimRow {
  const id = `${article.article_id}-c${String((at % PER_ARTICLE) + 1).padStart(2, '0')}`;
  const verdict = sameVerdict ?? (at === TWIN ? 'refuted' : pick(VERDICTS)[0]);
  const date = pick([article.published ?? '', (article.published ?? '').slice(0, 7), '2023', '2024-01-10/2024-02-20']);
  const entity = at % 5 === 0 ? null : pick(ENTITIES);
  const evidence = Array.from({ length: at % 4 }, (_, number) =>
    order('evidence', edition, {
      evidence_id: `${id}-e${number + 1}`,
      claim_id: id,
      article_id: article.article_id,
      url: `https://example.org/evidence/${at}/${number}`,
      archive_url: number === 0 ? `https://archive.example.org/${at}` : null,
      title: `Log of closures, number ${at}`,
      title_basis: null,
      publisher: 'Aldport Harbour Office',
      origin: pick(['aldport-harbour-office', null]),
      published: '2024-04-30',
      published_first: '2024-04-30',
      published_last: '2024-04-30',
      published_basis: 'url',
      accessed: null,
      stance: pick(['supports', 'refutes', 'context']),
      shows: 'The office logged a closure of three days.',
      quote: 'closed 9 to 11 April',
      after_claim: pick([true, false, null]),
      language: at === 2 ? 'hu' : null,
      quote_gloss: at === 2 ? 'shut from 9 to 11 April' : null,
      question_id: null,
      answer: null,
      answer_type: null,
      explanation: null,
      medium: null,
      evidence_group: null,
      locator_page: null,
      locator_sentence: null,
    }),
  );
  const votes = at % 3 === 0 ? [verdict, at % 6 === 0 ? verdict : 'misleading'] : [verdict];
  const annotations = votes.map((vote, number) =>
    order('annotations', edition, {
      annotation_id: `${id}-v${number + 1}`,
      claim_id: id,
      article_id: article.article_id,
      annotator: `a${number + 1}`,
      verdict: vote,
      confidence: pick(['high', 'medium', 'low']),
      date: '2024-05-09',
      guideline: '1',
      note: number === 1 ? 'Read again, "closely".' : null,
      target: id,
      stance: null,
    }),
  );
  const days = parseEdtf(date);
  return order('claims', edition, {
    claim_id: id,
    article_id: article.article_id,
    claim,
    quote: QUOTES[LANGUAGES.indexOf(article.language)] ?? QUOTES[0],
    claimant: entity?.name ?? article.publisher,
    claimant_role: entity ? 'spokesperson' : null,
    claim_date: date,
    claim_type: pick(TYPES),
    verdict,
    justification: 'The log of the office decides it, "eleven" is wrong.',
    source_publisher: article.publisher,
    source_title: article.title,
    source_url: article.url,
    source_published: article.published,
    source_language: article.language,
    evidence_count: evidence.length,
    evidence_urls: evidence.map((item) => item['url']),
    status: at % 3 === 0 ? 'reviewed' : 'labelled',
    claimant_id: entity?.entity_id ?? null,
    claimant_kind: entity?.kind ?? 'article',
    reported_by: null,
    event_date: '2024-04',
    claim_date_first: days?.first ?? null,
    claim_date_last: days?.last ?? null,
    verdict_averitec: null,
    verdict_fever: null,
    confidence: 'high',
    votes: annotations.length,
    origins_count: 1,
    topics: at % 2 === 0 ? [pick(TOPICS).id] : [],
    same_as: [],
    cluster_id: id,
    quote_start: 10,
    quote_end: 30,
    adjudication: null,
    split: null,
    asserted_by: at === 2 ? article.publisher : (entity?.name ?? article.publisher),
    asserted_by_id: at === 2 ? null : (entity?.entity_id ?? null),
    asserted_by_kind: at === 2 ? 'article' : (entity?.kind ?? 'article'),
    distortion: at === 2 ? 'wrong-number' : null,
    corrected: at === 2 ? `${claim} Or so.` : null,
    source_name: null,
    source_row: null,
    claim_types: [],
    places: [],
    verdict_native: null,
    review_urls: [],
    quote_sentence: 'The bridge was shut for eleven days.',
    article,
    evidence,
    annotations,
    revisions:
      at === 1
        ? [{ date: '2024-06-01', field: 'verdict', from: 'refuted', to: verdict, reason: 'A better source was found.' }]
        : [],
    questions: [],
    reviews: at === 2 ? [makeReview(id, article, edition)] : [],
    appearances: at === 2 ? [makeAppearance(id, article, edition)] : [],
    extra: null,
  }) as unknown as ClaimRow;
}

function makeReview(id: string, article: ArticleRow, edition: Edition) {
  return order('reviews', edition, {
    review_id: `${id}-r1`,
    claim_id: id,
    article_id: article.article_id,
    publisher: 'Aldport Checks',
    publisher_id: null,
    url: 'https://example.org/checks/1',
    archive_url: null,
    title: 'Was the bridge shut?',
    published: '2024-05-01',
    published_first: '2024-05-01',
    published_last: '2024-05-01',
    language: 'hu',
    verdict_native: 'hamis',
    rating_value: 1,
    rating_worst: 1,
    rating_best: 5,
    verdict: 'refuted',
  });
}

function makeAppearance(id: string, article: ArticleRow, edition: Edition) {
  return order('appearances', edition, {
    appearance_id: `${id}-a1`,
    claim_id: id,
    article_id: article.article_id,
    url: 'https://example.org/video/1',
    archive_url: 'https://example.org/archive/video/1',
    medium: 'video',
    published: '2024-04-10',
    published_first: '2024-04-10',
    published_last: '2024-04-10',
    first: true,
  });
}

/** Joins the claims that say the same in other articles, as the data model asks: all other ids, sorted. */
function joinTwins(claims: readonly ClaimRow[]): void {
  const groups = new Map<string, ClaimRow[]>();
  for (const claim of claims) groups.set(claim.claim, [...(groups.get(claim.claim) ?? []), claim]);
  for (const group of groups.values()) {
    const ids = group.map((claim) => claim.claim_id).sort(compareCodePoints);
    for (const claim of group) {
      claim.same_as = ids.filter((id) => id !== claim.claim_id);
      claim.cluster_id = ids[0] ?? claim.claim_id;
    }
  }
}

function countRows(rows: Record<TableName, readonly object[]>, claims: readonly ClaimRow[]): ManifestCounts {
  const tally = (key: 'verdict' | 'status' | 'claim_type' | 'article_id'): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const claim of claims) counts[claim[key] ?? ''] = (counts[claim[key] ?? ''] ?? 0) + 1;
    return counts;
  };
  return {
    claims: rows.claims.length,
    articles: rows.articles.length,
    evidence: rows.evidence.length,
    annotations: rows.annotations.length,
    entities: rows.entities.length,
    withdrawn: rows.withdrawn.length,
    claims_by_verdict: tally('verdict'),
    claims_by_status: tally('status'),
    claims_by_type: tally('claim_type'),
    claims_by_article: tally('article_id'),
    claims_by_confidence: {},
    evidence_by_stance: {},
    evidence_after_claim: {},
    agreement: {
      annotators: ['a1', 'a2'],
      claims: 20,
      raw: 0.75,
      kappa: 0.71,
      alpha: 0.7,
      alpha_interval: null,
      resamples: 0,
    },
  };
}

/** A row with its keys as the schema orders them. */
function order(table: TableName, edition: Edition, row: Row): Row {
  const marked = mark(row, edition);
  const { columns, nested } = TABLES.find((one) => one.name === table) ?? { columns: [], nested: [] };
  const names = columns.filter((column) => !column.private || edition === 'private').map((column) => column.name);
  return Object.fromEntries([...names, ...nested].map((key) => [key, marked[key]]));
}

type Row = Readonly<Record<string, unknown>>;

function mark(row: object, edition: Edition): Row {
  return edition === 'private' ? { ...row, edition } : (row as Row);
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}
