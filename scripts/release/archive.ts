// Files of a release ↔ one .tar.gz whose bytes depend on nothing else.
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import type { Compress } from '../formats/gzip.ts';
import { ByteFollower, type ReadableFile } from '../formats/readableFile.ts';
import { compareCodePoints } from '../values/order.ts';
import type { ReleaseFiles, Verification } from './releaseFiles.ts';

/** So many bytes of the tar make a member of the gzip file: members are packed side by side, and cost 18 bytes each. */
const BLOCK = 4 * 1024 * 1024;

/**
 * Packs files below one top folder: sorted by path, mode 0644, owner 0 without names, every time midnight UTC of the
 * release's day. The tar is cut into blocks of {@link BLOCK} bytes, and each is a member of the gzip file
 * (RFC 1952, 2.2), which every reader of gzip joins again.
 * @param date YYYY-MM-DD
 */
export function packArchive(
  folder: string,
  files: ReleaseFiles,
  date: string,
  compress: Compress,
): AsyncIterable<Uint8Array> {
  const spare: Uint8Array[] = [];
  return compress(cutBlocks(packTar(folder, files, date), spare), (block) => spare.push(block));
}

/** {@link Compress} without threads. */
export const compressHere: Compress = async function* (blocks, release) {
  const { gzip } = await import('../formats/gzip.ts');
  for await (const block of blocks) {
    yield gzip(block);
    release(block);
  }
};

async function* packTar(folder: string, files: ReleaseFiles, date: string): AsyncGenerator<Uint8Array> {
  const { createTarPacker } = await import('modern-tar');
  const { readable, controller } = createTarPacker();
  const mtime = new Date(`${date}T00:00:00Z`);
  const shared = { type: 'file' as const, mode: 0o644, uid: 0, gid: 0, uname: '', gname: '', mtime };
  const writeAll = async () => {
    for (const [path, file] of [...files].sort(([a], [b]) => compareCodePoints(a, b))) {
      const writer = controller.add({ ...shared, name: `${folder}/${path}`, size: file.size }).getWriter();
      // What is written waits until it is read, and the memory of a piece is used again.
      for (const piece of file.pieces()) await writer.write(Uint8Array.from(piece));
      await writer.close();
    }
    controller.finalize();
  };
  const written = writeAll().catch((error: unknown) => controller.error(error));
  yield* readable;
  await written;
}

/** The same bytes in blocks of one size, in memory of `spare` where there is any; the last may be shorter. */
async function* cutBlocks(chunks: AsyncIterable<Uint8Array>, spare: Uint8Array[]): AsyncGenerator<Uint8Array> {
  const open = () => spare.pop() ?? new Uint8Array(new SharedArrayBuffer(BLOCK));
  let block = open();
  let length = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + BLOCK - length);
      block.set(part, length);
      length += part.length;
      at += part.length;
      if (length < BLOCK) continue;
      yield block;
      block = open();
      length = 0;
    }
  }
  if (length > 0) yield block.subarray(0, length);
}

/** Takes the files of an archive as they come; the pieces of a file are whole when `write` has returned. */
export type Unpacking = (path: string, pieces: AsyncIterable<Uint8Array>) => Promise<void>;

/**
 * What an archive may unpack to, in bytes: so many times its size, and some more. Ours unpack to 5 to 10 times their
 * size; gzip can make a thousand times of nothing but zeros, and whoever sends them should not fill a disk with them.
 */
const MOST = { times: 50, besides: 64 * 1024 * 1024 };

/** Unpacks an archive, file after file, and gives its one top folder; or, in words, why it is none of a release. */
export async function unpackArchive(
  archive: ReadableFile,
  write: Unpacking,
): Promise<{ folder: string } | { problem: string }> {
  const { createTarDecoder } = await import('modern-tar');
  const { createGunzip } = await import('node:zlib');
  const paths = new Set<string>();
  const folders = new Set<string>();
  let problem: string | null = null;
  async function* stopAtMost(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let left = MOST.times * archive.size + MOST.besides;
    for await (const chunk of chunks) {
      left -= chunk.length;
      if (left < 0) {
        problem = `It unpacks to more than ${MOST.times} times its size.`;
        throw new Error(problem);
      }
      yield chunk;
    }
  }
  async function* unpack(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<never> {
    const tar = ReadableStream.from(chunks) as ReadableStream<Uint8Array<ArrayBuffer>>;
    for await (const { header, body } of tar.pipeThrough(createTarDecoder({ strict: true }))) {
      const [folder = '', ...rest] = header.name.split('/');
      const path = rest.join('/');
      const isFile = header.type === 'file' && path !== '' && rest.every((part) => !['', '.', '..'].includes(part));
      if (header.type === 'directory' || problem !== null) await body.cancel();
      else if (!isFile) problem = 'It holds something else than files below one folder.';
      else if (paths.has(path)) problem = `It holds ${path} twice.`;
      else {
        paths.add(path);
        folders.add(folder);
        await write(path, body);
      }
      if (problem !== null) throw new Error(problem);
    }
  }
  try {
    // Node's gunzip checks the checksum of every member.
    await pipeline(copyPieces(archive), createGunzip(), stopAtMost, unpack, async (none) => {
      for await (const _ of none);
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: problem ?? `It cannot be unpacked: ${reason}.` };
  }
  const [folder = ''] = folders;
  return folders.size === 1 ? { folder } : { problem: 'It does not hold one top folder.' };
}

function* copyPieces(file: ReadableFile): Generator<Uint8Array> {
  for (const piece of file.pieces()) yield Uint8Array.from(piece);
}

/**
 * Whether an archive is, byte for byte, what packing its files gives. Where it is not, something else than a file's
 * contents was changed: a header, a time, what lies between files or behind them. `expected` is null where the release
 * could not be read.
 */
export async function verifyArchive(
  archive: ReadableFile,
  { folder, files }: { folder: string; files: ReleaseFiles },
  expected: { folder: string; date: string } | null,
  compress: Compress,
): Promise<Verification> {
  const name = 'archive';
  if (expected === null || expected.date === '')
    return { name, problems: ['It holds no release whose name and day can be read.'] };
  const problems: string[] = [];
  if (folder !== expected.folder) problems.push(`Its top folder is ${folder}, and should be ${expected.folder}.`);
  const follower = new ByteFollower(archive);
  let isSame = true;
  for await (const packed of packArchive(expected.folder, files, expected.date, compress)) {
    isSame = follower.goesOn(packed);
    if (!isSame) break;
  }
  if (isSame && follower.isAtEnd()) return { name, problems };
  problems.push(
    `Its own bytes are not those that its files give: the first difference is at byte ${follower.position} of ${archive.size}.`,
  );
  return { name, problems };
}
