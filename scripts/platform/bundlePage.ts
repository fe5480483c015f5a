// The source of a browser page → one script and one style sheet, with the notices of what is inside.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a page is made of, minified, the same bytes for the same sources. */
export interface PageBundle {
  script: string;
  style: string;
  notice: string;
}

/**
 * Bundles `main.ts` and `style.css` of a folder below the repository.
 * @param folder relative to the repository, so that no machine's path can get into the bytes.
 * @param preview with what only a served preview has: `preview/inject.ts` as `SERVED`, and the sheet `preview.css`
 * @throws Error when the sources do not compile.
 */
export async function bundlePage(folder: string, preview = false): Promise<PageBundle> {
  const root = findAbove(folder);
  const { build } = await import('esbuild');
  const result = await build({
    absWorkingDir: root,
    entryPoints: [`${folder}/main.ts`, `${folder}/${preview ? 'preview' : 'style'}.css`],
    ...(preview ? { inject: [`${folder}/preview/inject.ts`] } : { define: { SERVED: 'undefined' } }),
    bundle: true,
    // The package's own build for browsers, which have no Buffer.
    alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' },
    minify: true,
    write: false,
    metafile: true,
    outdir: 'page',
    format: 'iife',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const output = (ending: string): string =>
    result.outputFiles.find((file) => file.path.endsWith(ending))?.text.trim() ?? '';
  return {
    script: output('.js'),
    style: output('.css'),
    notice: collectNotices(root, Object.keys(result.metafile.inputs), 'This page'),
  };
}

/** The repository, seen from the sources as well as from where they are compiled to. */
function findAbove(folder: string): string {
  const start = dirname(fileURLToPath(import.meta.url));
  for (let at = start; dirname(at) !== at; at = dirname(at)) if (existsSync(join(at, folder))) return at;
  throw new Error(`There is no ${folder} above ${start}.`);
}

/** The licences of the packages that a bundle holds, as these ask for. */
export function collectNotices(root: string, inputs: readonly string[], holder: string): string {
  const packages = inputs.flatMap((path) => /^(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(packages)]
    .sort()
    .map((folder) => {
      const stated = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Record<string, unknown>;
      return `${holder} holds ${stated['name']} ${stated['version']}:\n${readLicence(join(root, folder), stated['license'])}`;
    })
    .join('\n');
}

/** The text that the package has, or the name of its licence where it has none. */
function readLicence(folder: string, named: unknown): string {
  const [file] = readdirSync(folder)
    .filter((name) => /^licen[cs]e(?:\.(?:txt|md))?$/i.test(name))
    .sort();
  if (file !== undefined) return readFileSync(join(folder, file), 'utf8').trim();
  if (typeof named === 'string') return `Licence: ${named}`;
  throw new Error(`The package in ${folder} states no licence.`);
}
