// A revision of git → the files that differ from it now.
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { askGit, findRepository } from './git.ts';
import { UserError } from './userError.ts';

/**
 * Tells whether a file was changed, added or deleted since `revision`, committed or not, in the git repository around
 * `folder`; what git ignores never was. What others changed in `revision` since this branch left it does not count.
 * Throws a UserError where there is no repository or no such revision.
 */
export function findChanges(folder: string, revision: string): (file: string) => boolean {
  const root = findRepository(folder);
  if (root === null) throw new UserError(`--since needs a git repository, and ${folder} is in none.`);
  const changed = list(root, [
    'diff',
    '--name-only',
    '--no-renames',
    '--no-ext-diff',
    '-z',
    findBase(root, revision),
    '--',
  ]);
  const untracked = list(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  const paths = new Set([...changed, ...untracked].map((path) => join(realpathSync(root), path)));
  return (file) => paths.has(placeOf(file));
}

/** The commit in which this branch and the revision part; the revision itself where they have none in common. */
function findBase(root: string, revision: string): string {
  const known = askGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if ('problem' in known) throw new UserError(`git knows no revision \`${revision}\`.${explainShallow(root)}`);
  const commit = known.output.trim();
  const base = askGit(root, ['merge-base', commit, 'HEAD']);
  if ('output' in base) return base.output.trim();
  const shallow = explainShallow(root);
  if (shallow !== '') throw new UserError(`git does not know where this branch left \`${revision}\`.${shallow}`);
  return commit;
}

/** What to do about a clone that holds the newest commits alone; '' where it holds them all. */
function explainShallow(root: string): string {
  const asked = askGit(root, ['rev-parse', '--is-shallow-repository']);
  const isShallow = 'output' in asked && asked.output.trim() === 'true';
  return isShallow
    ? ' This clone is shallow: fetch its history with `git fetch --unshallow`, or in CI with `fetch-depth: 0`.'
    : '';
}

/** git names a link by its own place: only the folder around it is followed. */
function placeOf(file: string): string {
  try {
    return join(realpathSync(dirname(file)), basename(file));
  } catch {
    return resolve(file);
  }
}

function list(root: string, args: readonly string[]): string[] {
  const answer = askGit(root, args);
  if ('problem' in answer) throw new UserError(`git ${args[0]} failed: ${answer.problem}`);
  return answer.output.split('\0').filter((path) => path !== '');
}
