// Sources → one folder of plain JavaScript with everything in it that the program needs to run.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Compiles the program and its threads into `target`. What only development needs stays in node_modules. */
export async function compileProgram(root, target) {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/cli.ts', 'scripts/worker.ts'],
    outdir: target,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // The explorer's build alone needs these two; the one is large, and the other cannot be bundled at all.
    external: [...Object.keys(devDependencies), 'esbuild', '@observablehq/plot'],
    // Packages of the older kind call `require` for what is built into Node.
    banner: {
      js: "import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);",
    },
    logLevel: 'error',
  });
}
