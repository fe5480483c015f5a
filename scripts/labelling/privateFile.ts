// The name of a journal in private/ → its path, where no link leads it elsewhere.
import { dirname, resolve } from 'node:path';
import { isOutside, isPlainFile } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';

/**
 * The path of a journal of the project in `home`; it need not be there.
 * @throws UserError where it is, or lies behind, a link that leads out of the project
 */
export function privateFile(home: string, name: string): string {
  const journal = resolve(home, name);
  // What is not there yet leads nowhere: each folder on the way is looked at.
  for (let folder = dirname(journal); folder !== resolve(home); folder = dirname(folder))
    if (isOutside(folder, home))
      throw new UserError(`${name} is behind a link that leads out of the project. Nothing was written.`);
  // Behind a link might stand labels, or nothing yet and no place of the project.
  if (isPlainFile(journal) === false)
    throw new UserError(`${name} must be a file, and no link or folder. Nothing was written.`);
  return journal;
}
