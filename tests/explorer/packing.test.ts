import { describe, expect, it, vi } from 'vitest';
import { collectCore } from '../../scripts/explorer/data/collectCore.ts';
import { CORE_COLUMNS, type CoreName, lengthenId } from '../../scripts/explorer/data/columns.ts';
import {
  packArticle,
  packDetails,
  packTexts,
  unpackArticle,
  unpackClaim,
} from '../../scripts/explorer/data/packing.ts';
import { writerOf } from '../../scripts/explorer/datasetFiles.ts';
import { surveyDataset } from '../../scripts/explorer/survey.ts';
import { validatorOf } from '../../scripts/schemas/validator.ts';
import { makeDataset, makeDatasetFiles, withClaims } from './datasetFixture.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('the fixture', () => {
  it.each(['public', 'private'] as const)('is a dataset that the schema accepts (%s)', (edition) => {
    const validate = validatorOf('tables/claims.schema.json');
    for (const claim of makeDataset({ edition }).claims())
      expect(validate(claim), JSON.stringify(validate.errors?.[0])).toBe(true);
  });
});

describe('packing', () => {
  it.each(['public', 'private'] as const)('loses nothing, not even the order of keys (%s)', (edition) => {
    const claims = [...makeDataset({ claims: 100, edition }).claims()];
    const { core, add } = collectCore();
    claims.forEach(add);
    const read = (place: number, name: CoreName): unknown => {
      const { values, codes } = core.columns[name] ?? { values: [], codes: [] };
      const code = codes[place];
      return typeof code === 'object' ? code.map((one) => values[one]) : values[code ?? -1];
    };
    const unpacked = claims.map((claim, place) => {
      const id = lengthenId(core.numbers[place] ?? '', claim.article_id);
      const known = Object.fromEntries(CORE_COLUMNS.map((name) => [name, read(place, name as CoreName)]));
      const article = unpackArticle(packArticle(claim.article, edition), edition);
      return unpackClaim({ claim_id: id, ...known }, packTexts(claim), packDetails(claim, edition), article, edition);
    });
    expect(unpacked.map((claim) => JSON.stringify(claim))).toEqual(claims.map((claim) => JSON.stringify(claim)));
  });

  it('keeps an id that its article and a number do not give', () => {
    const [claim] = makeDataset({ claims: 1 }).claims();
    if (!claim) throw new Error('The fixture is empty.');
    for (const id of ['elsewhere-c01', `${claim.article_id}-c1`, `${claim.article_id}-c007`]) {
      const { core, add } = collectCore();
      add({ ...claim, claim_id: id });
      expect(lengthenId(core.numbers[0] ?? '', claim.article_id)).toBe(id);
    }
  });

  it('refuses claims whose article is not that of the table', () => {
    const dataset = makeDataset({ claims: 2 });
    const claims = structuredClone([...dataset.claims()]);
    const other = {
      ...dataset,
      claims: () => claims.map((claim) => ({ ...claim, article: { ...claim.article, title: 'Other' } })),
    };
    expect(() => surveyDataset(other)).toThrow('differ about article gazette-0');
    expect(() => surveyDataset(withClaims(dataset, claims))).not.toThrow();
  });
});

describe('files that the page writes', () => {
  const files = makeDatasetFiles({ claims: 70 });
  const dataset = makeDataset({ claims: 70 });
  const claims = [...dataset.claims()];

  it.each([...files.keys()].filter((path) => /^(?:claims|articles|evidence|annotations)\./.test(path)))(
    '%s is the dataset’s, byte for byte, written some claims at a time',
    (path) => {
      const writer = writerOf(path, [...dataset.articles], 'public');
      const parts = [claims.slice(0, 1), claims.slice(1, 33), [], claims.slice(33)].map((some) => writer?.add(some));
      expect([writer?.opening, ...parts, writer?.closing].join('')).toBe(files.get(path));
    },
  );

  it('are known from those that it must carry', () => {
    const { files: places } = surveyDataset(dataset).meta;
    const carried = places.filter(({ how }) => how === 'carried').map(({ path }) => path);
    expect(carried).toEqual(expect.arrayContaining(['codebook.md', 'entities.csv', 'entities.jsonl']));
    expect(carried.filter((path) => writerOf(path, [], 'public') !== null)).toEqual([]);
  });

  it('leaves alone what holds more than claims', () => {
    expect(writerOf('entities.csv', [], 'public')).toBeNull();
    expect(writerOf('codebook.md', [], 'public')).toBeNull();
  });
});
