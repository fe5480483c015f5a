// Files and their SHA256SUMS → what is not as it was released.
import { createHash } from 'node:crypto';
import { type ReadableFile, readSmall } from '../formats/readableFile.ts';
import { compareCodePoints } from '../values/order.ts';
import { CHECKSUMS, type ReleaseFiles, type Verification } from './releaseFiles.ts';

/**
 * Every file is listed with its SHA-256, in the one form that `sha256sum` writes, sorted; nothing is missing and
 * nothing is there besides.
 */
export function verifyChecksums(files: ReleaseFiles): Verification {
  const problems: string[] = [];
  const file = files.get(CHECKSUMS);
  if (!file) return { name: 'checksums', problems: [`${CHECKSUMS} is missing.`] };
  const sums = readSmall(file);
  if (sums === null) return { name: 'checksums', problems: [`${CHECKSUMS} is too large to be a list.`] };
  const listed = new Map<string, string>();
  const text = Buffer.from(sums).toString('utf8');
  const lines = text.split('\n');
  if (lines.pop() !== '') problems.push(`${CHECKSUMS}: its last line is not ended.`);
  for (const [i, line] of lines.entries()) {
    const [, digest, path] = /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined)
      problems.push(`${CHECKSUMS}: line ${i + 1} is not a SHA-256 in 64 hexadecimal digits, two spaces and a path.`);
    else if (listed.has(path)) problems.push(`${CHECKSUMS}: line ${i + 1} lists ${path} again.`);
    else listed.set(path, digest);
  }
  const paths = [...listed.keys()];
  if (paths.some((path, i) => i > 0 && compareCodePoints(paths[i - 1] ?? '', path) > 0))
    problems.push(`${CHECKSUMS}: its lines are not sorted by path.`);
  if (!Buffer.from(text).equals(sums)) problems.push(`${CHECKSUMS}: it is not valid UTF-8.`);
  for (const [path, digest] of listed) {
    const listedFile = files.get(path);
    if (!listedFile) problems.push(`${path} is missing.`);
    else if (digestOf(listedFile) !== digest)
      problems.push(`${path} is not what was released: its SHA-256 is another.`);
  }
  for (const path of files.keys())
    if (path !== CHECKSUMS && !listed.has(path)) problems.push(`${path} is no part of the release.`);
  return { name: 'checksums', problems };
}

/** The SHA-256 of a file in hexadecimal digits. */
export function digestOf(file: ReadableFile): string {
  const hash = createHash('sha256');
  for (const piece of file.pieces()) hash.update(piece);
  return hash.digest('hex');
}
