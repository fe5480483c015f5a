import { describe, expect, it } from 'vitest';
import { collectCore } from '../../scripts/explorer/data/collectCore.ts';
import { h } from '../../scripts/explorer/nodes/node.ts';
import { renderHtml } from '../../scripts/explorer/nodes/renderHtml.ts';
import type { PageMeta } from '../../scripts/explorer/pageMeta.ts';
import { sayDate, sayDates } from '../../scripts/explorer/parts/dates.ts';
import { sayLicence, showLicence } from '../../scripts/explorer/parts/licence.ts';
import { showQuotation } from '../../scripts/explorer/parts/quotation.ts';
import { guessLanguage, languageByScript } from '../../scripts/explorer/parts/textLanguage.ts';
import { isQuoted } from '../../scripts/explorer/parts/wording.ts';
import { listClaims } from '../../scripts/explorer/view/claimList.ts';
import { markerOf } from '../../scripts/explorer/view/markMatches.ts';
import { countPassing, selectClaims, suggestLoosening } from '../../scripts/explorer/view/selectClaims.ts';
import {
  FACETS,
  type Filters,
  formatView,
  NO_FILTERS,
  NOT_SETTLED,
  parseView,
  SORTS,
  type View,
} from '../../scripts/explorer/view/viewState.ts';
import fc from '../property.ts';
import { makeDataset } from './datasetFixture.ts';

const claims = [...makeDataset({ claims: 90 }).claims()];
const { core, add } = collectCore();
claims.forEach(add);
const publishers = new Map(claims.map(({ article }) => [article.article_id, article.publisher]));
const list = listClaims(core, publishers, ['supported', 'refuted', 'misleading', 'conflicting']);
const found = (...places: number[]) => ({ near: places, places: () => places });
const ask = (part: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...part });
const tick = (values: Partial<Filters['values']>): Filters => ask({ values: { ...NO_FILTERS.values, ...values } });

describe('the address', () => {
  const values = fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 3 });
  const filters: fc.Arbitrary<Filters> = fc.record({
    query: fc.string({ unit: 'grapheme' }),
    values: fc.record(Object.fromEntries(FACETS.map(({ key }) => [key, values]))) as fc.Arbitrary<Filters['values']>,
    everywhere: fc.boolean(),
    layout: fc.constantFrom('list' as const, 'table' as const),
    from: fc.constantFrom('', '2024-01-31'),
    to: fc.constantFrom('', '2024-12-31'),
    sort: fc.constantFrom(null, ...(Object.keys(SORTS) as (keyof typeof SORTS)[])),
  });
  const views: fc.Arbitrary<View> = fc.oneof(
    fc.constant<View>({ name: 'home' }),
    fc.constant<View>({ name: 'pictures' }),
    fc.constantFrom<View>({ name: 'articles' }, { name: 'sources' }, { name: 'changes' }),
    fc.record({
      name: fc.constantFrom('claim' as const, 'article' as const, 'origin' as const, 'site' as const),
      id: fc.string({ unit: 'grapheme', minLength: 1 }),
    }),
    fc.record({
      name: fc.constant('compare' as const),
      ids: fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ name: fc.constant('claims' as const), filters }),
  );

  it('holds the whole state: what is written is read again', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(parseView(formatView(view))).toEqual(view);
      }),
    );
  });

  it.each(['#nonsense', '#claims?from=yesterday&sort=odd&x=1', '#claim/', '#claim/%E0%A4%A'])(
    'opens %s all the same',
    (hash) => {
      expect(() => parseView(hash)).not.toThrow();
    },
  );

  it('leaves out what it does not know', () => {
    expect(parseView('#claims?from=yesterday&sort=odd&x=1')).toEqual({ name: 'claims', filters: NO_FILTERS });
  });
});

describe('selecting', () => {
  it('lets everything pass without filters, in the order of the dataset', () => {
    expect(selectClaims(list, NO_FILTERS, null).places).toEqual(claims.map((_, place) => place));
  });

  it('joins values of one filter by or, filters by and', () => {
    const { places } = selectClaims(list, tick({ verdict: ['refuted', 'misleading'], status: ['reviewed'] }), null);
    const wanted = claims.flatMap(({ verdict, status }, place) =>
      ['refuted', 'misleading'].includes(verdict ?? '') && status === 'reviewed' ? [place] : [],
    );
    expect(wanted.length).toBeGreaterThan(0);
    expect(places).toEqual(wanted);
  });

  it('finds claims without a verdict too, so that the counts of all verdicts are those of all claims', () => {
    const some = claims.map((claim, at) => (at % 9 === 0 ? { ...claim, verdict: null } : claim));
    const { core: columns, add: put } = collectCore();
    some.forEach(put);
    const { places, counts } = selectClaims(
      listClaims(columns, publishers, []),
      tick({ verdict: [NOT_SETTLED] }),
      null,
    );
    expect(places).toEqual(some.flatMap(({ verdict }, at) => (verdict === null ? [at] : [])));
    expect([...counts.verdict.values()].reduce((sum, count) => sum + count, 0)).toBe(some.length);
  });

  it('counts for each value what ticking it would show', () => {
    const filters = tick({ verdict: ['refuted'], type: ['event'] });
    const { counts } = selectClaims(list, filters, null);
    for (const verdict of new Set(claims.flatMap((claim) => claim.verdict ?? []))) {
      const alone = { ...filters, values: { ...filters.values, verdict: [verdict] } };
      expect(counts.verdict.get(verdict) ?? 0).toBe(selectClaims(list, alone, null).places.length);
    }
  });

  it('takes a claim into a range when some day that its date allows is in it', () => {
    const { places } = selectClaims(list, ask({ from: '2024-02-01', to: '2024-02-10' }), null);
    const dates = new Set(places.map((place) => claims[place]?.claim_date));
    expect(dates).toContain('2024-01-10/2024-02-20');
    expect(dates).toContain('2024-02');
    expect(dates).not.toContain('2023');
  });

  it('keeps the order of the search, unless another is asked for', () => {
    expect(selectClaims(list, ask({ query: 'x' }), found(7, 2, 5)).places).toEqual([7, 2, 5]);
    expect(selectClaims(list, ask({ query: 'x', sort: 'dataset' }), found(7, 2, 5)).places).toEqual([2, 5, 7]);
  });

  it('sorts by date in both directions', () => {
    const days = (sort: 'newest' | 'oldest') =>
      selectClaims(list, ask({ sort }), null).places.map((place) => claims[place]?.claim_date_first ?? '');
    expect(days('oldest')).toEqual([...days('oldest')].sort());
    expect(days('newest')).toEqual([...days('newest')].sort().reverse());
  });

  it('sorts by verdict in the order of the scale', () => {
    const { places } = selectClaims(list, ask({ sort: 'verdict' }), null);
    const verdicts = [...new Set(places.map((place) => claims[place]?.verdict))].slice(0, 3);
    expect(verdicts).toEqual(['supported', 'refuted', 'misleading']);
  });

  it('counts claims that hold the words elsewhere only when that is asked for, or when no others are there', () => {
    const some = { near: [4], places: () => [4, 1, 9] };
    expect(selectClaims(list, ask({ query: 'x' }), some).places).toEqual([4]);
    expect(selectClaims(list, ask({ query: 'x', everywhere: true }), some).places).toEqual([4, 1, 9]);
    expect(selectClaims(list, ask({ query: 'x' }), { near: [], places: () => [4, 1] }).places).toEqual([4, 1]);
  });

  it('counts what passes without making a list of it', () => {
    const filters = { ...tick({ verdict: ['refuted'], type: ['event', 'statement'] }), from: '2024-01-01' };
    const places = claims.map((_, place) => place);
    expect(countPassing(list, filters, places)).toBe(selectClaims(list, filters, null).places.length);
    expect(countPassing(list, NO_FILTERS, [])).toBe(0);
  });

  it('counts every facet the same whichever is asked for first', () => {
    const filters = tick({ verdict: ['refuted'], topic: ['harbour'] });
    const [one, other] = [selectClaims(list, filters, null).counts, selectClaims(list, filters, null).counts];
    const counted = FACETS.map(({ key }) => [key, one[key]] as const);
    expect([...FACETS].reverse().map(({ key }) => [key, other[key]])).toEqual(counted.reverse());
    expect(one.topic.size).toBeGreaterThan(0);
  });

  it('says what to loosen: only what helps, and how much', () => {
    const filters = { ...tick({ verdict: ['no-such'] }), query: 'bridge' };
    expect(suggestLoosening(list, filters, found(1, 2, 3))).toMatchObject([{ label: 'verdict', count: 3 }]);
  });
});

describe('marking', () => {
  const mark = (query: string, text: string) =>
    markerOf(query, [['zelensky', 'zelenskyy']])(text)
      .filter((part) => part.found)
      .map((part) => part.text);

  it('marks words that begin with a word of the query, in every spelling and with their diacritics', () => {
    expect(mark('zelensky nov', 'Zelenskyy met Nováková.')).toEqual(['Zelenskyy', 'Nováková']);
  });

  it('marks another spelling only where it is the whole word', () => {
    const [marked] = [markerOf('xi', [['xi', 'si']])('Xi, or Si, signed since.').filter((part) => part.found)];
    expect(marked.map((part) => part.text)).toEqual(['Xi', 'Si']);
  });

  it('gives the text back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (query, text) => {
        expect(
          markerOf(
            query,
            [],
          )(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('the language of a text', () => {
  it.each([
    ['The bridge', 'cs', null],
    ['الجسر مغلق', 'ar', 'ar'],
    ['基辅', 'zh', 'zh'],
    ['1 2 3', 'ar', null],
  ])('%s in an article in %s: %s', (text, article, language) => {
    expect(guessLanguage(text, article, null)).toBe(language);
  });

  it("is the one that the project says, and none where that is the page's own", () => {
    expect(guessLanguage('El puente', 'cs', 'es')).toBe('es');
    expect(guessLanguage('The bridge', 'cs', 'en')).toBeNull();
  });
});

describe('the language of a quotation that nobody noted', () => {
  it.each([
    ['Він підписав указ', 'uk'],
    ['Он подписал указ, который вышел', 'ru'],
    ['Prezydent podpisał', 'pl'],
    ['he signed it', null],
  ])('%s: %s', (text, language) => {
    expect(languageByScript(text)).toBe(language);
  });
});

describe('dates', () => {
  it.each([
    ['2023-02-24', '24 February 2023'],
    ['2023-02', 'February 2023'],
    ['2023', '2023'],
    ['2023-03-29/2023-03-30', 'between 29 and 30 March 2023'],
    ['2022-12-30/2023-01-02', 'between 30 December 2022 and 2 January 2023'],
    ['../2023-03-17', 'by 17 March 2023'],
    ['2023-03-17/..', 'from 17 March 2023 on'],
    ['soon', 'soon'],
  ])('%s: %s', (text, words) => {
    expect(sayDate(text)).toBe(words);
  });
});

describe('days inside of a text', () => {
  it.each([
    ['AP, published 2023-03-29; a copy', 'AP, published 29 March 2023; a copy'],
    ['zpravy, 2023-04', 'zpravy, April 2023'],
    ['seen 2023-03-29/2023-03-30', 'seen between 29 and 30 March 2023'],
    ['https://example.org/2023-03-29/x', 'https://example.org/2023-03-29/x'],
    ['file 003-2023-03-29', 'file 003-2023-03-29'],
    ['order 2023-99', 'order 2023-99'],
  ])('%s: %s', (text, words) => {
    expect(sayDates(text)).toBe(words);
  });
});

describe('a licence', () => {
  const meta = { licences: { 'LicenseRef-terms': 'Terms of the port' } } as unknown as PageMeta;
  const html = (spdx: string) => renderHtml(h('p', {}, showLicence({ meta }, spdx)));
  it.each([
    ['CC-BY-4.0', 'CC-BY-4.0'],
    ['LicenseRef-all-rights-reserved', 'All rights reserved'],
    ['LicenseRef-Aldport-Terms', 'Aldport Terms'],
    ['LicenseRef-terms', 'Terms of the port'],
    ['NOASSERTION', 'not stated'],
  ])('%s is called %s', (spdx, words) => {
    expect(sayLicence({ meta }, spdx)).toBe(words);
  });

  it('is a link where SPDX has its text, and nowhere else', () => {
    expect(html('CC-BY-4.0')).toContain('href="https://spdx.org/licenses/CC-BY-4.0.html"');
    for (const other of ['LicenseRef-x', 'NOASSERTION', 'NONE', 'see the page', '"><script>'])
      expect(html(other)).not.toContain('<a');
  });
});

describe('quotation marks', () => {
  const html = (words: string, name: 'q' | 'blockquote' = 'q') => renderHtml(showQuotation(name, words));
  it('are turned around words that run from right to left, in a list as on a page', () => {
    for (const name of ['q', 'blockquote'] as const) {
      expect(html('أُغلق الجسر', name)).toBe(`<${name} class="turned">أُغلق الجسر</${name}>`);
      expect(html('40 % des الجسر', name)).toBe(`<${name}>40 % des الجسر</${name}>`);
    }
  });

  it('are left out where the words have some', () => {
    expect(html('calling it a “partner”')).toBe('<span class="bare">calling it a “partner”</span>');
    expect(html('«جسر»', 'blockquote')).toBe('<blockquote class="bare">«جسر»</blockquote>');
  });

  it('are not put around a text that has some', () => {
    expect([isQuoted('calling it a “partner”'), isQuoted('shut for eleven days')]).toEqual([true, false]);
  });
});
