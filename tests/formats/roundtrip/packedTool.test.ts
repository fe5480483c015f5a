// The program, packed by npm and installed without a network, alone and read-only, does what the repository's own does.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from '../../lsp/editor.ts';

const root = mkdtempSync(join(tmpdir(), 'veritable-tool-'));
const project = join(root, 'project');
const installed = join(project, 'node_modules/veritable');
const MIB = 1024 * 1024;
const tool = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

function run(command: string, args: string[], cwd: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 * MIB });
}

function succeed(command: string, args: string[], cwd: string): string {
  const result = run(command, args, cwd);
  expect({ ...result, stdout: '' }).toMatchObject({ status: 0 });
  return result.stdout;
}

/** Runs the installed program in the project. */
const veritable = (...args: string[]): string => succeed(join(project, 'node_modules/.bin/veritable'), args, project);
/** Runs the repository's own. */
const own = (...args: string[]): string =>
  succeed(process.execPath, [resolve('scripts/launch.js'), ...args], resolve('.'));

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function readAll(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('base64')]),
  );
}

function setMode(folder: string, directory: number, file: number): void {
  chmodSync(folder, directory);
  for (const path of listFiles(folder)) chmodSync(path, path.endsWith('/cli.js') ? file | 0o111 : file);
}

/** What a manifest says a dataset was made of. */
const SAID = [
  ...['raw', 'releases', 'veritable.config.yml', 'CITATION.cff', 'CHANGELOG.md', 'DATASHEET.md', 'LICENSE-DATA'],
  ...['docs/annotation-guidelines.md', 'docs/rules.md'],
];

beforeAll(() => {
  succeed('npm', ['run', '--silent', 'pack:cli', '--', join(root, 'package')], resolve('.'));
  succeed('npm', ['pack', '--pack-destination', root], join(root, 'package'));
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }');
  const archive = join(root, `veritable-${tool.version}.tgz`);
  succeed('npm', ['install', '--offline', '--no-audit', '--no-fund', archive], project);
  for (const [name, source] of Object.entries({ gazette: 'examples/gazette', real: '.' })) {
    for (const path of SAID)
      if (existsSync(join(source, path))) cpSync(join(source, path), join(project, name, path), { recursive: true });
  }
  setMode(installed, 0o555, 0o444);
}, 300_000);

afterAll(() => {
  if (existsSync(installed)) setMode(installed, 0o755, 0o644);
  rmSync(root, { recursive: true, force: true });
});

test('is one package of at most 10 MiB', () => {
  expect(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['veritable']);
  const bytes = listFiles(installed).reduce((sum, path) => sum + readFileSync(path).length, 0);
  expect(bytes).toBeLessThan(10 * MIB);
});

test('says which version it is', () => {
  expect(veritable('--version')).toBe(`${tool.version}\n`);
});

test('knows nothing of the dataset that it was made beside', () => {
  const telling = listFiles(installed).filter((path) =>
    /\b(?:Beijing|Kyiv|Ukraine|China)\b/i.test(readFileSync(path, 'utf8')),
  );
  expect(telling).toEqual([]);
});

test('carries the schemas under its own name', () => {
  const script = `console.log(require('veritable/schemas/tables/claims.schema.json').title)`;
  expect(succeed(process.execPath, ['--eval', script], project)).toBe('Claims\n');
});

for (const [name, raw] of Object.entries({ gazette: 'examples/gazette/raw', real: 'raw' })) {
  test(`validates and builds ${raw} to the same bytes as the repository`, () => {
    veritable('validate', '--raw', `${name}/raw`);
    veritable('build', '--raw', `${name}/raw`, '--out', `${name}/dataset`);
    own('build', '--raw', raw, '--out', join(root, name));
    const built = readAll(join(project, name, 'dataset'));
    expect(Object.keys(built)).toContain('claims.csv');
    expect(built).toEqual(readAll(join(root, name)));
  }, 120_000);
}

test('is packed whole from no more than what its image is given', () => {
  const kept = readFileSync('.dockerignore', 'utf8').matchAll(/^!(.+)$/gm);
  const given = join(root, 'image');
  for (const [, path = ''] of kept) cpSync(path, join(given, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(given, 'node_modules'));
  succeed('npm', ['run', '--silent', 'pack:cli'], given);
  // Bundled parts are named by where packages lie, which is elsewhere here.
  const listApart = (folder: string) =>
    listFiles(folder)
      .map((path) => path.slice(folder.length + 1))
      .filter((path) => !path.startsWith('program-'))
      .sort();
  expect(listApart(join(given, 'build/cli'))).toEqual(listApart(join(root, 'package')));
}, 120_000);

test('its image runs as somebody, from images of a named version', () => {
  const lines = readFileSync('Dockerfile', 'utf8').split('\n');
  expect(lines.filter((line) => line.startsWith('USER '))).toEqual(['USER node']);
  for (const line of lines.filter((text) => text.startsWith('FROM '))) expect(line).toMatch(/^FROM \w+:\d+-\w+/);
});

test('may be imported: findings for an editor, the rules, their types', () => {
  const script = `
    import { openChecker, repairProject, spliceText, TOOL, type LocatedFinding } from 'veritable';
    import { RULES, type RuleText } from 'veritable/rules';
    const checker = openChecker({ raw: 'gazette/raw' });
    const file: string = process.argv[2] as string;
    const before: LocatedFinding[] = checker.check();
    const text: string = readFileSync(file, 'utf8').replace('verdict: supported', 'verdict: suported');
    const [finding] = checker.check(new Map([[file, text]]));
    const mended = spliceText(text, finding?.fix?.edits ?? []);
    const title: RuleText | undefined = RULES.find(({ code }) => code === finding?.code);
    const left = repairProject({ raw: 'gazette/raw' }).left.length;
    console.log(JSON.stringify([TOOL.version, before.length, finding?.code, finding?.range?.start.line, title?.severity,
      mended === readFileSync(file, 'utf8'), left]));`;
  writeFileSync(join(project, 'use.mts'), `import { readFileSync } from 'node:fs';\n${script}`);
  const file = 'gazette/raw/articles/gazette-2024-05-02.md';
  const compiler = resolve('node_modules/typescript/bin/tsc');
  const types = ['--types', 'node', '--typeRoots', resolve('node_modules/@types')];
  const strict = ['--strict', '--exactOptionalPropertyTypes', '--module', 'nodenext', '--target', 'es2022', ...types];
  succeed(process.execPath, [compiler, ...strict, 'use.mts'], project);
  const [version, ...said] = JSON.parse(succeed(process.execPath, ['use.mjs', file], project));
  expect(version).toBe(tool.version);
  const line = readFileSync(join(project, file), 'utf8')
    .split('\n')
    .findIndex((text) => /verdict: supported/.test(text));
  expect(said).toEqual([0, 'V01', line + 1, 'error', true, 0]);
}, 60_000);

test('makes the same database', () => {
  veritable('export', 'sqlite', '--raw', 'gazette/raw', '--out', 'database');
  own('export', 'sqlite', '--raw', 'examples/gazette/raw', '--out', join(root, 'database'));
  const made = readAll(join(project, 'database'));
  expect(Object.keys(made)).toHaveLength(2);
  expect(made).toEqual(readAll(join(root, 'database')));
}, 120_000);

test('makes the same page of a dataset', () => {
  veritable('explore', '--raw', 'gazette/raw', '--out', 'page.html');
  own('explore', '--raw', 'examples/gazette/raw', '--dataset', join(root, 'gazette'), '--out', join(root, 'page.html'));
  expect(readFileSync(join(project, 'page.html'), 'utf8')).toBe(readFileSync(join(root, 'page.html'), 'utf8'));
}, 120_000);

test('keeps its results in the project, none beside itself', () => {
  expect(listFiles(join(project, 'node_modules/.cache/veritable/results'))).not.toEqual([]);
  expect(readAll(installed)).toEqual(readAll(join(root, 'package')));
});

test('it answers an editor', async () => {
  const editor = new Editor(join(project, 'gazette'), [join(project, 'node_modules/.bin/veritable'), 'lsp', '--stdio']);
  await editor.begin();
  const file = 'raw/articles/gazette-2024-05-02.md';
  const text = readFileSync(join(project, 'gazette', file), 'utf8');
  const shown = await editor.open(file, text.replace('verdict: refuted\n', 'verdict: refutd\n'));
  expect(shown.map(({ code }) => code)).toEqual(['V01']);
  const page = (shown[0]?.codeDescription?.href ?? '').replace(/#.*/, '');
  expect(readFileSync(fileURLToPath(page), 'utf8')).toContain('### V01');
  expect(await editor.end()).toBe(0);
});
