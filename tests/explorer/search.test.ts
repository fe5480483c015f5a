import { describe, expect, it, vi } from 'vitest';
import { orderPlaces } from '../../scripts/explorer/data/orderPlaces.ts';
import { openSearch } from '../../scripts/explorer/search/claimSearch.ts';
import { DIRECT, FIELDS } from '../../scripts/explorer/search/collectIndex.ts';
import { foldWord, splitWords } from '../../scripts/explorer/search/foldWords.ts';
import { groupSpellings } from '../../scripts/explorer/search/nameVariants.ts';
import { STEP } from '../../scripts/explorer/search/postingLog.ts';
import { surveyDataset } from '../../scripts/explorer/survey.ts';
import { markerOf } from '../../scripts/explorer/view/markMatches.ts';
import fc from '../property.ts';
import { makeDataset } from './datasetFixture.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('words', () => {
  it.each([
    ['Zelenskyy', 'zelenskyy'],
    ['NOVÁKOVÁ', 'novakova'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['ＡＰ', 'ap'],
    ['Київ', 'киів'],
    ['שָׁלוֹם', 'שלום'],
    ['كِتَابٌ', 'كتاب'],
    ['كتـــاب', 'كتاب'],
    ['أُختٌ', 'اخت'],
    ['ٱسم', 'اسم'],
    ['مدرسة', 'مدرسه'],
    ['على', 'علي'],
    ['کتابی', 'كتابي'],
    ['خانۀ', 'خانه'],
    ['۲۰۲۴', '2024'],
    ['٢٠٢٤', '2024'],
  ])('folds %s to %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it('folds once and for all', () => {
    const arabic = fc.string({ unit: fc.constantFrom(...'ابلوفكةىيٱأِـ٣'), maxLength: 9 });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), arabic), (text) => {
        expect(foldWord(foldWord(text))).toBe(foldWord(text));
      }),
    );
  });

  it.each([
    ['الجسر', 'جسر'],
    ['اَلْجِسْرُ', 'جسر'],
    ['والجسر', 'جسر'],
    ['بالجسر', 'جسر'],
    ['للجسر', 'جسر'],
    ['الالتزام', foldWord('التزام')],
  ])('takes the Arabic article off %s, also behind a particle: %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it.each(['بالغ', 'والد', 'ألم', 'إلى'])('leaves %s whole, which only begins like an article', (word) => {
    expect([...foldWord(word)]).toHaveLength([...word].length);
  });

  it('splits a script without spaces into pairs, so that a word inside is found', () => {
    expect(splitWords('北京和基辅')).toEqual(['北京', '京和', '和基', '基辅']);
  });

  it('keeps letters with marks together', () => {
    expect(splitWords("Xi's  “plan”, नमस्ते")).toEqual(['Xi', 's', 'plan', 'नमस्ते']);
  });
});

describe('spellings', () => {
  const person = (name: string, ...aliases: string[]) => ({ entity_id: 'x', name, kind: 'person' as const, aliases });
  const group = (...entities: object[]) => groupSpellings(entities as Parameters<typeof groupSpellings>[0]);

  it('joins the words at the same place of a person’s names', () => {
    expect(group(person('Volodymyr Zelenskyy', 'Vladimir Zelensky', 'Zelenskyi', 'Zelensky'))).toEqual([
      ['volodymyr', 'vladimir'],
      ['zelenskyy', 'zelensky', 'zelenskyi'],
    ]);
  });

  it('joins one-word names of a body, and leaves its titles alone', () => {
    const body = {
      ...person('Government of Ukraine', 'Kyiv', 'Kiev', 'Ukrainian state government'),
      kind: 'government',
    };
    expect(group(body)).toEqual([['kyiv', 'kiev']]);
  });
});

describe('spellings of names that are no entities', () => {
  it('are joined word by word', () => {
    expect(
      groupSpellings(
        [],
        [
          ['Kyiv', 'Kiev', 'Kyjev'],
          ['New Aldport', 'Nový Altport'],
        ],
      ),
    ).toEqual([
      ['aldport', 'altport'],
      ['kyiv', 'kiev', 'kyjev'],
      ['new', 'novy'],
    ]);
  });
});

describe('search', () => {
  const dataset = makeDataset({
    texts: ['Zelenskyy spoke in Kyiv.', 'Nováková counted ballots.', '北京和基辅讨论了桥梁。', 'A quay is a quay.'],
    claims: 4,
  });
  const claims = [...dataset.claims()];
  const { meta, index } = surveyDataset(dataset);
  const read: number[] = [];
  const search = openSearch(meta.index, meta.spellings, async (at) => {
    read.push(at);
    return index.read(at);
  });
  const find = async (query: string) =>
    (await search.find(query))?.places().map((place) => claims[place]?.claim) ?? null;

  it.each([
    ['Zelensky', 'Zelenskyy spoke in Kyiv.'],
    ['Zelenskyi', 'Zelenskyy spoke in Kyiv.'],
    ['Kiev', 'Zelenskyy spoke in Kyiv.'],
    ['kie', 'Zelenskyy spoke in Kyiv.'],
    ['novakova ballots', 'Nováková counted ballots.'],
    ['novakova ballot', 'Nováková counted ballots.'],
    ['基辅', '北京和基辅讨论了桥梁。'],
    ['京', '北京和基辅讨论了桥梁。'],
    ['ball', 'Nováková counted ballots.'],
    ['gazette-0-c02', 'Nováková counted ballots.'],
  ])('finds %s in "%s"', async (query, claim) => {
    expect(await find(query)).toContain(claim);
  });

  it('finds only claims that hold every word', async () => {
    expect(await find('ballots quay')).toEqual([]);
  });

  it('tells claims that show the words from those that hold them elsewhere', async () => {
    const found = await search.find('log');
    expect(found?.near).toEqual([]);
    expect(found?.places().length).toBe(4);
    expect(found?.where(found.places()[0] ?? -1)).toBe('justification');
    const both = await search.find('quay');
    expect(both?.near).toEqual([3]);
    expect(both?.where(3)).toBeNull();
  });

  it('finds a day, and not its numbers', async () => {
    const [claim] = claims;
    const day =
      claims.find(({ claim_date }) => /^\d{4}-\d{2}-\d{2}$/.test(claim_date ?? ''))?.claim_date ?? '2024-01-15';
    const wanted = claims
      .filter(({ claim_date }) => claim_date?.split('/').includes(day))
      .map(({ claim: text }) => text);
    expect(await find(day)).toEqual(wanted);
    expect(claim).toBeDefined();
  });

  it('does not count the title of the article as words of its claims', async () => {
    expect(await find('reopens')).toEqual([]);
  });

  it('says nothing while a first letter is typed, and does not lose the words before it', async () => {
    expect(await find('b')).toBeNull();
    expect(await find('ballots q')).toEqual(['Nováková counted ballots.']);
  });

  it('suggests a repair of the one word that is wrong, and only what finds something', async () => {
    expect(await search.suggest('balots')).toEqual(['ballot']);
    expect(await search.suggest('novakova balots')).toEqual(['novakova ballot']);
    expect(await search.suggest('quay balots')).toEqual([]);
  });

  it('finds nothing, without failing, for whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (query) =>
        Array.isArray((await search.find(query))?.places() ?? []),
      ),
    );
  });

  it('is prepared as the same bytes every time', () => {
    const again = surveyDataset(dataset).index;
    expect(again.length).toBe(index.length);
    for (let at = 0; at < index.length; at += 1) expect(again.read(at)).toEqual(index.read(at));
  });
});

describe('a search in Arabic', () => {
  const dataset = makeDataset({
    texts: ['أُغْلِقَ الجِسْرُ يوماً.', 'مرّت العبّارة بالجسر.', 'زار رئيس الوزراء مدرسةً.', 'آلم الخبر الناس على الفور.'],
    claims: 4,
  });
  const { meta, index } = surveyDataset(dataset);
  const search = openSearch(meta.index, meta.spellings, async (at) => index.read(at));
  const near = async (query: string) => (await search.find(query))?.near.toSorted() ?? null;

  it.each([
    ['جسر', [0, 1]],
    ['الجسر', [0, 1]],
    ['الجِسر', [0, 1]],
    ['اغلق', [0]],
    ['وزراء', [2]],
    ['الوزراء رئيس', [2]],
    ['مدرسه', [2]],
    ['علي', [3]],
  ])(
    'finds for %s, with the article and without, marked and unmarked, all claims that hold it',
    async (query, places) => {
      expect(await near(query)).toEqual(places);
    },
  );

  it('waits for more of a word of which the article and one letter are typed', async () => {
    expect(await near('الج')).toBeNull();
    expect(await near('رئيس الو')).toEqual([2]);
    expect(await near('الجس')).toEqual([0, 1]);
  });

  it('marks what it found as it is written', () => {
    const marked = (query: string, text: string) =>
      markerOf(query, [])(text).flatMap((part) => (part.found ? [part.text] : []));
    expect(marked('جسر', 'أُغْلِقَ الجِسْرُ يوماً.')).toEqual(['الجِسْرُ']);
  });
});

describe('an index in pieces', () => {
  const dataset = makeDataset({ claims: 3000 });
  const { meta, index } = surveyDataset(dataset);

  it('reads only those of the words that are asked for', async () => {
    const read = new Set<number>();
    const search = openSearch(meta.index, meta.spellings, async (at) => {
      read.add(at);
      return index.read(at);
    });
    expect(index.length).toBeGreaterThan(3);
    expect((await search.find('ferry'))?.near.length).toBeGreaterThan(0);
    expect(read.size).toBeLessThanOrEqual(2);
  });

  it('finds the same as a look at every claim', async () => {
    const search = openSearch(meta.index, [], async (at) => index.read(at));
    const claims = [...dataset.claims()];
    for (const word of ['ferry', 'quay', 'crown', 'week']) {
      const found = await search.find(word);
      const direct = [...(found?.near ?? [])].sort((one, other) => one - other);
      const wanted = claims.flatMap(({ claim }, place) =>
        splitWords(claim)
          .map(foldWord)
          .some((one) => one.startsWith(word))
          ? [place]
          : [],
      );
      expect(direct, word).toEqual(wanted);
    }
  });
});

describe('a search that remembers', () => {
  const dataset = makeDataset({ claims: 600 });
  const { meta, index } = surveyDataset(dataset);
  const terms = new Map(
    Array.from({ length: index.length }, (_, at) => index.read(at)).flatMap((piece) =>
      piece.terms.map((term, place) => [term, piece.postings[place] ?? []] as const),
    ),
  );

  /** The same answer by a look at every word and every claim, sorted by a function that compares two of them. */
  function lookAtAll(query: string) {
    const words = splitWords(query).map(foldWord);
    const claims = Array.from({ length: meta.index.count }, (_, place) => ({
      place,
      total: 0,
      held: 0,
      direct: 0,
      where: 0,
    }));
    for (const word of words) {
      const best = new Map<number, { score: number; fields: number }>();
      for (const [term, postings] of terms) {
        if (!term.startsWith(word)) continue;
        const rarity = Math.log1p((claims.length - postings.length + 0.5) / (postings.length + 0.5));
        let place = -1;
        for (const posting of postings) {
          place += Math.floor(posting / STEP);
          const fields = posting % STEP;
          const weight = [
            [FIELDS.claim, 4],
            [FIELDS.said, 3],
            [FIELDS.facts, 2],
            [STEP - 1 - DIRECT, 1],
          ].reduce((sum, [bits = 0, points = 0]) => sum + (fields & bits ? points : 0), 0);
          const known = best.get(place) ?? { score: 0, fields: 0 };
          const score = Math.fround((term === word ? 1 : 0.6) * rarity * weight);
          best.set(place, { score: Math.max(known.score, score), fields: known.fields | fields });
        }
      }
      for (const claim of claims) {
        const hit = best.get(claim.place);
        if (!hit) continue;
        claim.held += 1;
        claim.total = Math.fround(claim.total + hit.score);
        if (hit.fields & DIRECT) claim.direct += 1;
        else claim.where ||= hit.fields;
      }
    }
    const held = claims.filter((claim) => claim.held === words.length);
    const near = held.filter((claim) => claim.direct === words.length);
    const far = held.filter((claim) => claim.direct < words.length);
    for (const list of [near, far]) list.sort((one, other) => other.total - one.total || one.place - other.place);
    const [first, all] = [near, [...near, ...far]].map((list) => list.map(({ place }) => place));
    return { near: first ?? [], places: all ?? [] };
  }

  it.each(['ferry qu', 'the bridge at aldport', 'st', 'zelenskyy said nothing', 'week crown'])(
    'finds for "%s", typed letter by letter and taken back, what a look at everything finds',
    async (query) => {
      // Spellings and cut words have tests of their own.
      const search = openSearch(meta.index, [], async (at) => index.read(at));
      const typed = Array.from({ length: query.length - 1 }, (_, at) => query.slice(0, at + 2));
      for (const text of [...typed, ...typed.reverse()]) {
        if (/(^|\s).?$/.test(text)) continue;
        const found = await search.find(text);
        const { near, places } = lookAtAll(text);
        expect({ near: found?.near, places: found?.places() }, text).toEqual({ near, places });
        expect([...(found?.far ?? [])].sort(), text).toEqual(places.slice(near.length).sort());
      }
    },
  );

  it('asks again for a piece that could not be read', async () => {
    let online = false;
    const search = openSearch(meta.index, meta.spellings, async (at) => {
      if (!online) throw new Error('no network');
      return index.read(at);
    });
    await expect(search.find('ferry')).rejects.toThrow('no network');
    online = true;
    expect((await search.find('ferry'))?.places().length).toBeGreaterThan(0);
  });
});

describe('places in order', () => {
  it('are those that a comparison of ranks gives, and stand as in the dataset where ranks are equal', () => {
    const claims = fc.uniqueArray(fc.record({ place: fc.nat(2 ** 21 - 1), rank: fc.nat(2 ** 31 - 1) }), {
      selector: ({ place }) => place,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          claims,
          fc.uniqueArray(fc.record({ place: fc.nat(2 ** 21 - 1), rank: fc.nat(2) }), {
            selector: ({ place }) => place,
          }),
        ),
        (list) => {
          const ranks = new Map(list.map(({ place, rank }) => [place, rank]));
          const wanted = [...list].sort((one, other) => one.rank - other.rank || one.place - other.place);
          expect(
            orderPlaces(
              list.map(({ place }) => place),
              (place) => ranks.get(place) ?? 0,
            ),
          ).toEqual(wanted.map(({ place }) => place));
        },
      ),
    );
  });
});
