// A path → the right to change it, held by one process at a time.
//
// Each process that wants the lock makes a claim: an empty file beside the target whose name says who made it and is
// never used twice. It then looks for other claims and holds the lock only where no living process has one; else it
// takes its claim back and tries again. Of two processes the one that claims last sees the other, so both never
// hold it. A dead process's claim may be removed by anybody at any time, because its name never comes back; removing
// one shared lock file instead can hit the fresh lock of somebody quicker.

import { readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeMyself, judgeProcess, nameMark, type ProcessMark, parseMark } from './processMark.ts';
import { siblingPath } from './siblings.ts';
import { explainFailure, UserError } from './userError.ts';

/** Who holds a lock, as far as the claim's name tells it. */
export interface LockHolder {
  /** The process, or null where the claim is not one that this version writes. */
  pid: number | null;
  /** False where the process runs on another host or in another container, so that nobody here can see if it lives. */
  visible: boolean;
  /** The claim, which a person may delete where the holder is gone and nobody here can see it. */
  path: string;
}

export interface LockOptions {
  /** How long to wait for another process, in milliseconds; 30 seconds where it is left out. */
  waitMs?: number;
  /** Called once, when the wait begins. */
  onWait?: (holder: LockHolder) => void;
}

/**
 * Runs `work` while no other process, and no other call in this one, holds the lock of `target`; gives its result.
 * The lock is free as soon as its process is dead, however it died. It is for processes that see one another on a
 * local disk: on a network file system with delayed listings it is no guarantee. Not to be nested for one target.
 * Throws a UserError that names the holder where the wait was in vain, or where the folder of `target` is not writable.
 */
export async function withLock<T>(target: string, work: () => Promise<T>, options: LockOptions = {}): Promise<T> {
  const claim = await acquire(resolve(target), options);
  try {
    return await work();
  } finally {
    await rm(claim, { force: true });
  }
}

/** Gives the path of the claim that holds the lock. */
async function acquire(target: string, { waitMs = 30_000, onWait }: LockOptions): Promise<string> {
  const prefix = siblingPath(target, 'lock-');
  const me = await describeMyself();
  const deadline = performance.now() + waitMs;
  for (let attempt = 0; ; attempt++) {
    const found = await explainFailure(`cannot lock ${target}`, () => claimLock(prefix, me));
    if (typeof found === 'string') return found;
    if (performance.now() >= deadline) throw new UserError(sayInUse(target, found, waitMs));
    if (attempt === 0) onWait?.(found);
    // Two that claimed at once both step back: the random part keeps them from meeting again.
    await sleep(20 + Math.random() * 60);
  }
}

/** Makes a claim that stands, and gives its path, or gives the holder that is in the way and leaves no claim. */
async function claimLock(prefix: string, me: ProcessMark): Promise<string | LockHolder> {
  const before = await findHolder(prefix, me);
  if (before !== null) return before;
  const mine = prefix + nameMark(me);
  await writeFile(mine, '', { flag: 'wx' });
  let stands = false;
  try {
    const rival = await findHolder(prefix, me, mine);
    stands = rival === null;
    return rival ?? mine;
  } finally {
    if (!stands) await rm(mine, { force: true });
  }
}

/** Finds a claim other than `mine` whose process may live, and removes those of dead ones on the way. */
async function findHolder(prefix: string, me: ProcessMark, mine?: string): Promise<LockHolder | null> {
  const folder = dirname(prefix);
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (path === mine || !name.startsWith(basename(prefix))) continue;
    const claim = parseMark(name.slice(basename(prefix).length));
    if (claim === null) return { pid: null, visible: false, path };
    const state = await judgeProcess(claim, me);
    if (state === 'dead') await rm(path, { force: true });
    else return { pid: claim.pid, visible: state === 'alive', path };
  }
  return null;
}

function sayInUse(target: string, { pid, visible, path }: LockHolder, waitMs: number): string {
  const who = pid === null ? 'an unknown process' : `process ${pid}${visible ? '' : ' of another host or container'}`;
  const advice = visible ? 'Try again when it has ended.' : `If it has ended, delete ${path}`;
  return `${target} is in use by ${who}; waited ${waitMs / 1000} s. ${advice}`;
}
