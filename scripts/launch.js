#!/usr/bin/env node
// The sources of the program → the program, compiled where that has not been done for these very sources, and run.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shelf = join(root, 'node_modules/.cache/veritable/programs');
/** So many compiled programs are kept: one for each branch that somebody works on. */
const KEPT = 8;

let program = findProgram();
if (existsSync(join(program, 'cli.js'))) touch(program);
else program = await compile(program);
await import(pathToFileURL(join(program, 'cli.js')).href);

/** Where the program of the sources as they are now is, or will be. */
function findProgram() {
  const sources = ['package.json', 'package-lock.json', ...listSources('schemas'), ...listSources('scripts')];
  return join(shelf, digestFiles(sources));
}

/** Files below a folder of the repository that the program is made of, sorted. */
function listSources(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:ts|js|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

/** The content counts, not the time of the last change: a stale program never runs. */
function digestFiles(paths) {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths) {
    const bytes = readFileSync(join(root, path));
    hash.update(`\n${path} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest('hex').slice(0, 24);
}

/**
 * Compiles into a folder of its own and puts it in place in one step: two processes may do so at once. Gives the
 * folder.
 */
async function compile(target) {
  const { compileProgram } = await import('./compile.js');
  const own = makeOwnFolder(target);
  try {
    await compileProgram(root, own);
    // Sources that changed meanwhile are those of another program.
    if (findProgram() !== target) throw new Error('The sources of the program change. Try again.');
    if (!own.startsWith(target)) return own;
    renameSync(own, target);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(join(target, 'cli.js'))) throw error;
  }
  tidy();
  return target;
}

/** Says that a program is still in use. */
function touch(folder) {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // Somebody else's folder: whoever owns it keeps it.
  }
}

/** Beside the target, or, where node_modules is not ours to write, a folder that goes away with the process. */
function makeOwnFolder(target) {
  try {
    mkdirSync(shelf, { recursive: true });
    return mkdtempSync(`${target}.`);
  } catch {
    const own = mkdtempSync(join(tmpdir(), 'veritable-'));
    symlinkSync(join(root, 'node_modules'), join(own, 'node_modules'), 'junction');
    process.on('exit', () => rmSync(own, { recursive: true, force: true }));
    return own;
  }
}

function tidy() {
  const byAge = readdirSync(shelf)
    .map((name) => ({ path: join(shelf, name), age: statSync(join(shelf, name)).mtimeMs }))
    .sort((a, b) => b.age - a.age);
  for (const { path } of byAge.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
