// Archives and folders that somebody else sends → a sentence, in memory and on a disk that they cannot fill.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { diff } from '../../scripts/commands/diff.ts';
import { verify } from '../../scripts/commands/verify.ts';
import { inMemory } from '../../scripts/formats/readableFile.ts';
import { packArchive } from '../../scripts/release/archive.ts';
import { parseLedger } from '../../scripts/release/ledger.ts';
import { readManifest } from '../../scripts/release/readDataset.ts';
import { openWorkspace, record } from '../workspace.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'veritable-outside-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

/** An archive of one file of zeros, packed as small as gzip can. */
async function packZeros(bytes: number): Promise<string> {
  const files = new Map([['claims.jsonl', inMemory(Buffer.alloc(bytes))]]);
  const blocks: Buffer[] = [];
  const compress = async function* (tar: AsyncIterable<Uint8Array>) {
    for await (const block of tar) yield gzipSync(block);
  };
  for await (const block of packArchive('set-1.0.0', files, '2024-06-01', compress)) blocks.push(Buffer.from(block));
  const path = join(folder, 'zeros.tar.gz');
  writeFileSync(path, Buffer.concat(blocks));
  return path;
}

test('an archive that unpacks to a hundred times what a release does is given up', async () => {
  const path = await packZeros(160 * 1024 * 1024);
  const { exitCode, out } = await record((terminal) => verify(path, {}, terminal));
  expect(out).toContain('archive    FAILED\n  It unpacks to more than 50 times its size.\n');
  expect(exitCode).toBe(1);
  await expect(record((terminal) => diff(path, path, { format: 'text' }, terminal))).rejects.toThrow(
    'zeros.tar.gz cannot be compared. It unpacks to more than 50 times its size.',
  );
});

async function buildTwice(): Promise<[string, string]> {
  const workspace = openWorkspace();
  await workspace.build();
  cpSync(workspace.path('dataset'), join(folder, 'dataset'), { recursive: true });
  return [workspace.path('dataset'), join(folder, 'dataset')];
}

test.each([
  ['an object', { a: 1 }],
  ['a list of nothing', [null]],
  ['a list of texts', ['verdict']],
  ['without a field', [{ from: 'supported', to: 'refuted' }]],
])('revisions that are %s are no revisions', async (_, revisions) => {
  const [old, current] = await buildTwice();
  const path = join(current, 'claims.jsonl');
  const [first = '', ...rest] = readFileSync(path, 'utf8').split('\n');
  const row = JSON.stringify({ ...JSON.parse(first), verdict: 'disputed', revisions });
  writeFileSync(path, [row, ...rest].join('\n'));
  await expect(record((terminal) => diff(old, current, { format: 'text' }, terminal))).rejects.toThrow(
    `${current} cannot be compared. Line 1 of claims.jsonl has revisions that are none.`,
  );
});

test('a row without its key is no row', async () => {
  const [old, current] = await buildTwice();
  writeFileSync(join(current, 'evidence.jsonl'), '{}\n'.repeat(3));
  await expect(record((terminal) => diff(old, current, { format: 'text' }, terminal))).rejects.toThrow(
    'Line 1 of evidence.jsonl is not a row.',
  );
});

test('a folder that is a link is not followed: it may lead to a device without an end', async () => {
  symlinkSync('/dev/zero', join(folder, 'dataset'));
  await expect(record((terminal) => verify(join(folder, 'dataset'), {}, terminal))).rejects.toThrow(
    'is a link: name the place that it leads to.',
  );
});

/** A file of zeros of any size, of which nothing is in memory. */
function zeros(size: number) {
  const piece = Buffer.alloc(1024 * 1024);
  function* pieces() {
    for (let at = 0; at < size; at += piece.length) yield piece;
  }
  const refuse = (): never => {
    throw new Error('It was read as a whole.');
  };
  return { size, pieces, piece: refuse };
}

test('a ledger that is one line without an end is not read to its end', () => {
  expect(() => parseLedger(zeros(2 ** 40))).toThrow('A ledger holds a line of more than 134217728 bytes.');
});

test('a manifest of gigabytes is none', () => {
  const files = new Map([['manifest.json', zeros(2 ** 40)]]);
  expect(readManifest(files)).toEqual({ problem: 'It holds no manifest.json that can be read.' });
});
