// A small project in a git repository → its releases, made by the command itself.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type ReleaseOptions, release } from '../../scripts/commands/release.ts';
import type { Terminal } from '../../scripts/platform/terminal.ts';

/** What a command printed and how it ended. */
export interface Outcome {
  exitCode: number;
  out: string;
}

export const TODAY = '2024-06-01';

/** Makes a folder a repository that has everything committed. */
export function makeCommitted(folder: string): void {
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder);
}

/** Copies the example with all that a release needs, and commits it. */
export function makeRepository(folder: string): void {
  cpSync('examples/gazette', folder, { recursive: true });
  writeFileSync(join(folder, 'LICENSE-DATA'), 'Creative Commons Attribution 4.0\n');
  writeFileSync(join(folder, 'CHANGELOG.md'), '# Changelog\n\nBy hand.\n\n<!-- releases -->\n');
  const version = '<!-- veritable:version -->nothing<!-- /veritable:version -->';
  writeFileSync(join(folder, 'DATASHEET.md'), `# Datasheet\n\nOf version ${version}.\n`);
  writeFileSync(join(folder, '.gitignore'), 'build/\n.*.veritable-*\n');
  makeCommitted(folder);
}

/** Commits everything. */
export function commit(folder: string): void {
  git(folder, 'add', '-A');
  git(folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '-q', '-m', 'Labels');
}

function git(folder: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Runs the command on the project in a folder. */
export async function makeRelease(
  folder: string,
  options: Partial<ReleaseOptions> = {},
  today = TODAY,
): Promise<Outcome> {
  return record((terminal) => release({ raw: join(folder, 'raw'), ...options }, terminal, today));
}

/** Runs a command and keeps what it prints. */
export async function record(work: (terminal: Terminal) => Promise<number>): Promise<Outcome> {
  let out = '';
  const exitCode = await work({
    out: (text) => {
      out += text;
    },
    err: () => {},
    colour: false,
    interactive: false,
  });
  return { exitCode, out };
}

/** Replaces a text in a file, which must be there. */
export function edit(folder: string, file: string, replace: string, by: string): void {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(replace)) throw new Error(`${file} does not hold ${replace}`);
  writeFileSync(
    path,
    text.replace(replace, () => by),
  );
}

/** Every file below a folder but git's own, by its path. */
export function readTree(folder: string): Map<string, Uint8Array> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => [relative(folder, path), readFileSync(path)] as const)
    .filter(([path]) => !path.startsWith('.git/'));
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
