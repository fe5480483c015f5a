// A folder in a git repository → what differs there from its last commit.
import { spawnSync } from 'node:child_process';
import { join, relative } from 'node:path';
import { UserError } from './userError.ts';

/** Paths relative to `folder` with `/` of all files of the repository that are changed, new or gone since the last commit; ignored files are not looked at. */
export function listUncommitted(folder: string): string[] {
  const root = git(folder, ['rev-parse', '--show-toplevel']).trimEnd();
  const from = git(folder, ['rev-parse', '--show-prefix']).trimEnd();
  const entries = git(root, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames']).split('\0');
  return entries
    .filter((entry) => entry !== '')
    .map((entry) => relative(`/${from}`, `/${entry.slice(3)}`).replaceAll('\\', '/'));
}

/** A file's text in the last commit; null where it has none. `path` is relative to `folder`. */
export function readCommitted(folder: string, path: string): string | null {
  const { status, stdout } = run(folder, ['show', `HEAD:./${path}`]);
  return status === 0 ? stdout : null;
}

function git(folder: string, args: string[]): string {
  const { status, stdout, stderr } = run(folder, args);
  if (status === 0) return stdout;
  throw new UserError(`git cannot say what is committed in ${join(folder)}: ${stderr.trim() || 'it did not start'}.`);
}

function run(folder: string, args: string[]) {
  // Another git may be at work: reading must not take its lock.
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, '--no-optional-locks', ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout: stdout ?? '', stderr: stderr ?? '' };
}
