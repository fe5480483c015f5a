// The dataset of this repository, audited as if somebody else had made it: nothing is found.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { audit, countCodes } from '../audit/auditing.ts';
import { OWN_MAPPING } from '../audit/ownMapping.ts';

test('the dataset has no finding', { timeout: 120_000 }, async () => {
  const found = await audit(OWN_MAPPING, { 'claims.json': readFileSync('dataset/claims.json') });
  expect(found.findings).toEqual([]);
  expect(countCodes(found, true)).toEqual({});
  const { counts } = JSON.parse(readFileSync('dataset/manifest.json', 'utf8'));
  expect(found.data.read).toBe(counts.claims);
});
