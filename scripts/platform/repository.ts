// A path → whether git would ever see what is written there.
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { askGit, findRepository } from './git.ts';
import { siblingPath } from './siblings.ts';
import { UserError } from './userError.ts';

const PRIVATE = 'private';

/**
 * Refuses (UserError) a folder for a private edition that lies in a repository, unless it is `private/` or below and
 * git ignores it. Links are followed first, so that no link leads back into the repository.
 */
export function refusePublicPlace(folder: string): void {
  const target = realPath(resolve(folder));
  const root = findRepository(dirname(target));
  if (root === null) return;
  const inside = relative(root, target).split(sep);
  const ignored = [join(target, 'claims.csv'), join(siblingPath(target, 'staging'), 'claims.csv')].every((path) =>
    isIgnored(root, path),
  );
  if (inside[0] === PRIVATE && ignored) return;
  throw new UserError(
    `A private edition is written outside the repository, or below ${PRIVATE}/ where git ignores it; ${folder} is neither.`,
  );
}

/** The path with every link in it followed, also where its end does not exist yet. */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

function isIgnored(root: string, path: string): boolean {
  return 'output' in askGit(root, ['check-ignore', '-q', '--', path]);
}
