// Predictions of a mapped dataset, by the command: what was learned from is not scored on, and order means nothing.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { score } from '../../scripts/commands/score.ts';
import fc from '../property.ts';
import { type Outcome, record } from '../workspace.ts';

vi.setConfig({ testTimeout: 120_000 });

const MAPPING = `mapping: 1
name: towns
files: [{ path: train.csv, split: train }, { path: test.csv, split: test }]
fields: { id: id, text: claim, verdict: verdict, url: source }
lists: { evidence: { each: ".", fields: { url: evidence } } }
`;
const HEADER = 'id,claim,verdict,source,evidence\n';
const TRAIN = `a,The bridge is shut,true,https://paper.example.org/1,https://a.example.org/ledger
b,The mill is open,false,https://paper.example.org/2,
`;
const TEST = `c,The ferry is late,true,https://paper.example.org/3,
d,The market is full,false,https://paper.example.org/4,
e,The school is new,false,https://paper.example.org/4,
`;

function openFolder(test = TEST): {
  folder: string;
  score(lines: readonly object[], split?: string): Promise<Outcome>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = { 'towns.yml': MAPPING, 'train.csv': HEADER + TRAIN, 'test.csv': HEADER + test };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return {
    folder,
    score: (lines, split = 'test') => {
      writeFileSync(join(folder, 'p.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      const options = { mapping: join(folder, 'towns.yml'), split, scale: 'own', missing: 'error' } as const;
      return record((terminal) => score(join(folder, 'p.jsonl'), { ...options, format: 'text' }, terminal));
    },
  };
}

const PREDICTIONS = ['c', 'd', 'e'].map((claim_id) => ({ claim_id, verdict: claim_id === 'c' ? 'true' : 'false' }));
const about = (...splits: (string | undefined)[]) => ({
  about: { dataset: 'towns', split: 'test', trained_on: splits.map((split) => ({ dataset: 'towns', split })) },
});

test('a system that was trained on other claims is scored', async () => {
  const { exitCode, out } = await openFolder().score([about('train'), ...PREDICTIONS]);
  expect([exitCode, out]).toEqual([0, expect.stringContaining('accuracy')]);
});

test.each([
  ['the same article', 'd,The market is full,false,http://www.paper.example.org/2/?utm_source=mail,\n', 'd and b'],
  ['the same words', 'd,"the MILL, is open!",false,https://paper.example.org/4,\n', 'd and b'],
  [
    'the same page of evidence',
    'd,The market is full,false,https://paper.example.org/4,https://web.archive.org/web/2024/https://a.example.org/ledger\n',
    'd and a',
  ],
])('one that learned from %s is refused before any number', async (_, row, pair) => {
  const rows = TEST.split('\n').map((line) => (line.startsWith('d,') ? row.trimEnd() : line));
  const { exitCode, out } = await openFolder(rows.join('\n')).score([about('train'), ...PREDICTIONS]);
  expect(exitCode).toBe(1);
  expect(out).toContain('error trained_on:');
  expect(out).toContain(`  ${pair}\n`);
  expect(out).not.toMatch(/accuracy|macro|Signature/);
});

test.each([
  ['the split itself', ['test'], 'trained_on: '],
  ['all of the dataset', [undefined], 'trained_on: '],
  ['a split that there is not', ['trian'], 'trained_on_unknown: '],
  ['the other and one that there is not', ['train', 'dev'], 'trained_on_unknown: '],
])('one that was trained on %s is refused', async (_, splits, words) => {
  const { exitCode, out } = await openFolder().score([about(...splits), ...PREDICTIONS]);
  expect([exitCode, out]).toEqual([1, expect.stringContaining(words)]);
  expect(out).not.toContain('accuracy');
});

test('a claim in no split ties nothing', async () => {
  const { folder, score } = openFolder(TEST.replace('org/3,', 'org/3,https://c.example.org'));
  writeFileSync(join(folder, 'towns.yml'), MAPPING.replace(' }]', ' }, { path: left-out.csv }]'));
  const tying = 'x,The quay is long,true,https://paper.example.org/1,https://c.example.org\n';
  writeFileSync(join(folder, 'left-out.csv'), HEADER + tying);
  const { exitCode } = await score([about('train'), ...PREDICTIONS]);
  expect(exitCode).toBe(0);
});

test('splits go by any of their names', async () => {
  const about = { dataset: 'towns', split: 'Training' };
  const { exitCode } = await openFolder().score(
    [{ about }, { claim_id: 'a', verdict: 'true' }, { claim_id: 'b', verdict: 'true' }],
    'training',
  );
  expect(exitCode).toBe(0);
});

test('the same predictions in any order have the same score', async () => {
  const { score } = openFolder();
  const { out } = await score([about('train'), ...PREDICTIONS]);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(PREDICTIONS, { minLength: 3 }), async (shuffled) => {
      expect((await score([about('train'), ...shuffled])).out).toBe(out);
    }),
    { numRuns: 12 },
  );
});
