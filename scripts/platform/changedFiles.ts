// A revision of git → the files that differ from it now.
import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { askGit, findRepository } from './git.ts';
import { UserError } from './userError.ts';

/**
 * Tells whether a file was changed, added or deleted since `revision`, committed or not, in the git repository around `folder`; what git ignores never
 * was. Throws a UserError where there is no repository or no such revision.
 */
export function findChanges(folder: string, revision: string): (file: string) => boolean {
  const root = findRepository(folder);
  if (root === null) throw new UserError(`--since needs a git repository, and ${folder} is in none.`);
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const known = askGit(root, asked);
  if ('problem' in known) throw new UserError(`git knows no revision \`${revision}\`.`);
  const changed = list(root, ['diff', '--name-only', '--no-renames', '--no-ext-diff', '-z', known.output.trim(), '--']);
  const untracked = list(root, ['ls-files', '--others', '--exclude-standard', '-z']);
  const paths = new Set([...changed, ...untracked].map((path) => join(realpathSync(root), path)));
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

function list(root: string, args: readonly string[]): string[] {
  const answer = askGit(root, args);
  if ('problem' in answer) throw new UserError(`git ${args[0]} failed: ${answer.problem}`);
  return answer.output.split('\0').filter((path) => path !== '');
}
