// A release of several blocks → an archive that every reader of tar and gzip unpacks, with the same bytes on any number
// of threads.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Compress, gzip } from '../../scripts/formats/gzip.ts';
import { compress, packBlocks } from '../../scripts/publish/compress.ts';
import { compressHere, packArchive } from '../../scripts/release/archive.ts';
import { toFiles, unpack } from './inMemory.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** 40 MB in lines that repeat little, a file whose end is that of a block, and an empty one. */
const files = new Map<string, Uint8Array>([
  [
    'claims.jsonl',
    Buffer.from(
      Array.from({ length: 700_000 }, (_, i) => `{"claim":${i},"n":${(i * i) % 9973},"text":"of ${i}"}\n`).join(''),
    ),
  ],
  ['data/even.bin', Buffer.alloc(4 * 1024 * 1024, 7)],
  ['empty.txt', new Uint8Array()],
]);

async function pack(how: Compress): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of packArchive('set-1.0.0', toFiles(files), '2024-06-01', how)) pieces.push(piece);
  return Buffer.concat(pieces);
}

let archive: Uint8Array;
let path: string;
const folder = mkdtempSync(join(tmpdir(), 'veritable-archive-'));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  archive = await pack(compressHere);
  path = join(folder, 'set.tar.gz');
  writeFileSync(path, archive);
});

test('threads change no byte', async () => {
  expect(Buffer.compare(await pack(compress), archive)).toBe(0);
});

test('the data of a page is packed in its order, as it is without threads', async () => {
  const bytes = files.get('claims.jsonl') ?? Buffer.alloc(0);
  const blocks = Array.from({ length: 30 }, (_, i) => ({
    id: `block-${i}`,
    bytes: bytes.subarray(i << 20, (i + 1) << 20),
  }));
  const packed: typeof blocks = [];
  for await (const { id, bytes } of packBlocks(blocks)) packed.push({ id, bytes: Buffer.from(bytes) });
  expect(packed.map(({ id }) => id)).toEqual(blocks.map(({ id }) => id));
  for (const [i, block] of packed.entries())
    expect(Buffer.compare(gzip(blocks[i]?.bytes ?? Buffer.alloc(0)), block.bytes)).toBe(0);
});

test('it holds what was packed', async () => {
  const unpacked = await unpack(archive);
  if ('problem' in unpacked) throw new Error(unpacked.problem);
  expect(unpacked.folder).toBe('set-1.0.0');
  expect([...unpacked.files.keys()]).toEqual([...files.keys()]);
  for (const [name, bytes] of files) expect(Buffer.compare(unpacked.files.get(name) ?? Buffer.alloc(0), bytes)).toBe(0);
});

const READERS: [string, string, string[]][] = [
  ['gzip', 'gzip', ['-t']],
  ['tar', 'tar', ['-tzf']],
  [
    'Python',
    'python3',
    ['-c', 'import sys, tarfile; [print(m.name) for m in tarfile.open(sys.argv[1]) if m.isfile()]'],
  ],
];

test.each(READERS)('%s reads it', (_, program, args) => {
  const { error, status, stdout, stderr } = spawnSync(program, [...args, path], { encoding: 'utf8' });
  if (error) return expect(error).toMatchObject({ code: 'ENOENT' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  if (program !== 'gzip')
    expect(stdout.trim().split('\n')).toEqual([...files.keys()].map((name) => `set-1.0.0/${name}`));
});
