// The repository → build/cli/, the program as an npm package that needs no other package.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileProgram } from './compile.js';
import { bundlePage, collectNotices } from './platform/bundlePage.ts';
import { SHARED, templateOf } from './platform/templates.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = process.argv[2] ?? join(root, 'build/cli');

/** A module of the sources that a declaration names. */
const SOURCE = /'(\.{1,2}\/[^']+)\.ts'/g;

rmSync(target, { recursive: true, force: true });
const compiled = join(target, 'program');
mkdirSync(compiled, { recursive: true });
const pages = {};
for (const folder of ['scripts/explorer/page', 'scripts/review/page']) pages[folder] = await bundlePage(folder);
pages['scripts/explorer/page preview'] = await bundlePage('scripts/explorer/page', true);
const { metafile } = await compileProgram(root, compiled, pages);
rmSync(join(compiled, 'renderValidators.js'));
// The one package that needs a file of its own at run time looks for it beside its code.
const wasm = 'node-sqlite3-wasm.wasm';
cpSync(join(root, 'node_modules/node-sqlite3-wasm/dist', wasm), join(compiled, wasm));
// Its results are kept under this name in the project: another program has other results.
const program = `program-${digestFolder(compiled)}`;
renameSync(compiled, join(target, program));
makeRunnable(join(target, program, 'cli.js'));
for (const path of ['schemas', 'docs/rules.md', 'LICENSE', 'templates', 'examples/gazette'])
  cpSync(join(root, path), join(target, path), { recursive: true });
for (const path of SHARED) copyFile(path, `templates/${templateOf(path)}`);
const changes = readFileSync(join(root, 'docs/changelog.md'), 'utf8');
writeFileSync(join(target, 'CHANGELOG.md'), changes.replace(/\[([^\]]+)\]\(\.\.[^)]*\)/g, '$1'));
writeTypes();
writeFileSync(join(target, 'NOTICES.txt'), `${collectNotices(root, Object.keys(metafile.inputs), 'This program')}\n`);
writeFileSync(join(target, 'package.json'), `${JSON.stringify(describe(program), null, 2)}\n`);

/** The version is the program's own; that of a dataset stands in its CITATION.cff. */
function describe(folder) {
  const { name, version, description, license, type, engines } = readJson('package.json');
  return {
    name,
    version,
    description,
    license,
    type,
    engines,
    bin: { [name]: `${folder}/cli.js` },
    exports: {
      '.': { types: './types/library.d.ts', default: `./${folder}/library.js` },
      './rules': { types: './types/ruleCatalogue.d.ts', default: `./${folder}/ruleCatalogue.js` },
      './schemas/*': './schemas/*',
      './package.json': './package.json',
    },
    files: [folder, 'types', 'schemas', 'docs', 'templates', 'examples', 'NOTICES.txt', 'CHANGELOG.md'],
  };
}

/** The declarations of what others may import, and those that they name. */
function writeTypes() {
  const all = join(target, 'declarations');
  const options = ['-p', root, '--noEmit', 'false', '--declaration', '--emitDeclarationOnly'];
  const places = ['--rootDir', root, '--outDir', all];
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, ...places]);
  const named = ['library.d.ts', 'ruleCatalogue.d.ts'];
  for (const path of named) {
    const text = readFileSync(join(all, 'scripts', path), 'utf8');
    for (const [, from] of text.matchAll(SOURCE)) {
      const other = join(dirname(path), `${from}.d.ts`);
      if (!named.includes(other)) named.push(other);
    }
    mkdirSync(dirname(join(target, 'types', path)), { recursive: true });
    writeFileSync(join(target, 'types', path), text.replace(SOURCE, "'$1.js'"));
  }
  rmSync(all, { recursive: true });
}

function copyFile(path, to) {
  mkdirSync(dirname(join(target, to)), { recursive: true });
  cpSync(join(root, path), join(target, to));
}

/** The same for the same files, in whatever order the disk lists them. */
function digestFolder(folder) {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, name));
    hash.update(`${name} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 24);
}

function makeRunnable(path) {
  writeFileSync(path, `#!/usr/bin/env node\n${readFileSync(path, 'utf8')}`, { mode: 0o755 });
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
