// Two checkouts in different folders, under different versions of Node, time zones, locales, umasks and users → one
// archive.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeWorkspace } from '../../platform/workspace.ts';
import { commit } from '../releasedProject.ts';

/** Who runs the second one where this one may choose: nobody. */
const NOBODY = 65534;

/** A program's output; throws with what it said where it fails. */
function run(cwd: string, command: string, args: readonly string[], options: object = {}): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

/** The repository as it lies here, committed anew, with its packages. */
function checkOut(folder: string): void {
  for (const path of run('.', 'git', ['ls-files', '-co', '--exclude-standard', '-z']).split('\0')) {
    if (path === '') continue;
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    cpSync(path, join(folder, path));
  }
  run(folder, 'git', ['init', '-q']);
  commit(folder);
  run('.', 'cp', ['-R', '-P', 'node_modules', folder]);
}

/** Another version of Node, from the registry that the packages come from. */
function fetchNode(folder: string, version: number): string {
  const name = `node-${process.platform}-${process.arch}`;
  run('.', 'npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', `${name}@${version}`]);
  const node = join(folder, 'node_modules', name, 'bin/node');
  expect(run('.', node, ['--version'])).toMatch(new RegExp(`^v${version}\\.`));
  return node;
}

function release(folder: string, node: string, umask: string, env: Record<string, string>, uid?: number): string {
  const script = `umask ${umask}; exec "$@"`;
  const args = ['-c', script, 'sh', node, 'scripts/launch.js', 'release', '--date', '2024-06-01'];
  run(folder, 'sh', args, {
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const [name = ''] = readdirSync(join(folder, 'build')).filter((file) => file.endsWith('.tar.gz'));
  return `${name} ${createHash('sha256')
    .update(readFileSync(join(folder, 'build', name)))
    .digest('hex')}`;
}

test('the archive has the same digest', async () => {
  const scratch = await makeWorkspace();
  chmodSync(scratch, 0o755);
  const [one, two] = [join(scratch, 'one'), join(scratch, 'far/away/two')];
  checkOut(one);
  checkOut(two);
  const [old, current] = [fetchNode(join(scratch, 'node20'), 20), fetchNode(join(scratch, 'node24'), 24)];
  const isRoot = process.getuid?.() === 0;
  if (isRoot) run('.', 'chown', ['-R', `${NOBODY}:${NOBODY}`, two]);
  const first = release(one, old, '077', { TZ: 'Pacific/Kiritimati', LANG: 'C', LC_ALL: 'C' });
  const second = release(
    two,
    current,
    '002',
    { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
    isRoot ? NOBODY : undefined,
  );
  expect(second).toBe(first);
});
