// Splits that nothing leaks through, and that stay as the dataset grows.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test, vi } from 'vitest';
import type { DatasetClaim } from '../../scripts/splits/datasetClaim.ts';
import { findLeaks, listForbidden } from '../../scripts/splits/leaks.ts';
import {
  NO_LEDGER,
  parseLedger,
  renderEntries,
  renderSettings,
  SPLITS,
  type SplitLedger,
  type SplitSettings,
} from '../../scripts/splits/ledger.ts';
import { EDGES, type Edge, groupClaims, listLinks } from '../../scripts/splits/links.ts';
import { planSplits } from '../../scripts/splits/planSplits.ts';
import { pageOf } from '../../scripts/values/webPage.ts';
import { FIELD_CASES } from '../outside.ts';
import fc from '../property.ts';
import { BY_GROUP, type Sketch, sketchClaim } from './claims.ts';

vi.setConfig({ testTimeout: 120_000 });

function plan(claims: readonly DatasetClaim[], ledger: SplitLedger = NO_LEDGER, settings: SplitSettings = BY_GROUP) {
  return planSplits('test', claims, [...listLinks(claims)], ledger, settings);
}

/** The ledger as it is on the disk after a plan. */
function keep(planned: ReturnType<typeof plan>, ledger: SplitLedger = NO_LEDGER, settings = BY_GROUP): SplitLedger {
  const kept = parseLedger(
    renderSettings(settings) + renderEntries([...ledger.entries.values()]) + renderEntries(planned.added),
  );
  expect(kept.problems).toEqual([]);
  return kept;
}

function leaksOf(claims: readonly DatasetClaim[], { assigned, leftOut }: ReturnType<typeof plan>) {
  const links = [...listLinks(claims)];
  return listForbidden(
    findLeaks(claims, ({ id }) => assigned.get(id), links, leftOut),
    EDGES,
  );
}

/** Claims that share articles, pages, wordings and clusters at random. */
const sketches = fc
  .array(
    fc.record({
      verdict: fc.constantFrom('true', 'false', 'mixed'),
      article: fc.option(fc.nat(12).map(String), { nil: undefined }),
      pages: fc.array(
        fc.nat(15).map((n) => `https://example.org/${n}`),
        { maxLength: 2 },
      ),
      words: fc.option(fc.nat(8), { nil: undefined }),
      cluster: fc.option(fc.nat(20).map(String), { nil: undefined, freq: 4 }),
    }),
    { minLength: 1, maxLength: 50 },
  )
  .map((list) =>
    list.map(({ words, ...sketch }, i) =>
      sketchClaim({
        ...(JSON.parse(JSON.stringify(sketch)) as Omit<Sketch, 'id'>),
        id: `c${String(i).padStart(2, '0')}`,
        ...(words === undefined
          ? {}
          : { text: `Somebody said that the bridge ${words} was closed by one of the ports` }),
      }),
    ),
  );

describe('groups', () => {
  test('are tied by articles, words, nearly the same words, clusters and pages', () => {
    const claims = [
      sketchClaim({ id: 'a', article: 'x' }),
      sketchClaim({ id: 'b', article: 'x', pages: ['https://www.example.org/p/?utm_source=mail'] }),
      sketchClaim({ id: 'c', pages: ['https://web.archive.org/web/20240101000000/http://example.org/p#top'] }),
      sketchClaim({ id: 'd', text: 'The river bridge at Aldport was closed for 11 days.' }),
      sketchClaim({ id: 'e', text: 'the river bridge AT Aldport was closed for 11 days' }),
      sketchClaim({ id: 'f', text: 'The river bridge at Aldport was closed again for 11 days.' }),
      sketchClaim({ id: 'g', text: 'The river bridge at Aldport was closed for 12 days.' }),
    ];
    const { groups } = groupClaims(claims.length, [...listLinks(claims)], new Set(EDGES));
    expect([...groups.list().values()]).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  });

  test('are not tied by a page that more than twenty of them cite', () => {
    const citing = (n: number) =>
      Array.from({ length: n }, (_, i) => sketchClaim({ id: `c${i}`, pages: ['https://stats.example.org'] }));
    const { groups, leftOut } = plan(citing(21));
    expect(groups).toBe(21);
    expect(leftOut).toEqual([{ tie: 'evidence page', key: 'stats.example.org', groups: 21 }]);
    expect(plan(citing(20)).groups).toBe(1);
  });
});

describe('splits by group', () => {
  test('leak nothing, whatever ties the claims', () => {
    fc.assert(
      fc.property(sketches, (claims) => {
        expect(leaksOf(claims, plan(claims))).toEqual([]);
      }),
    );
  });

  test('are the same for the same claims in any order', () => {
    fc.assert(
      fc.property(sketches, (claims) => {
        expect(plan(claims.toReversed()).added).toEqual(plan(claims).added);
      }),
      { numRuns: 50 },
    );
  });

  test('stay as they are when the dataset grows, and leak nothing then either', () => {
    fc.assert(
      fc.property(sketches, fc.nat(50), (claims, n) => {
        const before = plan(claims.slice(0, n));
        const ledger = keep(before);
        const after = plan(claims, ledger);
        for (const [id, split] of before.assigned) {
          const now = after.assigned.get(id);
          const isLinked = after.linked.some(({ claim }) => claim === id);
          expect(now === split || (isLinked && split !== 'test' && now === 'excluded')).toBe(true);
        }
        // New claims tie old ones together only through themselves, and are then left out.
        expect(after.linked).toEqual([]);
        expect(leaksOf(claims, after)).toEqual([]);
        expect(plan(claims, keep(after, ledger)).added).toEqual([]);
      }),
    );
  });

  test('put every claim into one of train, dev, test and excluded', () => {
    fc.assert(
      fc.property(sketches, (claims) => {
        const { assigned } = plan(claims);
        expect(assigned.size).toBe(claims.length);
        for (const split of assigned.values()) expect([...SPLITS, 'excluded']).toContain(split);
      }),
      { numRuns: 50 },
    );
  });

  test('have the wished sizes within one largest group, and the verdicts of the whole within two points', () => {
    const claims = Array.from({ length: 3000 }, (_, i) =>
      sketchClaim({
        id: `c${i}`,
        article: `a${Math.floor(i / 3) % 700}`,
        verdict: ['true', 'false', 'false', 'mixed', 'false'][i % 5] as string,
      }),
    );
    const { assigned, groups } = plan(claims);
    expect(groups).toBe(700);
    for (const [i, split] of SPLITS.entries()) {
      const own = claims.filter(({ id }) => assigned.get(id) === split);
      expect(Math.abs(own.length - (BY_GROUP.shares?.[i] as number) * 30)).toBeLessThanOrEqual(6);
      const share = own.filter(({ verdicts }) => verdicts.own === 'false').length / own.length;
      expect(Math.abs(share - 0.6)).toBeLessThan(0.02);
    }
  });

  test('a new claim joins the split of its group, and one that would join two is in neither', () => {
    const old = [sketchClaim({ id: 'a', article: 'x' }), sketchClaim({ id: 'b', article: 'y' })];
    const ledger = parseLedger(
      `${renderSettings(BY_GROUP)}{"claim":"a","split":"train"}\n{"claim":"b","split":"test"}\n`,
    );
    const grown = [
      ...old,
      sketchClaim({ id: 'c', article: 'y' }),
      sketchClaim({ id: 'd', cluster: 'q', article: 'x' }),
      sketchClaim({ id: 'e', pages: ['https://example.org/shared'] }),
    ];
    expect(plan(grown, ledger).added.slice(0, 2)).toEqual([
      { claim: 'c', split: 'test' },
      { claim: 'd', split: 'train' },
    ]);
    const tying = [
      sketchClaim({ id: 'a', article: 'x', cluster: 'q' }),
      old[1] as DatasetClaim,
      sketchClaim({ id: 'c', article: 'y', cluster: 'q' }),
    ];
    const { added, joining } = plan(tying, ledger);
    expect(added).toEqual([{ claim: 'c', split: 'excluded', with: ['b', 'a'] }]);
    expect(joining).toEqual([{ claim: 'c', between: ['b', 'a'] }]);
  });

  test('of two splits that turn out to be linked, test never changes', () => {
    const linked = [
      sketchClaim({ id: 'a', cluster: 'q' }),
      sketchClaim({ id: 'b', cluster: 'q' }),
      sketchClaim({ id: 'c', article: 'z' }),
    ];
    const ledger = parseLedger(
      `${renderSettings(BY_GROUP)}{"claim":"a","split":"train"}\n{"claim":"b","split":"test"}\n{"claim":"c","split":"dev"}\n`,
    );
    const planned = plan(linked, ledger);
    expect(planned.linked).toEqual([{ claim: 'a', between: ['a', 'b'] }]);
    expect(planned.added).toEqual([{ claim: 'a', split: 'excluded', with: ['b'] }]);
    expect(plan(linked, keep(planned, ledger)).added).toEqual([]);
  });
});

describe('a ledger', () => {
  test.each([
    ['{"claim":"a","split":"test"}\n', 1, 'how the splits are made'],
    [`${renderSettings(BY_GROUP)}{"claim":"a","split":"test"}\n{"claim":"a","split":"train"}\n`, 3, 'in test already'],
    [
      `${renderSettings(BY_GROUP)}{"claim":"a","split":"test"}\n{"claim":"a","split":"excluded"}\n`,
      3,
      'in test already',
    ],
    [`${renderSettings(BY_GROUP)}{"claim":"a","split":"Test"}\n`, 2, 'not a claim and its split'],
    [`${renderSettings(BY_GROUP)}{"claim":"a","split":"test"}`, 2, 'may have been cut'],
  ])('says which line cannot have been written: %j', (text, line, words) => {
    expect(parseLedger(text).problems).toEqual([{ line, message: expect.stringContaining(words) }]);
  });

  test('is read as it was written', () => {
    for (const settings of [
      BY_GROUP,
      { ...BY_GROUP, by: 'time', shares: null, from: '2024-01-01' },
      { ...BY_GROUP, by: 'hold-out', shares: null, hold_out: { field: 'language', values: ['uk'] } },
    ] as const)
      expect(parseLedger(renderSettings(settings as SplitSettings))).toMatchObject({ settings, problems: [] });
  });
});

describe.skipIf(!FIELD_CASES)('FIELD_CASES', () => {
  const read = (file: string) =>
    Papa.parse<Record<string, string>>(readFileSync(`${FIELD_CASES}/${file}`, 'utf8').trim(), {
      header: true,
    }).data.map((row) => ({
      ...sketchClaim({
        id: row['claim_id'] as string,
        text: row['claim'] as string,
        verdict: row['verdict'] as string,
        date: row['claim_date'] as string,
        pages: (row['evidence_urls'] as string).split('|').filter((url) => url !== ''),
        publisher: row['publisher'] as string,
        language: row['language'] as string,
      }),
      article: pageOf(row['source_url'] as string),
    }));
  const expected = FIELD_CASES ? JSON.parse(readFileSync(`${FIELD_CASES}/expected.json`, 'utf8')).cases : {};
  const tally = (assigned: ReadonlyMap<string, string>) => {
    const counts: Record<string, number> = {};
    for (const split of assigned.values()) counts[split] = (counts[split] ?? 0) + 1;
    return counts;
  };

  test('splits-claims.csv', () => {
    const claims = read('splits-claims.csv');
    const { splits, by_time, hold_out_language_uk } = expected['splits-claims.csv'];
    const links = [...listLinks(claims)];
    const group = (...edges: Edge[]) => [...groupClaims(claims.length, links, new Set(edges)).groups.list().values()];
    expect({
      article: group('article').length,
      'article+text': group('article', 'text').length,
      'article+text+evidence': group('article', 'text', 'evidence').length,
    }).toEqual(splits.groups);
    const several = group(...EDGES)
      .filter((members) => members.length > 1)
      .map((members) => members.map((i) => claims[i]?.id));
    expect(new Set(several.map(String))).toEqual(new Set(splits.groups_of_two_or_more.map(String)));
    const { assigned } = plan(claims);
    expect(leaksOf(claims, plan(claims))).toEqual([]);
    for (const [i, split] of SPLITS.entries())
      expect(
        Math.abs((tally(assigned)[split] ?? 0) - ((BY_GROUP.shares?.[i] as number) * claims.length) / 100),
      ).toBeLessThanOrEqual(splits.largest[0]);
    const byTime = plan(claims, NO_LEDGER, { ...BY_GROUP, by: 'time', shares: null, from: by_time.from });
    expect(tally(byTime.assigned)).toEqual(by_time.claims);
    const held = plan(claims, NO_LEDGER, {
      ...BY_GROUP,
      by: 'hold-out',
      shares: null,
      hold_out: { field: 'language', values: ['uk'] },
    });
    const { held_out: test, rest: train, excluded } = hold_out_language_uk.claims;
    expect(tally(held.assigned)).toEqual({ test, train, excluded });
  });

  test('splits-growth.csv', () => {
    const before = plan(read('splits-claims.csv'));
    const claims = read('splits-growth.csv');
    const { assigned, added } = plan(claims, keep(before));
    for (const [id, split] of before.assigned) expect(assigned.get(id)).toBe(split);
    expect(added.map(({ claim }) => claim)).toEqual(expected['splits-growth.csv'].splits.new);
    expect(assigned.get('g-61-c01')).toBe(assigned.get('g-00-c01'));
    expect(assigned.get('g-62-c01')).toBe(assigned.get('g-13-c01'));
    const [one, other] = [assigned.get('g-04-c01'), assigned.get('g-13-c01')];
    expect(assigned.get('g-63-c01')).toBe(one === other ? one : 'excluded');
  });

  test('splits/', () => {
    const files = SPLITS.map((split) => [split, readFileSync(`${FIELD_CASES}/splits/${split}.csv`, 'utf8')] as const);
    const claims = files.flatMap(([split, text]) =>
      Papa.parse<Record<string, string>>(text.trim(), { header: true }).data.map((row) => ({
        ...sketchClaim({ id: row['id'] as string, text: row['claim'] as string, verdict: row['verdict'] as string }),
        article: pageOf(row['article'] as string),
        evidence: [{ page: null, text: row['evidence'] as string, group: null, sentence: null }],
        split,
      })),
    );
    const leaks = findLeaks(claims, ({ split }) => split, [...listLinks(claims)]);
    const of = (from: string, into: string, tie: string) =>
      leaks.find((leak) => leak.from === from && leak.into === into && leak.tie === tie);
    const { F11 } = expected['splits/'].rules;
    const { text, evidence, article } = F11['train-test'];
    expect(of('train', 'test', 'text')?.rows).toBe(text);
    expect(of('train', 'test', 'evidence text')).toMatchObject({ things: evidence.texts, rows: evidence.rows });
    expect(of('train', 'test', 'article')).toMatchObject({ things: article.pages, rows: article.rows });
    expect(of('dev', 'test', 'evidence text')).toMatchObject({
      things: F11['dev-test'].evidence.texts,
      rows: F11['dev-test'].evidence.rows,
    });
    expect(leaks).toHaveLength(4);
  });
});
