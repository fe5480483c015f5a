// Where the program runs from, and the project worked on → where results are kept, and which program it is.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of an installed program is named so, with a digest of what it holds. */
const INSTALLED = /^program-[0-9a-f]{24}$/;

/**
 * Only a compiled program keeps results: its folder is named after a digest of what it is made of, and so are its
 * results. In the repository they lie beside the program; those of an installed program lie in the project worked on,
 * for the program's own folder may be read-only or shared.
 * @param module the `import.meta.url` of a module of the program.
 * @param raw the folder of labels; the project is the nearest folder above it that has packages installed.
 * @param shared the folder for caches of this user (https://specifications.freedesktop.org/basedir-spec/latest/), for
 *   a project without packages; by default `~/.cache`.
 */
export function findCache(
  module: string,
  raw: string,
  shared?: string,
): { folder: string; program: string } | undefined {
  const home = dirname(fileURLToPath(module));
  const programs = dirname(home);
  if (basename(programs) === 'programs') return { folder: join(dirname(programs), 'results'), program: basename(home) };
  if (!INSTALLED.test(basename(home))) return undefined;
  const caches = findPackages(dirname(resolve(raw))) ?? ownCaches(shared);
  return { folder: join(caches, 'veritable/results'), program: `${basename(home)}-${process.version}` };
}

function findPackages(start: string): string | null {
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, 'node_modules'))) return join(at, 'node_modules/.cache');
    if (dirname(at) === at) return null;
  }
}

/** A relative path in XDG_CACHE_HOME counts for nothing, as its specification says. */
function ownCaches(shared: string | undefined): string {
  return shared !== undefined && isAbsolute(shared) ? shared : join(homedir(), '.cache');
}
