// Sources → one folder of plain JavaScript with all that every command needs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * What every command needs, and what is therefore worth compiling; all else is loaded from node_modules when it is
 * needed.
 */
const COMPILED = new Set([
  'ajv',
  'commander',
  'csv-stringify',
  'fastest-levenshtein',
  'glob',
  'gray-matter',
  'js-yaml',
  'picocolors',
  'semver',
  'yaml',
]);

/** Commands that work on the sources of the program, which an installed program does not have. */
const OF_THE_SOURCES = /[\\/]commands[\\/](?:generate|newRule)\.ts$/;

/**
 * Compiles the program and its threads into `target`.
 * @param whole the explorer's page, for a program that needs no package and no source beside it.
 */
export async function compileProgram(root, target, whole = null) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const installed = Object.keys({ ...dependencies, ...devDependencies });
  const shared = {
    absWorkingDir: root,
    outdir: target,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // linkedom asks for `canvas` and does without it.
    external: whole ? ['canvas'] : installed.filter((name) => !COMPILED.has(name)),
    // Packages of the older kind call `require` for what is built into Node, and ask where they lie.
    banner: {
      js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url); const __dirname = import.meta.dirname;",
    },
    logLevel: 'silent',
    write: false,
  };
  await buildInto({ ...shared, entryPoints: ['scripts/schemas/renderValidators.ts'] });
  const { renderValidators } = await import(pathToFileURL(join(target, 'renderValidators.js')).href);
  const entryPoints = ['scripts/cli.ts', 'scripts/worker.ts', 'scripts/compressor.ts', 'scripts/parquetWriter.ts'];
  // What others may import; the repository's own program needs no such door.
  if (whole) entryPoints.push('scripts/library.ts', 'scripts/ruleCatalogue.ts');
  return buildInto({
    ...shared,
    entryPoints,
    splitting: true,
    ...(whole && { minifySyntax: true, minifyWhitespace: true, metafile: true }),
    plugins: [withCode({ precompiled: renderValidators() }), ...(whole ? [withoutSources(whole)] : [])],
  });
}

/** The files are written here: a full disk is then told from a mistake in a source by the kind of the error. */
async function buildInto(options) {
  const { outputFiles, metafile } = await build(options);
  for (const { path, contents } of outputFiles) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, contents);
  }
  return { metafile };
}

/** Puts compiled code in the place of the modules of scripts/schemas/ that hold none, by their names. */
function withCode(sources) {
  return {
    name: 'schemas',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]schemas[\\/]precompiled\.ts$/ }, ({ path }) => ({
        contents: sources[basename(path, '.ts')],
        loader: 'js',
        resolveDir: dirname(path),
      }));
    },
  };
}

/** Puts the bundled pages in the place of their bundler, and leaves the commands out that need the sources. */
function withoutSources(pages) {
  return {
    name: 'installed',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]platform[\\/]bundlePage\.ts$/ }, () => ({
        contents: `const pages = ${JSON.stringify(pages)};
export const bundlePage = async (folder, preview = false) => pages[preview ? folder + ' preview' : folder];`,
        loader: 'js',
      }));
      onLoad({ filter: OF_THE_SOURCES }, () => ({ contents: 'export const define = () => {};', loader: 'js' }));
    },
  };
}
