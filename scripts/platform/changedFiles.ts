// A revision of git → the files that differ from it now.
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from './userError.ts';

/**
 * Tells whether a file was changed, added or deleted since `revision`, committed or not, in the git repository around `folder`; what git ignores never
 * was. Throws a UserError where there is no repository or no such revision.
 */
export function findChanges(folder: string, revision: string): (file: string) => boolean {
  const root = git(folder, 'rev-parse', '--show-toplevel').output?.replace(/\r?\n$/, '');
  if (root === undefined) throw new UserError(`--since needs a git repository, and ${folder} is in none.`);
  const known = git(
    root,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ).output?.trim();
  if (known === undefined) throw new UserError(`git knows no revision \`${revision}\`.`);
  const changed = list(root, 'diff', '--name-only', '--no-renames', '--no-ext-diff', '-z', known, '--');
  const untracked = list(root, 'ls-files', '--others', '--exclude-standard', '-z');
  const paths = new Set([...changed, ...untracked].map((path) => join(root, path)));
  return (file) => paths.has(placeOf(file));
}

/** git names a link by its own place: only the folder around it is followed. */
function placeOf(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return resolve(file);
  }
}

function list(root: string, ...args: string[]): string[] {
  const { output, problem } = git(root, ...args);
  if (output === undefined) throw new UserError(`git ${args[0]} failed: ${problem}`);
  return output.split('\0').filter((path) => path !== '');
}

function git(folder: string, ...args: string[]): { output?: string; problem: string } {
  const run = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (run.status === 0) return { output: run.stdout, problem: '' };
  return { problem: run.error?.message ?? run.stderr.trim() };
}
