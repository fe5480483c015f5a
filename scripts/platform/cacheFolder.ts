// Where the program runs from → where its results are kept, and which program it is.
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Only a compiled program keeps results: its folder is named after a digest of its sources, the schemas and the lockfile, and so are its results.
 * @param module the `import.meta.url` of a module of the program.
 */
export function findCache(module: string): { folder: string; program: string } | undefined {
  const home = dirname(fileURLToPath(module));
  const programs = dirname(home);
  if (basename(programs) !== 'programs') return undefined;
  return { folder: join(dirname(programs), 'results'), program: basename(home) };
}
