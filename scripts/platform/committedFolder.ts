// A revision of git and a folder → the folder's files as they were committed then.
import { relative, resolve } from 'node:path';
import { askGit, findRepository } from './git.ts';
import { UserError } from './userError.ts';

/**
 * The texts of a folder's files at a revision, by their paths below it with `/`. Links and modules of git are left out.
 * Git runs nothing that lies in the repository, and no name of a revision is taken for an option.
 * @throws UserError where there is no repository, no such revision, or no such folder in it
 */
export function readCommittedFolder(folder: string, revision: string): Map<string, string> {
  const root = findRepository('.');
  if (root === null) throw new UserError(`git:${revision} needs a git repository, and here is none.`);
  const known = askGit(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if ('problem' in known) throw new UserError(`git knows no revision \`${revision}\`.`);
  const commit = known.output.trim();
  const place = relative(root, resolve(folder)).replaceAll('\\', '/');
  const listed = askGit(root, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', `${place}/`]);
  const texts = new Map<string, string>();
  for (const entry of 'output' in listed ? listed.output.split('\0') : []) {
    const [, object = '', path = ''] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (object === '' || !path.startsWith(`${place}/`)) continue;
    const read = askGit(root, ['cat-file', 'blob', object]);
    if ('problem' in read) throw new UserError(`git cannot read ${path} of ${revision}: ${read.problem}`);
    texts.set(path.slice(place.length + 1), read.output);
  }
  if (texts.size === 0) throw new UserError(`${revision} has no folder ${folder}.`);
  return texts;
}
