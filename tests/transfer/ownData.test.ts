// The project's own claims go out as AVeriTeC and come in again: what the format has is kept, all else is named.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { decodeArticle } from '../../scripts/article/decodeArticle.ts';
import { isPublished } from '../../scripts/claims/status.ts';
import { exportClaims } from '../../scripts/commands/exportClaims.ts';
import { importDataset } from '../../scripts/commands/import.ts';
import { listFiles } from '../../scripts/platform/reading.ts';
import { fieldOfPlace, flattenLabel } from '../../scripts/transfer/flatten.ts';
import type { ImportedLabel } from '../../scripts/transfer/label.ts';
import { listOthers, readLabel } from '../../scripts/transfer/readLabel.ts';
import { record } from '../workspace.ts';

interface Claim {
  label: ImportedLabel;
  /** What the project says of it that no other format does. */
  others: string[];
}

/** Claims of a folder of raw data, by what their row is called. */
function readClaims(raw: string): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const name of listFiles(`${raw}/articles`, '*.md')) {
    const { article } = decodeArticle(name, readFileSync(`${raw}/articles/${name}`));
    for (const [at, claim] of article?.claims.entries() ?? []) {
      if (!article || !isPublished(claim)) continue;
      const label = readLabel(article, at);
      claims.set(label.claim.source.row, { label, others: listOthers(article, at) });
    }
  }
  return claims;
}

/** Values by place; pieces of evidence by their order, since numbers may have gaps. */
function valuesOf({ label }: Claim): Map<string, unknown> {
  const evidence = label.claim.evidence.map((piece, i) => ({ ...piece, id: `e${i + 1}` }));
  return flattenLabel({ ...label, claim: { ...label.claim, evidence } });
}

/** How many claims lose a field, by field, as the command tells it. */
function readLost(out: string): Map<string, number> {
  return new Map([...out.matchAll(/^ {2}(\S+): lost {2}(\d+)$/gm)].map(([, field = '', n]) => [field, Number(n)]));
}

async function send(raw: string, out: string) {
  const sent = await record((terminal) => exportClaims('averitec', { raw, out }, terminal));
  expect(sent.exitCode).toBe(0);
  const rows = JSON.parse(readFileSync(`${out}/averitec.json`, 'utf8')) as { claim_id: string }[];
  return { out: sent.out, rows: new Map(rows.map((row) => [row.claim_id, row])) };
}

test.each([
  ['the example', 'examples/gazette'],
  ['the real data', '.'],
])('%s', { timeout: 240_000 }, async (_, home) => {
  const root = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [first, second, raw] = [join(root, 'first'), join(root, 'second'), join(root, 'raw')];
  const sent = await send(`${home}/raw`, first);
  const own = readClaims(`${home}/raw`);
  cpSync(`${home}/raw/vocabulary`, `${raw}/vocabulary`, { recursive: true });
  cpSync(`${home}/CITATION.cff`, join(root, 'CITATION.cff'));
  const brought = await record((terminal) => importDataset([`${first}/mapping.yml`], { raw }, terminal, '2024-06-01'));
  expect(brought.exitCode).toBe(0);
  const again = readClaims(raw);

  // Every claim that has a verdict there, and every column of it.
  expect([...again.keys()].sort()).toEqual([...sent.rows.keys()].sort());
  expect(sent.rows.size).toBeGreaterThan(0);
  expect((await send(raw, second)).rows).toEqual(sent.rows);

  // What a label has lost is what was named, and as often.
  const lost = new Map<string, number>();
  for (const [row, claim] of again) {
    const before = own.get(row) as Claim;
    const [was, is] = [valuesOf(before), valuesOf(claim)];
    const gone = [...was.keys()].filter((place) => was.get(place) !== is.get(place)).map(fieldOfPlace);
    for (const field of [...gone, ...before.others]) lost.set(field, (lost.get(field) ?? 0) + 1);
  }
  expect(Object.fromEntries([...readLost(sent.out)].sort())).toEqual(Object.fromEntries([...lost].sort()));
});
