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
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const shelf = join(root, 'node_modules/.cache/veritable/programs');
/** So many compiled programs are kept: one for each branch that somebody works on. */
const KEPT = 8;

/** Beside a compiled program: its files and their sizes, written when all of them are there. */
const LIST = 'files.json';

const program = await prepareProgram();
if (program !== null) await import(pathToFileURL(join(program, 'cli.js')).href);

/** The folder of the program; null where its sources have a mistake, which has been told. */
async function prepareProgram() {
  try {
    const program = findProgram();
    if (!isWhole(program)) return await compile(program);
    touch(program);
    return program;
  } catch (error) {
    process.exitCode = 2;
    process.stderr.write(`${process.env.VERITABLE_DEBUG ? error.stack : describeFailure(error)}\n`);
    return null;
  }
}

/** One line for each mistake: esbuild says where in which file, other errors say it in their message. */
function describeFailure(error) {
  const mistakes = (error.errors ?? []).map(({ text, location }) =>
    location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
  );
  return mistakes.length > 0 ? mistakes.join('\n') : error.message;
}

/** A process that was killed, a power cut or a full disk may have left a part of a program. */
function isWhole(folder) {
  try {
    const sizes = JSON.parse(readFileSync(join(folder, LIST), 'utf8'));
    return Object.entries(sizes).every(([name, size]) => statSync(join(folder, name)).size === size);
  } catch {
    return false;
  }
}

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
 * Compiles into a folder of its own and puts it in place in one step: two processes may do so at once. Where that
 * cannot be written, be it read-only or full, the program lies in a folder that goes away with the process.
 */
async function compile(target) {
  const { compileProgram } = await import('./compile.js');
  const fill = async (folder) => {
    await compileProgram(root, folder);
    // Sources that changed meanwhile are those of another program.
    if (findProgram() !== target) throw new Error('The sources of the program change. Try again.');
  };
  let own = null;
  try {
    mkdirSync(shelf, { recursive: true });
    own = mkdtempSync(`${target}.`);
    await fill(own);
    place(own, target);
    tidy();
    return target;
  } catch (error) {
    if (own !== null) rmSync(own, { recursive: true, force: true });
    if (isWhole(target)) return target;
    if (error.syscall === undefined) throw error;
  }
  own = makePassingFolder();
  await fill(own);
  return own;
}

/** What lies there in part gives way. Throws where another process has put the program there meanwhile. */
function place(own, target) {
  const sizes = readdirSync(own).map((name) => [name, statSync(join(own, name)).size]);
  writeFileSync(join(own, LIST), JSON.stringify(Object.fromEntries(sizes)));
  if (existsSync(target) && !isWhole(target)) {
    const away = `${own}.away`;
    renameSync(target, away);
    rmSync(away, { recursive: true, force: true });
  }
  renameSync(own, target);
}

/** Says that a program is still in use. */
function touch(folder) {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // Somebody else's folder: whoever owns it keeps it.
  }
}

/** A folder that goes away with the process. */
function makePassingFolder() {
  const own = mkdtempSync(join(tmpdir(), 'veritable-'));
  process.on('exit', () => rmSync(own, { recursive: true, force: true }));
  symlinkSync(join(root, 'node_modules'), join(own, 'node_modules'), 'junction');
  return own;
}

function tidy() {
  const byAge = readdirSync(shelf)
    .map((name) => ({ path: join(shelf, name), age: statSync(join(shelf, name)).mtimeMs }))
    .sort((a, b) => b.age - a.age);
  for (const { path } of byAge.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
