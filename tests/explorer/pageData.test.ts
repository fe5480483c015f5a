import { describe, expect, it } from 'vitest';
import { writeDatasetFile } from '../../scripts/explorer/datasetFiles.ts';
import { CHUNK, packClaims, unpackClaim, unpackCore } from '../../scripts/explorer/pageData.ts';
import { validatorOf } from '../../scripts/schemas/validator.ts';
import { makeDataset, makeDatasetFiles } from './datasetFixture.ts';

describe('the fixture', () => {
  it.each(['public', 'private'] as const)('is a dataset that the schema accepts (%s)', (edition) => {
    const validate = validatorOf('tables/claims.schema.json');
    const { claims } = makeDataset({ edition });
    for (const claim of claims) expect(validate(claim), JSON.stringify(validate.errors?.[0])).toBe(true);
  });
});

describe('packing', () => {
  it.each(['public', 'private'] as const)('loses nothing, not even the order of keys (%s)', (edition) => {
    const { claims } = makeDataset({ claims: CHUNK + 1, edition });
    const packed = packClaims(claims, edition);
    const { claims: core, articles } = unpackCore(packed.core, edition);
    const unpacked = core.map((claim, at) =>
      unpackClaim(claim, packed.details[Math.floor(at / CHUNK)]?.[at % CHUNK] ?? [], articles, edition),
    );
    expect(unpacked.map((claim) => JSON.stringify(claim))).toEqual(claims.map((claim) => JSON.stringify(claim)));
  });

  it('refuses claims that differ about their article', () => {
    const { claims } = makeDataset({ claims: 2 });
    const [one, other] = structuredClone(claims);
    if (!one || !other) throw new Error('The fixture is too small.');
    other.article.title = 'Another title';
    expect(() => packClaims([one, other], 'public')).toThrow('differ about article gazette-0');
  });
});

describe('files that the page writes', () => {
  const files = makeDatasetFiles();
  const { claims } = makeDataset();
  const articles = [...new Map(claims.map(({ article }) => [article.article_id, article])).values()];

  it.each([...files.keys()].filter((path) => /^(?:claims|articles|evidence|annotations)\./.test(path)))(
    '%s is the dataset’s, byte for byte',
    (path) => {
      expect(writeDatasetFile(path, claims, articles, 'public')).toBe(files.get(path));
    },
  );

  it('leaves alone what holds more than claims', () => {
    expect(writeDatasetFile('entities.csv', claims, articles, 'public')).toBeNull();
    expect(writeDatasetFile('codebook.md', claims, articles, 'public')).toBeNull();
  });
});
