import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSettings } from '../../scripts/citation/settings.ts';
import type { ArticleRows } from '../../scripts/claims/renderRows.ts';
import { ArticleBytes } from '../../scripts/formats/articleBytes.ts';
import { ARTICLE_TABLES, ArticleCells } from '../../scripts/formats/articleCells.ts';
import { omitEmpty } from '../../scripts/formats/omitEmpty.ts';
import { listRowFormats } from '../../scripts/formats/rowFormats.ts';
import { type Edition, listTableFormats } from '../../scripts/formats/tableFormats.ts';
import { recordRows } from '../../scripts/release/recordRows.ts';
import type { ClaimRow, RawVerdicts } from '../../scripts/schemas/generated/types.ts';
import { buildVocabulary } from '../../scripts/vocabulary/vocabulary.ts';

const verdict = { label: 'Rated, "so"', definition: 'x', claim_review: true, rating_value: 2 };
const VERDICTS = [
  { ...verdict, id: 'rated' },
  { ...verdict, id: 'unrated', rating_value: null },
  { ...verdict, id: 'kept-out', claim_review: false },
] as unknown as RawVerdicts;
const ENTITIES = [
  { id: 'person', name: 'Ім’я "Імені"', kind: 'person', wikidata: 'Q1' },
  { id: 'group', name: 'Group', kind: 'group' },
] as const;
const settings = toSettings({
  title: 'T',
  license: 'CC-BY-4.0',
  authors: [{ name: 'A "B"' }],
  url: 'https://a.example',
} as never);
const context = {
  settings,
  vocabulary: buildVocabulary(
    { verdicts: VERDICTS, publishers: [], entities: [...ENTITIES] as never, topics: [], licences: [] },
    { verdicts: '', publishers: '', entities: '', topics: '', licences: '' },
  ),
};
const RELEASED = { digest: '', known: new Map(), withdrawnIn: new Map(), compare: true };

const text = fc.oneof(
  fc.constantFrom(
    'plain',
    '',
    ' a',
    'a\u00a0',
    'a, b',
    '"',
    '\\',
    'a|b',
    '\ufeffa',
    'a\u2028b',
    '\ud800',
    'x\udc00',
    '\u0001',
    'a\nb',
    '\r',
  ),
  fc.string({ unit: 'grapheme', maxLength: 50 }),
  fc.string({ unit: 'binary', maxLength: 50 }),
);
const date = fc.constantFrom('2024-05-02', '2024-05', '2024-01-01/2024-02-01', '../2024');

/** Rows of a table with any values at all. */
function rowOf(name: string): fc.Arbitrary<Record<string, unknown>> {
  const table = ARTICLE_TABLES.find((one) => one.name === name);
  const values = {
    string: text,
    date,
    integer: fc.nat(),
    number: fc.double(),
    boolean: fc.boolean(),
    list: fc.array(text),
  };
  const cells =
    table?.columns.map((column) => [column.name, fc.option(values[column.type] as fc.Arbitrary<unknown>)] as const) ??
    [];
  return fc.record(Object.fromEntries(cells));
}

const claim = fc.record({
  row: rowOf('claims'),
  known: fc.record({
    verdict: fc.constantFrom('rated', 'unrated', 'kept-out', 'other'),
    claimant_id: fc.constantFrom('person', 'group', 'nobody', null),
    claim_date: date,
    source_published: date,
    // What these are is said by the schema: texts, never null.
    ...Object.fromEntries(
      ['claim_id', 'claim', 'justification', 'source_title', 'source_language'].map((name) => [name, text]),
    ),
  }),
  evidence: fc.array(fc.record({ row: rowOf('evidence'), url: text, title: text, published: fc.option(date) }), {
    maxLength: 3,
  }),
  annotations: fc.array(fc.record({ row: rowOf('annotations'), date: fc.constantFrom('2024-05-02', '2024-05-03') }), {
    maxLength: 3,
  }),
  revisions: fc.array(fc.record({ date: text, reason: text }), { maxLength: 2 }),
});

const articleRows = fc
  .record({
    article: fc.record({ row: rowOf('articles'), publisher: text }),
    claims: fc.array(claim, { maxLength: 4 }),
    withdrawn: fc.array(rowOf('withdrawn'), { maxLength: 2 }),
  })
  .map(({ article: { row, ...known }, claims, withdrawn }) => {
    const article = { ...row, ...known };
    const rows = claims.map((one) => {
      const evidence = one.evidence.map(({ row: source, ...others }) => ({ ...source, ...others }));
      const annotations = one.annotations.map(({ row: vote, ...others }) => ({ ...vote, ...others }));
      return { ...one.row, ...one.known, article, evidence, annotations, revisions: one.revisions };
    });
    return {
      articles: [article],
      claims: rows,
      evidence: rows.flatMap(({ evidence }) => evidence),
      annotations: rows.flatMap(({ annotations }) => annotations),
      withdrawn,
    } as unknown as ArticleRows;
  });

/** The review as an object: what the bytes are to say. */
function reviewOf(row: ClaimRow): object {
  const entry = VERDICTS.find(({ id }) => id === row.verdict);
  const entity = ENTITIES.find(({ id }) => id === row.claimant_id);
  const publisher = row.article.publisher_id === null ? null : { '@type': 'Organization', name: row.article.publisher };
  const day = (edtf: string | null) => (edtf?.includes('/') ? null : edtf);
  const value = entry?.rating_value ?? null;
  const claimant = entity && {
    '@type': entity.kind === 'person' ? 'Person' : 'Organization',
    name: entity.name,
    jobTitle: entity.kind === 'person' ? row.claimant_role : null,
    sameAs: 'wikidata' in entity ? `https://www.wikidata.org/wiki/${entity.wikidata}` : null,
  };
  return omitEmpty({
    '@type': 'ClaimReview',
    identifier: row.claim_id,
    url: settings.url,
    claimReviewed: row.claim,
    reviewBody: row.justification,
    dateCreated: row.annotations
      .map((vote) => vote.date)
      .sort()
      .at(-1),
    author: [{ '@type': 'Organization', name: 'A "B"' }],
    license: 'https://spdx.org/licenses/CC-BY-4.0.html',
    reviewRating: {
      '@type': 'Rating',
      ...(value === null ? {} : { ratingValue: value, bestRating: 5, worstRating: 1 }),
      alternateName: entry?.label ?? row.verdict,
    },
    itemReviewed: omitEmpty({
      '@type': 'Claim',
      author: claimant ? omitEmpty(claimant) : publisher,
      datePublished: day(row.claim_date),
      appearance: omitEmpty({
        '@type': 'NewsArticle',
        headline: row.source_title,
        url: row.source_url,
        datePublished: day(row.source_published),
        inLanguage: row.source_language,
        publisher,
      }),
    }),
    citation: row.evidence.map(({ url, title, published }) =>
      omitEmpty({ '@type': 'CreativeWork', url, name: title, datePublished: day(published) }),
    ),
  });
}

/** The texts of all files, each made by itself from the objects. */
function describe(articles: readonly ArticleRows[], edition: Edition): Record<string, string> {
  const tables = new Map(listTableFormats(edition).map((format) => [format.path, format]));
  const texts: Record<string, string> = {};
  for (const { path, table, separator, sameAs } of listRowFormats(edition, context)) {
    if (sameAs !== undefined) continue;
    const parts = articles.map((rows) => {
      if (table === 'entities') return '';
      const format = tables.get(path);
      if (format) return format.render(rows[table]);
      const reviews = rows.claims.filter((row) => row.verdict !== 'kept-out').map(reviewOf);
      return reviews.map((review) => JSON.stringify(review)).join(',\n');
    });
    texts[path] = Buffer.from(parts.filter((part) => part !== '').join(separator)).toString();
  }
  texts['records.jsonl'] = articles.map((rows) => recordRows((table) => rowsOf(rows, table), RELEASED, {})).join('');
  return texts;
}

function rowsOf(rows: ArticleRows, table: string): readonly object[] {
  return rows[table as keyof ArticleRows] ?? [];
}

test.each(['public', 'private'] as const)('bytes of a %s edition are what each format says by itself', (edition) => {
  const cells = new ArticleCells(edition);
  const bytes = new ArticleBytes(cells, edition, context);
  // Memory that is used again, and now and then is too small.
  let spare = new ArrayBuffer(0);
  fc.assert(
    fc.property(fc.array(articleRows, { maxLength: 3 }), (articles) => {
      for (const rows of articles) {
        cells.load(rows);
        bytes.add(
          rows,
          recordRows(
            (table) => rowsOf(rows, table),
            RELEASED,
            {},
            (table, row) => cells.digest(table, row),
          ),
        );
      }
      const parts = bytes.take(spare);
      spare = parts[0]?.buffer ?? spare;
      cells.page.clear();
      const expected = describe(articles, edition);
      expect(
        Object.fromEntries(Object.keys(expected).map((path, i) => [path, Buffer.from(parts[i] ?? []).toString()])),
      ).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
