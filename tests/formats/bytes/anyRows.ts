// Rows of articles with any values at all, for properties that hold whatever is in them.
import type { ArticleRows } from '../../../scripts/claims/renderRows.ts';
import { NO_EXTRA } from '../../../scripts/schemas/extra.ts';
import { listPublished } from '../../../scripts/schemas/published.ts';
import fc from '../../property.ts';

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
  const table = listPublished('private', NO_EXTRA).find((one) => one.name === name);
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
    asserted_by_id: fc.constantFrom('person', 'group', 'nobody', null),
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
  annotations: fc.array(
    fc.record({
      row: rowOf('annotations'),
      date: fc.constantFrom('2024-05-02', '2024-05-03'),
      verdict: fc.option(text),
    }),
    {
      maxLength: 3,
    },
  ),
  revisions: fc.array(fc.record({ date: text, reason: text }), { maxLength: 2 }),
  questions: fc.array(rowOf('questions'), { maxLength: 2 }),
  reviews: fc.array(rowOf('reviews'), { maxLength: 2 }),
  appearances: fc.array(rowOf('appearances'), { maxLength: 2 }),
  extra: fc.option(fc.dictionary(text, fc.oneof(text, fc.double(), fc.constant(null), fc.array(text)))),
});

/** Rows of one article, with any values at all. */
export const articleRows = fc
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
      const { row: own, known, evidence: _, annotations: __, ...others } = one;
      return { ...own, ...known, ...others, article, evidence, annotations };
    });
    return {
      articles: [article],
      claims: rows,
      evidence: rows.flatMap(({ evidence }) => evidence),
      annotations: rows.flatMap(({ annotations }) => annotations),
      withdrawn,
      questions: rows.flatMap(({ questions }) => questions),
      reviews: rows.flatMap(({ reviews }) => reviews),
      appearances: rows.flatMap(({ appearances }) => appearances),
    } as unknown as ArticleRows;
  });
