import { expect, test } from 'vitest';
import { toSettings } from '../../../scripts/citation/settings.ts';
import type { ArticleRows } from '../../../scripts/claims/renderRows.ts';
import { PartWriter } from '../../../scripts/formats/bytes/partWriter.ts';
import { TableCells } from '../../../scripts/formats/bytes/tableCells.ts';
import { countLines, type RowFormat } from '../../../scripts/formats/rowFormat.ts';
import { listRowFormats } from '../../../scripts/formats/rowFormats.ts';
import { lineSeparator } from '../../../scripts/formats/separateLines.ts';
import { NO_ROWS } from '../../../scripts/release/knownRows.ts';
import { recordRows } from '../../../scripts/release/recordRows.ts';
import { NO_EXTRA } from '../../../scripts/schemas/extra.ts';
import type { ClaimRow, EntityRow, RawVerdicts } from '../../../scripts/schemas/generated/types.ts';
import type { Edition } from '../../../scripts/schemas/published.ts';
import { buildVocabulary } from '../../../scripts/vocabulary/vocabulary.ts';
import fc from '../../property.ts';
import { articleRows } from './anyRows.ts';

const verdict = { label: 'Rated, "so"', definition: 'x', claim_review: true, rating_value: 2 };
const VERDICTS = [
  { ...verdict, id: 'rated' },
  { ...verdict, id: 'unrated', rating_value: null },
  { ...verdict, id: 'kept-out', claim_review: false },
] as unknown as RawVerdicts;
const DISTORTIONS = [{ id: 'wrong-number', label: 'L', definition: 'D' }];
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
    {
      verdicts: VERDICTS,
      publishers: [],
      entities: [...ENTITIES] as never,
      topics: [],
      licences: [],
      distortions: DISTORTIONS,
    },
    { verdicts: '', publishers: '', entities: '', topics: '', licences: '', distortions: '' },
  ),
};
const RELEASED = { digest: '', known: NO_ROWS, withdrawnIn: new Map(), compare: true };

/** The texts of all files, each as its format renders it, and how many rows they list. */
function describe(
  articles: readonly ArticleRows[],
  edition: Edition,
  formats: readonly RowFormat[],
): Record<string, { text: string; rows: number }> {
  const files: Record<string, { text: string; rows: number }> = {};
  for (const { path, table, separator, render, count } of formats) {
    const parts = articles.map((rows) => render(rowsOf(rows, table)));
    const text = wellFormed(parts.filter((part) => part !== '').join(separator));
    files[path] = { text, rows: count([Buffer.from(text)]) };
  }
  const records = articles.map((rows) => recordRows((table) => rowsOf(rows, table), RELEASED, NO_EXTRA, {})).join('');
  return edition === 'public' ? { ...files, 'records.jsonl': { text: records, rows: 0 } } : files;
}

/** A text as it can stand in UTF-8. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function rowsOf(rows: ArticleRows, table: string): readonly object[] {
  return rows[table as keyof ArticleRows] ?? [];
}

/** What a writer makes of some articles, by file. */
function write(
  cells: TableCells,
  writer: PartWriter,
  articles: readonly ArticleRows[],
  names: readonly string[],
  spare?: ArrayBuffer,
) {
  for (const rows of articles) {
    cells.load(rows);
    writer.add(
      rows,
      recordRows(
        (table) => rowsOf(rows, table),
        RELEASED,
        NO_EXTRA,
        {},
        (table, row) => cells.digest(table, row),
      ),
    );
  }
  const { bytes, rows } = writer.take(spare);
  const files = names.map((path, i) => [path, { text: Buffer.from(bytes[i] ?? []).toString(), rows: rows[i] }]);
  return { memory: bytes[0]?.buffer, files: Object.fromEntries(files) };
}

test.each(['public', 'private'] as const)('bytes of a %s edition are what each format says by itself', (edition) => {
  const cells = new TableCells(edition, NO_EXTRA);
  const formats = listRowFormats(edition, context);
  // What is made of the lines of another file stands in no part.
  const isMade = ({ linesOf }: RowFormat) => linesOf !== undefined;
  const writer = new PartWriter(cells, edition, context);
  // Memory that is used again, and now and then is too small.
  let spare = new ArrayBuffer(0);
  fc.assert(
    fc.property(fc.array(articleRows, { maxLength: 3 }), (articles) => {
      const expected = describe(articles, edition, formats);
      for (const { path, linesOf = '', separator } of formats.filter(isMade)) {
        const made = lineSeparator(separator)(new TextEncoder().encode(expected[linesOf]?.text));
        expect(Buffer.from(made).toString()).toBe(expected[path]?.text);
        expected[path] = { text: '', rows: 0 };
      }
      const { files, memory } = write(cells, writer, articles, Object.keys(expected), spare);
      spare = memory ?? spare;
      expect(files).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('entities are written as articles are', () => {
  const cells = new TableCells('public', NO_EXTRA);
  const writer = new PartWriter(cells, 'public', context);
  const entities = [
    { entity_id: 'a', name: 'A, "B"', kind: 'person', aliases: ['x|y', ' z'], wikidata: null, claims_count: 2 },
  ] as unknown as EntityRow[];
  cells.load({ entities });
  writer.add({ entities }, '');
  const { bytes, rows } = writer.take();
  for (const [i, { path, table, linesOf, render }] of listRowFormats('public', context).entries()) {
    if (linesOf !== undefined) continue;
    const isOfEntities = table === 'entities';
    const found = { text: Buffer.from(bytes[i] ?? []).toString(), rows: rows[i] };
    expect([path, found]).toEqual([path, { text: isOfEntities ? render(entities) : '', rows: isOfEntities ? 1 : 0 }]);
  }
});

const tsv: RowFormat = {
  path: 'claims.tsv',
  table: 'claims',
  opening: 'claim_id\tverdict\n',
  separator: '',
  closing: '',
  render: (rows) => (rows as ClaimRow[]).map((row) => `${JSON.stringify(row.claim_id)}\t${row.verdict}\n`).join(''),
  count: countLines,
};

test('a format without a fast way is written as it renders itself, and its rows are counted', () => {
  const cells = new TableCells('public', NO_EXTRA);
  const writer = new PartWriter(cells, 'public', context, [tsv]);
  fc.assert(
    fc.property(fc.array(articleRows, { maxLength: 3 }), (articles) => {
      const expected = describe(articles, 'public', [tsv]);
      expect(write(cells, writer, articles, Object.keys(expected)).files).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test('a file that is listed and that nothing writes stops the build', () => {
  const { render, ...unwritten } = tsv;
  const formats = [unwritten as RowFormat];
  expect(() => new PartWriter(new TableCells('public', NO_EXTRA), 'public', context, formats)).toThrow(
    'claims.tsv is listed, and nothing writes its rows.',
  );
});
