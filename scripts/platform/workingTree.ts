// A folder in a git repository → what differs there from its last commit.
import { join, relative, resolve } from 'node:path';
import { askGit, findRepository } from './git.ts';
import { UserError } from './userError.ts';

/**
 * Paths relative to `folder` with `/` of all files of the repository that are changed, new or gone since the last
 * commit; ignored files are not looked at.
 */
export function listUncommitted(folder: string): string[] {
  const root = findRepository(folder);
  if (root === null) throw new UserError(`git cannot say what is committed in ${join(folder)}: it is no repository.`);
  const status = askGit(root, ['status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames']);
  if ('problem' in status)
    throw new UserError(
      `git cannot say what is committed in ${join(folder)}: ${status.problem || 'it did not start'}.`,
    );
  return status.output
    .split('\0')
    .filter((entry) => entry !== '')
    .map((entry) => relative(resolve(folder), join(root, entry.slice(3))).replaceAll('\\', '/'));
}

/** A file's text in the last commit; null where it has none. `path` is relative to `folder`. */
export function readCommitted(folder: string, path: string): string | null {
  const root = findRepository(folder);
  if (root === null) return null;
  const place = relative(root, resolve(folder, path)).replaceAll('\\', '/');
  const answer = askGit(root, ['show', '--no-ext-diff', '--no-textconv', `HEAD:${place}`]);
  return 'output' in answer ? answer.output : null;
}
