// What a site of a large dataset holds outside of memory, or writes in pieces: the same as if it were held whole.
import { afterAll, describe, expect, test } from 'vitest';
import { collectCore } from '../../scripts/explorer/data/collectCore.ts';
import { joinPieces, writeList } from '../../scripts/explorer/data/joinPieces.ts';
import { storeArticles } from '../../scripts/explorer/data/storedArticles.ts';
import { scratchInMemory } from '../../scripts/explorer/scratch.ts';
import { SortedTexts } from '../../scripts/explorer/site/sortedTexts.ts';
import { ScratchFile } from '../../scripts/platform/scratchFile.ts';
import fc from '../property.ts';
import { makeDataset } from './datasetFixture.ts';

const file = new ScratchFile();
afterAll(() => file.close());

describe.each([
  ['in memory', scratchInMemory()],
  ['in a file', file],
])('%s', (_, scratch) => {
  test('texts come back sorted, however many are sorted at a time', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 70 }), (all, together) => {
        const sorted = new SortedTexts(scratch, together);
        for (const text of all) sorted.add(text);
        expect(sorted.size).toBe(all.length);
        expect([...sorted]).toEqual([...all].sort());
      }),
    );
  });

  test('runs that are read in several pieces are joined', () => {
    const all = Array.from({ length: 5000 }, (_, i) => `claims/c${(i * 7919) % 5000}.html`);
    const sorted = new SortedTexts(scratch, 1700);
    for (const text of all) sorted.add(text);
    expect([...sorted]).toEqual(all.sort());
  });

  test('articles are found by their ids, and come in their order', () => {
    const [first] = makeDataset({ claims: 1 }).articles;
    if (!first) throw new Error('The fixture is empty.');
    // More than are kept at hand.
    const rows = Array.from({ length: 400 }, (_, i) => ({ ...first, article_id: `a-${i}`, title: `Стаття ${i} 🗞` }));
    const later = { ...first, article_id: 'a-7', title: 'The same id again' };
    const articles = storeArticles([...rows, later], scratch);
    const expected = new Map([...rows, later].map((row) => [row.article_id, row]));
    expect(articles.size).toBe(400);
    expect([...articles.keys()]).toEqual([...expected.keys()]);
    expect([...articles.values()]).toEqual([...expected.values()]);
    for (const id of ['a-7', 'a-399', 'a-0', 'a-7', 'a-200', 'b'])
      expect([articles.has(id), articles.get(id)]).toEqual([expected.has(id), expected.get(id)]);
  });
});

test('the list of claims is written as its JSON', () => {
  const { core, add, write } = collectCore();
  const claims = [...makeDataset({ claims: 300 }).claims()];
  for (const claim of claims) add(claim);
  const [claim] = claims;
  if (claim) add({ ...claim, claim_id: 'elsewhere-c01', claimant: '“Ї”, "її"\n\ud800' });
  expect(Buffer.from(joinPieces(write)).toString('utf8')).toBe(JSON.stringify(core));
});

test('of no claims too', () => {
  const { core, write } = collectCore();
  expect(Buffer.from(joinPieces(write)).toString('utf8')).toBe(JSON.stringify(core));
});

test('a list is written as its JSON', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), (list) => {
      const bytes = joinPieces(() => writeList(list));
      expect(Buffer.from(bytes).toString('utf8')).toBe(JSON.stringify(list));
    }),
  );
});

test('a long text is joined from many pieces', () => {
  const pieces = Array.from({ length: 20_000 }, (_, i) => `Ї${i},`);
  expect(Buffer.from(joinPieces(() => pieces)).toString('utf8')).toBe(pieces.join(''));
});
