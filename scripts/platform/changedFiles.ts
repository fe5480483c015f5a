// A revision of git → the files that differ from it now.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { UserError } from './userError.ts';

/**
 * Absolute paths of the files of the repository around `folder` that were changed, added or deleted since `revision`, committed or not; ignored files
 * are left out. Throws a UserError where there is no git repository or no such revision.
 */
export function listChangedFiles(folder: string, revision: string): string[] {
  const root = git(folder, 'rev-parse', '--show-toplevel').output?.replace(/\r?\n$/, '');
  if (root === undefined) throw new UserError(`--since needs a git repository, and ${folder} is in none.`);
  const known = git(
    root,
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${revision}^{commit}`,
  ).output?.trim();
  if (known === undefined) throw new UserError(`git knows no revision \`${revision}\`.`);
  const changed = list(root, 'diff', '--name-only', '--no-renames', '--no-ext-diff', '-z', known, '--');
  const untracked = list(root, 'ls-files', '--others', '--exclude-standard', '-z');
  return [...new Set([...changed, ...untracked])].map((path) => join(root, path));
}

function list(root: string, ...args: string[]): string[] {
  const { output, problem } = git(root, ...args);
  if (output === undefined) throw new UserError(`git ${args[0]} failed: ${problem}`);
  return output.split('\0').filter((path) => path !== '');
}

function git(folder: string, ...args: string[]): { output?: string; problem: string } {
  const run = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (run.status === 0) return { output: run.stdout, problem: '' };
  return { problem: run.error?.message ?? run.stderr.trim() };
}
