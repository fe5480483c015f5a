// Splits and the audit go by one definition of what is shared: what `splits` made, F11 finds nothing in.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { audit as auditFiles } from '../../scripts/commands/audit.ts';
import { splits } from '../../scripts/commands/splits.ts';
import { parseLedger } from '../../scripts/splits/ledger.ts';
import { seedDraw } from '../../scripts/values/random.ts';
import fc from '../property.ts';
import { record } from '../workspace.ts';

vi.setConfig({ testTimeout: 300_000 });

interface Row {
  id: string;
  claim: string;
  label: string;
  url: string | null;
  cluster: string | null;
  evidence: { url: string | null; text: string | null; question: string | null; answer: string | null }[];
  review: string | null;
  made: string | null;
}

const MAPPING = `mapping: 1
name: drawn
files: [{ path: claims.jsonl }]
fields: { id: id, text: claim, verdict: label, url: url, cluster: cluster, split: split }
lists:
  evidence: { each: "evidence[]", fields: { url: url, text: text, question: question, answer: answer } }
  reviews: { each: ".", fields: { url: review } }
  appearances: { each: ".", fields: { url: made } }
`;

const VERBS = ['closed', 'opened', 'painted', 'sold', 'moved', 'C++', 'mended', 'flooded', 'counted', 'named'];
/** Sentences that are the same, nearly the same, or another by a sign or a number alone. */
const sentenceOf = (n: number) =>
  [
    `The river bridge at Aldport was ${VERBS[n % 10]} by one of the port towns in spring`,
    `the RIVER bridge at Aldport was ${VERBS[n % 10]}, by one of the port towns in spring!`,
    `The river bridge at Aldport was ${VERBS[n % 10]} again by one of the port towns in spring`,
    `The river bridge at Aldport was ${VERBS[n % 10]} by ${n % 7} % of the port towns in spring`,
    `港の橋は春に${n % 7}つの町によって閉鎖された${VERBS[n % 10]}`,
  ][n % 5] as string;

/** Rows that share pages, words, clusters by chance; and sentences that more than twenty groups cite. */
function drawRows(count: number, seed: number): Row[] {
  const draw = seedDraw(seed);
  const below = (n: number) => draw() % n;
  const page = (many: number) => `https://www.example.org/p/${below(many)}/?utm_source=${below(3)}`;
  const sometimes = <T>(one: number, value: () => T) => (below(one) === 0 ? value() : null);
  return Array.from({ length: count }, (_, i) => ({
    id: `c${i}`,
    claim: below(3) === 0 ? sentenceOf(below(200)) : `Only claim ${i} says this of number ${i}`,
    label: ['true', 'false', 'mixed'][below(3)] as string,
    url: sometimes(2, () => page(count)),
    cluster: sometimes(9, () => `k${below(count)}`),
    evidence: Array.from({ length: below(3) }, () => ({
      url: sometimes(2, () => (below(4) === 0 ? 'https://stats.example.org' : page(count))),
      text: sometimes(2, () => (below(4) === 0 ? 'No evidence was found.' : `A sentence of page ${below(count)}`)),
      question: sometimes(6, () => 'Who says so?'),
      answer: sometimes(6, () => `Number ${below(count)} does`),
    })),
    review: sometimes(9, () => page(count)),
    made: sometimes(9, () => page(count)),
  }));
}

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'mapping.yml'), MAPPING);
  return folder;
}

const write = (folder: string, rows: readonly object[]) =>
  writeFileSync(join(folder, 'claims.jsonl'), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

/** Makes splits of the rows, and writes them into the rows. */
async function split(folder: string, rows: readonly Row[]): Promise<Map<string, string>> {
  const [mapping, ledger] = [join(folder, 'mapping.yml'), join(folder, 'mapping.splits.jsonl')];
  write(
    folder,
    rows.map((row) => ({ ...row, split: null })),
  );
  const { exitCode } = await record((terminal) => splits({ mapping, format: 'text' }, terminal));
  expect(exitCode).toBe(0);
  const { entries } = parseLedger(readFileSync(ledger, 'utf8'));
  const assigned = new Map(rows.map(({ id }) => [id, entries.get(id)?.split as string]));
  write(
    folder,
    rows.map((row) => ({ ...row, split: assigned.get(row.id) })),
  );
  return assigned;
}

/** Claims of the ledger that are excluded for what they turned out to be tied to. */
function withOf(folder: string): Set<string> {
  const { entries } = parseLedger(readFileSync(join(folder, 'mapping.splits.jsonl'), 'utf8'));
  return new Set([...entries.values()].filter((entry) => entry.with !== undefined).map(({ claim }) => claim));
}

async function listLeaks(folder: string): Promise<{ message: string }[]> {
  const mapping = join(folder, 'mapping.yml');
  const { out } = await record((terminal) => auditFiles([mapping], { format: 'json', only: ['F11'] }, terminal));
  return JSON.parse(out).findings;
}

test('splits leak nothing by F11, and as the dataset grows a claim keeps its split, or leaves train for S02', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.integer({ min: 20, max: 200 }), fc.nat(100), async (seed, count, more) => {
      const folder = openFolder();
      const rows = drawRows(count + more, seed);
      const before = await split(folder, rows.slice(0, count));
      expect(await listLeaks(folder)).toEqual([]);
      const after = await split(folder, rows);
      expect(await listLeaks(folder)).toEqual([]);
      for (const [id, name] of before) {
        const now = after.get(id);
        // New claims may join so many groups that evidence which tied nothing is a tie from now on; test stays even then.
        expect(now === name || (name !== 'test' && now === 'excluded' && withOf(folder).has(id))).toBe(true);
      }
    }),
    { numRuns: 20 },
  );
});

test('F11 sees a claim that is put into another split than what it is tied to, whatever ties them', async () => {
  const tied: Partial<Row>[] = [
    { claim: sentenceOf(0) },
    { claim: sentenceOf(2) },
    { url: 'https://example.org/a' },
    { cluster: 'k' },
    { evidence: [{ url: 'https://example.org/b', text: null, question: null, answer: null }] },
    { evidence: [{ url: null, text: 'A sentence', question: null, answer: null }] },
    { evidence: [{ url: null, text: null, question: 'Who?', answer: 'She' }] },
    { review: 'https://example.org/c' },
    { made: 'https://example.org/d' },
  ];
  const folder = openFolder();
  const bare = { label: 'true', url: null, cluster: null, evidence: [], review: null, made: null };
  for (const [i, values] of tied.entries()) {
    const rows = ['a', 'b'].map((id) => ({ ...bare, id, claim: `Only ${id} says this`, ...values }));
    // Nearly the words of the first, not the same.
    if (i === 1) (rows[1] as Row).claim = sentenceOf(0);
    write(folder, [
      { ...rows[0], split: 'train' },
      { ...rows[1], split: 'test' },
    ]);
    expect(await listLeaks(folder), JSON.stringify(values)).toHaveLength(1);
    const { exitCode, out } = await record((terminal) =>
      splits({ mapping: join(folder, 'mapping.yml'), format: 'text', check: true }, terminal),
    );
    expect(exitCode).toBe(1);
    expect(out).toContain('\nleaks: 1\n');
  }
});

test('a split of another name is refused, not renamed', async () => {
  const folder = openFolder();
  write(
    folder,
    drawRows(3, 1).map((row) => ({ ...row, split: 'zeroshot' })),
  );
  await expect(
    record((terminal) => splits({ mapping: join(folder, 'mapping.yml'), format: 'text' }, terminal)),
  ).rejects.toThrow('`zeroshot`');
});
