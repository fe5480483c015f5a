// A path → a mark that changes when the file does.
import { statSync } from 'node:fs';

/** A file that changed so short a time ago, in nanoseconds, may change again without its times showing it. */
const TOO_FRESH = 2_000_000_000n;
/** The same for a file that this very program has written, on a file system that counts in less than seconds. */
const OWN_TOO_FRESH = 15_000_000n;
/** After so long a file that this program has written can be told from one that changes again, in milliseconds. */
export const OWN_QUIET_MS = 20;
const SECOND = 1_000_000_000n;

/**
 * Size, times and inode as text; `absent` where there is no file; null where the mark cannot be trusted, so that the file itself must be looked at.
 * @param own that this program has just written the file.
 */
export function stampFile(path: string, own = false): string | null {
  let stat: ReturnType<typeof readStat>;
  try {
    stat = readStat(path);
  } catch {
    return null;
  }
  if (!stat) return 'absent';
  const { size, mtimeNs, ctimeNs, ino } = stat;
  const newest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  const quiet = own && newest % SECOND !== 0n ? OWN_TOO_FRESH : TOO_FRESH;
  if (newest > BigInt(Date.now()) * 1_000_000n - quiet) return null;
  return `${size} ${mtimeNs} ${ctimeNs} ${ino}`;
}

/** Whether two marks are of one file, under whatever name, that was written to between them. */
export function hasBeenWritten(before: string | null | undefined, after: string | null): boolean {
  const [a = [], b = []] = [before, after].map((stamp) => stamp?.split(' '));
  return a.length === 4 && b.length === 4 && a[3] === b[3] && (a[0] !== b[0] || a[1] !== b[1]);
}

function readStat(path: string) {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}
