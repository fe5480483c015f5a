// The program's own folder → the templates that a new project is made of.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareCodePoints } from '../values/order.ts';

/** Files of this repository that a project has as they are; an installed program holds them among its templates. */
export const SHARED = [
  '.gitattributes',
  '.gitignore',
  '.github/ISSUE_TEMPLATE/config.yml',
  '.github/ISSUE_TEMPLATE/correction.yml',
  '.github/ISSUE_TEMPLATE/new-claim.yml',
  '.github/ISSUE_TEMPLATE/takedown.yml',
  '.github/workflows/diff.yml',
  '.github/workflows/release.yml',
  '.vscode/tasks.json',
  'docs/publishing.md',
];

/** The path of a shared file among the templates. */
export function templateOf(path: string): string {
  return `project/${path.replace(/(^|\/)\./g, '$1_')}`;
}

/** Every template by its path, and the files of `example` as `examples/NAME/…`, whose captures lie in raw/captures. */
export function readTemplates(example: string | null): Map<string, string> {
  const root = findAbove('templates');
  const texts = new Map<string, string>();
  for (const path of SHARED) if (existsSync(join(root, path))) texts.set(templateOf(path), read(root, path));
  for (const path of listFiles(join(root, 'templates'))) texts.set(path, read(root, `templates/${path}`));
  if (example !== null)
    for (const path of listFiles(join(root, 'examples', example)))
      texts.set(`examples/${example}/${placeInProject(path)}`, read(root, `examples/${example}/${path}`));
  return texts;
}

function placeInProject(path: string): string {
  return path.startsWith('captures/') ? `raw/${path}` : path;
}

/** Files below a folder, one folder at a time: a package that is read out of an archive lists no more than that. */
function listFiles(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => compareCodePoints(a.name, b.name))
    .flatMap((entry) =>
      entry.isDirectory() ? listFiles(folder, `${below}${entry.name}/`) : [`${below}${entry.name}`],
    );
}

function read(root: string, path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The folder that holds `name`, seen from the sources as well as from where they are compiled to. */
export function findAbove(name: string): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let at = start; dirname(at) !== at; at = dirname(at)) if (existsSync(join(at, name))) return at;
  throw new Error(`There is no ${name} above ${start}.`);
}
