// A process → a mark that no other ever has, for the names of files; and a mark → whether its process lives.
import { createHash, randomBytes } from 'node:crypto';
import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { isSystemError } from './userError.ts';

/** What a name says of the process that made it. */
export interface ProcessMark {
  pid: number;
  started: string;
  host: string;
  boot: string;
  namespace: string;
}

const UNKNOWN = '0';

/** This process. */
export async function describeMyself(): Promise<ProcessMark> {
  return {
    pid: process.pid,
    started: await readStart(process.pid),
    host: digest(hostname()),
    boot: await readFile('/proc/sys/kernel/random/boot_id', 'utf8').then(digest, () => UNKNOWN),
    namespace: await readlink('/proc/self/ns/pid').then(digest, () => UNKNOWN),
  };
}

/** Whether a process lives, as `me` sees it. Errs on the side of a living one: what is wrongly spared does no harm. */
export async function judgeProcess(mark: ProcessMark, me: ProcessMark): Promise<'alive' | 'dead' | 'out of sight'> {
  if (mark.host !== me.host) return 'out of sight';
  if (differ(mark.boot, me.boot)) return 'dead';
  if (differ(mark.namespace, me.namespace)) return 'out of sight';
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if (isSystemError(error, 'ESRCH')) return 'dead';
  }
  const started = await readStart(mark.pid);
  return differ(mark.started, started) ? 'dead' : 'alive';
}

function differ(a: string, b: string): boolean {
  return a !== UNKNOWN && b !== UNKNOWN && a !== b;
}

/**
 * When a process started, in clock ticks since the host did: two processes that had one number after another differ
 * in it. `ended` for a zombie, UNKNOWN where there is no /proc or it hides the process.
 * Source: proc(5), /proc/pid/stat, fields 3 (state) and 22 (starttime).
 */
async function readStart(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 2 is the program's name in brackets, and may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? 'ended' : (fields[19] ?? UNKNOWN);
}

/** The mark as a part of a file's name, with an ending that is never given twice. */
export function nameMark({ pid, started, host, boot, namespace }: ProcessMark): string {
  return [pid, started, host, boot, namespace, randomBytes(6).toString('hex')].join('-');
}

/** The mark that a name holds; null where it is not one that this version writes. */
export function parseMark(name: string): ProcessMark | null {
  const found = /^([1-9]\d*)-(\d+)-([0-9a-f]+)-([0-9a-f]+)-([0-9a-f]+)-[0-9a-f]+$/.exec(name);
  if (found === null) return null;
  const [, pid = '', started = '', host = '', boot = '', namespace = ''] = found;
  return { pid: Number(pid), started, host, boot, namespace };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
