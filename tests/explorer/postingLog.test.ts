// More words than are held in memory → the same postings, wherever the log of them waits.
import { afterAll, expect, test } from 'vitest';
import { scratchInMemory } from '../../scripts/explorer/scratch.ts';
import { PostingLog, STEP } from '../../scripts/explorer/search/postingLog.ts';
import { ScratchFile } from '../../scripts/platform/scratchFile.ts';

const CLAIMS = 4000;
const WORDS = 400;

const file = new ScratchFile();
afterAll(() => file.close());

/** The words of a claim with their fields; every seventh claim has none. */
function wordsOf(claim: number): [term: string, fields: number][] {
  if (claim % 7 === 0) return [];
  return Array.from({ length: 100 }, (_, i) => [`w${(claim * 31 + 3 * i) % WORDS}`, 1 + (i % 3)]);
}

test.each([
  ['in memory', scratchInMemory()],
  ['in a file', file],
])('%s', (_, scratch) => {
  const log = new PostingLog(scratch);
  const expected = new Map<string, number[]>();
  const last = new Map<string, number>();
  for (let claim = 0; claim < CLAIMS; claim++) {
    const words = new Map(wordsOf(claim));
    log.add(new Map([...words].map(([term, fields]) => [log.number(term), fields])));
    for (const [term, fields] of words) {
      const list = expected.get(term) ?? [];
      expected.set(term, list);
      list.push((claim - (last.get(term) ?? -1)) * STEP + fields);
      last.set(term, claim);
    }
  }
  const { head, pieces } = log.finish();
  const found = Array.from({ length: pieces.length }, (_, at) => pieces.read(at));
  expect(head).toEqual({ count: CLAIMS, first: found.map(({ terms }) => terms[0]) });
  expect(found.flatMap(({ terms, postings }) => terms.map((term, i) => [term, postings[i]]))).toEqual(
    [...expected].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  expect([...expected.values()].flat().length).toBeGreaterThan(2 ** 18);
});
