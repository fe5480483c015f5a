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
 * Size, times and inode as text; `absent` where there is no file; null where the mark cannot be trusted, so that the
 * file itself must be looked at.
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

function readStat(path: string) {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}
