// A folder of the data that git would take for a repository → git obeys nothing in it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { findChanges } from '../../scripts/platform/changedFiles.ts';
import { listUncommitted, readCommitted } from '../../scripts/platform/workingTree.ts';
import { commit, makeRepository } from '../release/releasedProject.ts';
import { makeWorkspace } from './workspace.ts';

let folder: string;

beforeEach(async () => {
  folder = await makeWorkspace();
  makeRepository(folder);
  for (const name of ['HEAD', 'objects', 'refs'])
    cpSync(join(folder, '.git', name), join(folder, 'raw', name), { recursive: true });
  const settings = ['repositoryformatversion = 0', 'bare = false', 'worktree = .'];
  const program = `fsmonitor = "touch ${join(folder, 'PWNED')};false"`;
  writeFileSync(join(folder, 'raw/config'), `[core]\n\t${[...settings, program].join('\n\t')}\n`);
  commit(folder);
});

test('a program that a folder of the data names is run by git itself, which is what the guard is for', () => {
  spawnSync('git', ['-C', join(folder, 'raw'), 'status'], { encoding: 'utf8' });
  expect(existsSync(join(folder, 'PWNED'))).toBe(true);
});

test('it is not run when changed files are asked for', () => {
  mkdirSync(join(folder, 'other'));
  findChanges(join(folder, 'raw'), 'main');
  listUncommitted(join(folder, 'raw'));
  readCommitted(join(folder, 'raw'), 'expectations.yml');
  expect(existsSync(join(folder, 'PWNED'))).toBe(false);
});
