// What a shell completes: every command, the options of each, and the words of its first argument.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

function complete(shell: string): string {
  const { stdout } = spawnSync(process.execPath, ['scripts/launch.js', 'completion', shell], { encoding: 'utf8' });
  return stdout;
}

/** What bash offers for the last of some words. */
function offered(...words: string[]): string[] {
  const script = `${complete('bash')}\nCOMP_WORDS=(veritable "$@"); COMP_CWORD=$#; _veritable; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout } = spawnSync('bash', ['-c', script, 'bash', ...words], { encoding: 'utf8', cwd: 'schemas' });
  return stdout.trim().split('\n');
}

test('bash offers commands, options, choices and files', () => {
  expect(offered('ex')).toEqual(['explore', 'export']);
  expect(offered('export', 'sq')).toEqual(['sqlite']);
  expect(offered('build', '--capt')).toEqual(['--captures']);
  expect(offered('audit', 'tab')).toEqual(['tables']);
}, 60_000);

test.each(['zsh', 'fish'])(
  '%s reads its script',
  (shell) => {
    const script = complete(shell);
    for (const command of ['validate', 'release', 'completion']) expect(script).toContain(command);
    const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'completion'), script);
    const read = spawnSync(shell, ['-n', join(folder, 'completion')], { encoding: 'utf8' });
    // The shell need not be there.
    if (!read.error) expect([read.status, read.stderr]).toEqual([0, '']);
  },
  60_000,
);

test('another shell is refused', () => {
  expect(complete('tcsh')).toBe('');
});
