import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWord, splitWords } from '../../scripts/explorer/search/foldWords.ts';
import { groupSpellings } from '../../scripts/explorer/search/nameVariants.ts';
import { indexClaims, openIndex } from '../../scripts/explorer/search/searchIndex.ts';
import { makeDataset } from './datasetFixture.ts';

describe('words', () => {
  it.each([
    ['Zelenskyy', 'zelenskyy'],
    ['NOVÁKOVÁ', 'novakova'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['ＡＰ', 'ap'],
    ['Київ', 'киів'],
  ])('folds %s to %s', (word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });

  it('folds once and for all', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldWord(foldWord(text)) === foldWord(text)));
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
  const { claims, entities } = makeDataset({
    texts: ['Zelenskyy spoke in Kyiv.', 'Nováková counted ballots.', '北京和基辅讨论了桥梁。', 'A quay is a quay.'],
    claims: 4,
  });
  const spellings = groupSpellings(entities);
  const search = openIndex(indexClaims(claims, entities, spellings), spellings);
  const find = (query: string) => search.find(query)?.map((place) => claims[place]?.claim) ?? null;

  it.each([
    ['Zelensky', 'Zelenskyy spoke in Kyiv.'],
    ['Zelenskyi', 'Zelenskyy spoke in Kyiv.'],
    ['Kiev', 'Zelenskyy spoke in Kyiv.'],
    ['kie', 'Zelenskyy spoke in Kyiv.'],
    ['novakova ballots', 'Nováková counted ballots.'],
    ['基辅', '北京和基辅讨论了桥梁。'],
    ['京', '北京和基辅讨论了桥梁。'],
    ['ball', 'Nováková counted ballots.'],
  ])('finds %s in "%s"', (query, claim) => {
    expect(find(query)).toContain(claim);
  });

  it('finds only claims that hold every word', () => {
    expect(find('ballots quay')).toEqual([]);
  });

  it('says nothing while a first letter is typed, and does not lose the words before it', () => {
    expect(find('b')).toBeNull();
    expect(find('ballots q')).toEqual(['Nováková counted ballots.']);
  });

  it('suggests words like a mistyped one', () => {
    expect(search.suggest('balots')).toContain('ballots');
  });

  it('finds nothing, without failing, for whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => Array.isArray(search.find(query) ?? [])));
  });

  it('is prepared as the same bytes every time', () => {
    expect(indexClaims(claims, entities, spellings)).toBe(indexClaims(claims, entities, spellings));
  });
});
