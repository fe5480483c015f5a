// The compiled program, as it is started every day: it does what its sources say, and never what they said before.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { GAZETTE, HERALD, openWorkspace } from '../workspace.ts';

vi.setConfig({ testTimeout: 600_000 });

function launch(root: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts/launch.js'), ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('compiled validators refuse what the schemas refuse, in the same words', async () => {
  const workspace = openWorkspace()
    .edit(GAZETTE, 'type: numerical', 'type: numeric')
    .edit(GAZETTE, 'published: 2024-05-02', 'published: 2024-02-30')
    .edit(GAZETTE, 'claimant_role: null', 'claimant_rolle: null')
    .edit(HERALD, 'language: en', 'language: english')
    .edit('raw/vocabulary/verdicts.yml', 'rating_value: 5', 'rating_value: five')
    .edit('CITATION.cff', 'title: Gazette Claims', 'title: 5');
  const report = await workspace.report();
  expect(new Set(report.findings.map(({ code }) => code)).size).toBeGreaterThan(3);
  const { status, stdout } = launch('.', 'validate', '--raw', workspace.path('raw'), '--format', 'json', '--no-cache');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toEqual(report);
});

/** The sources in a folder of their own, with the packages and nothing compiled yet. */
function copyProgram(): string {
  const root = mkdtempSync(join(tmpdir(), 'veritable-launch-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const path of ['scripts', 'schemas', 'package.json', 'package-lock.json'])
    cpSync(path, join(root, path), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync('node_modules').filter((one) => one !== '.cache'))
    symlinkSync(join(process.cwd(), 'node_modules', name), join(root, 'node_modules', name), 'junction');
  return root;
}

const PROGRAMS = 'node_modules/.cache/veritable/programs';

test('a changed source is compiled before it runs', () => {
  const root = copyProgram();
  expect(launch(root, '--help').stdout).toContain('Fact-check datasets as code.');
  const source = join(root, 'scripts/cli.ts');
  writeFileSync(source, readFileSync(source, 'utf8').replace('Fact-check datasets as code.', 'Another sentence.'));
  expect(launch(root, '--help').stdout).toContain('Another sentence.');
  rmSync(join(root, 'schemas/raw/article.schema.json'));
  expect(launch(root, '--help').status).not.toBe(0);
});

test('a compiled program of which a part is left is compiled anew', () => {
  const root = copyProgram();
  const whole = launch(root, '--version');
  expect(whole.status).toBe(0);
  const [name] = readdirSync(join(root, PROGRAMS));
  const program = join(root, PROGRAMS, name ?? '');
  const parts = readdirSync(program).filter((file) => file.startsWith('chunk-'));
  const damages: (() => void)[] = [
    () => rmSync(join(program, 'cli.js')),
    () => truncateSync(join(program, 'cli.js'), 200),
    () => truncateSync(join(program, parts.at(-1) ?? ''), 10),
  ];
  for (const damage of damages) {
    damage();
    expect(launch(root, '--version')).toEqual(whole);
    expect(readdirSync(join(root, PROGRAMS))).toEqual([name]);
  }
});

test('where no program can be kept, a command takes longer and says the same', () => {
  const root = copyProgram();
  mkdirSync(dirname(join(root, PROGRAMS)), { recursive: true });
  writeFileSync(join(root, PROGRAMS), 'no folder');
  expect(launch(root, '--version')).toEqual(launch('.', '--version'));
});

test.each([
  ['a comma too few', '"title": "Article"', '"title" "Article"', /^schemas\/raw\/article\.schema\.json:\d+:\d+: .*\n$/],
  [
    'a pattern that is none',
    '"pattern": "^',
    '"pattern": "(^',
    /^schemas\/raw\/article\.schema\.json: Invalid reg.*\n$/,
  ],
  ['a reference to nothing', '#/$defs/slug"', '#/$defs/slog"', /^schemas\/raw\/article\.schema\.json: .*slog.*\n$/],
])('a schema with %s is one line with its file', (_, replace, by, line) => {
  const root = copyProgram();
  const path = join(root, 'schemas/raw/article.schema.json');
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(replace);
  writeFileSync(
    path,
    text.replace(replace, () => by),
  );
  const { status, stdout, stderr } = launch(root, 'generate');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(line);
});

test('what a release lacks is a list, a line each', () => {
  const workspace = openWorkspace();
  const { status, stderr } = launch('.', 'release', '--raw', workspace.path('raw'), '--dry-run');
  expect(status).toBe(2);
  expect(stderr).toMatch(/nothing was written:\n- .*DATASHEET\.md.*\n- .*LICENSE-DATA.*\n$/);
});

test.each([['--version'], ['validate', '--version']])('%s %s says which program it is', (...words) => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(launch('.', ...words)).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test.each([[['validate', '--bogus']], [['validate', 'json']], [['validat']]])(
  'wrong usage is told in one line, and one more names --help: %s',
  (args) => {
    const { status, stdout, stderr } = launch('.', ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^error: .*\n(?:\(Did you mean .*\)\n)?`--help` .*\n$/);
  },
);

test.skipIf(!existsSync('/dev/full'))('a full disk is told in one line', () => {
  const full = openSync('/dev/full', 'w');
  onTestFinished(() => closeSync(full));
  const { status, stderr } = spawnSync(process.execPath, ['scripts/launch.js', 'validate', '--rules'], {
    encoding: 'utf8',
    stdio: ['ignore', full, 'pipe'],
  });
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'cannot write the output: no space left on device\n' });
});
