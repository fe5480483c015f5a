// A folder and a question → what git says, obeying nothing that lies in the data.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/**
 * Whatever a pull request puts into a folder, git runs no program of it: no bare repository among the data, no watcher,
 * hook or pager.
 */
const GUARDED = [
  '--no-optional-locks', // another git may be at work: reading must not take its lock
  ...['safe.bareRepository=explicit', 'core.fsmonitor=false', `core.hooksPath=${devNull}`].flatMap((set) => [
    '-c',
    set,
  ]),
];

/** The folder, here or further up, that holds `.git`; null where there is none. Never a bare repository. */
export function findRepository(folder: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

/** Asks git in the folder that holds `.git`; `output` where it exits with 0, else `problem` in its words. */
export function askGit(root: string, args: readonly string[]): { output: string } | { problem: string } {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', root, ...GUARDED, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return status === 0 ? { output: stdout } : { problem: error?.message ?? stderr.trim() };
}
