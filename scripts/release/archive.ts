// Files of a release ↔ one .tar.gz whose bytes depend on nothing else.
import { compareCodePoints } from '../values/order.ts';
import type { Verification } from './verifyChecksums.ts';

/** Paths below the top folder, with `/`, and their bytes. */
export type ReleaseFiles = ReadonlyMap<string, Uint8Array>;

/** What was in an archive: its one top folder and the files below it. */
export interface Unpacked {
  folder: string;
  files: Map<string, Uint8Array>;
}

/**
 * Packs files below one top folder: sorted by path, mode 0644, owner 0 without names, every time midnight UTC of the release's day, no times in the gzip header.
 * The deflate is a fixed version of a JavaScript one, since Node's zlib differs between versions of Node.
 * @param date YYYY-MM-DD
 */
export async function packArchive(folder: string, files: ReleaseFiles, date: string): Promise<Uint8Array> {
  const { packTar } = await import('modern-tar');
  const { gzipSync } = await import('fflate');
  const mtime = new Date(`${date}T00:00:00Z`);
  const sorted = [...files].sort(([a], [b]) => compareCodePoints(a, b));
  const tar = await packTar(
    sorted.map(([path, body]) => ({
      header: {
        name: `${folder}/${path}`,
        type: 'file' as const,
        size: body.length,
        mode: 0o644,
        uid: 0,
        gid: 0,
        uname: '',
        gname: '',
        mtime,
      },
      body,
    })),
  );
  return gzipSync(tar, { level: 9, mtime: 0 });
}

/** Unpacks an archive in memory. Gives, in words, why it is none of a release. */
export async function unpackArchive(bytes: Uint8Array): Promise<Unpacked | { problem: string }> {
  const { unpackTar } = await import('modern-tar');
  const { gunzipSync } = await import('node:zlib');
  let entries: Awaited<ReturnType<typeof unpackTar>>;
  try {
    // Node's gunzip checks the checksum of the contents.
    entries = await unpackTar(new Uint8Array(gunzipSync(bytes, { maxOutputLength: LARGEST })), { strict: true });
  } catch (error) {
    return { problem: `It cannot be unpacked: ${error instanceof Error ? error.message : String(error)}.` };
  }
  const files = new Map<string, Uint8Array>();
  const folders = new Set<string>();
  for (const { header, data } of entries) {
    if (header.type === 'directory') continue;
    const [folder = '', ...rest] = header.name.split('/');
    const path = rest.join('/');
    if (header.type !== 'file' || path === '' || rest.some((part) => part === '' || part === '.' || part === '..'))
      return { problem: 'It holds something else than files below one folder.' };
    if (files.has(path)) return { problem: `It holds ${path} twice.` };
    folders.add(folder);
    files.set(path, data ?? new Uint8Array());
  }
  const [folder = ''] = folders;
  if (folders.size !== 1) return { problem: 'It does not hold one top folder.' };
  return { folder, files };
}

/**
 * Whether an archive is, byte for byte, what packing its files gives. Where it is not, something else than a file's contents was changed: a header, a time, what
 * lies between files or behind them. `expected` is null where the release could not be read.
 */
export async function verifyArchive(
  bytes: Uint8Array,
  { folder, files }: Unpacked,
  expected: { folder: string; date: string } | null,
): Promise<Verification> {
  const name = 'archive';
  if (expected === null || expected.date === '')
    return { name, problems: ['It holds no release whose name and day can be read.'] };
  const problems: string[] = [];
  if (folder !== expected.folder) problems.push(`Its top folder is ${folder}, and should be ${expected.folder}.`);
  const packed = await packArchive(expected.folder, files, expected.date);
  if (Buffer.from(packed).equals(bytes)) return { name, problems };
  const length = Math.min(packed.length, bytes.length);
  let at = 0;
  while (at < length && packed[at] === bytes[at]) at++;
  problems.push(
    `Its own bytes are not those that its files give: the first difference is at byte ${at} of ${bytes.length}.`,
  );
  return { name, problems };
}

/** No archive of a dataset of texts unpacks to more; an archive that would is refused, not unpacked. */
const LARGEST = 2 ** 31 - 1;
