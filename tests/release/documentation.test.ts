// docs/publishing.md says what the program and the workflow do.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { listNextSteps } from '../../scripts/publish/nextSteps.ts';
import { shellWord } from '../../scripts/values/shellWord.ts';
import { makeWorkspace } from '../platform/workspace.ts';
import { edit, makeRelease, makeRepository } from './releasedProject.ts';

const guide = readFileSync('docs/publishing.md', 'utf8');
const read = (path: string): string => readFileSync(path, 'utf8');

test('what is left after a release is what is shown', { timeout: 120_000 }, async () => {
  const folder = await makeWorkspace();
  writeFileSync(join(folder, 'README.md'), '<!-- veritable:claims --><!-- /veritable:claims --> claims\n');
  makeRepository(folder);
  const { out } = await makeRelease(folder);
  const shown = out
    .split('\n')
    .filter((line) => line.startsWith('  git '))
    .map((line) =>
      line
        .trim()
        .replace(/^git -C \S+/, 'git')
        .replaceAll('1.0.0', 'VERSION'),
    );
  expect(guide).toContain(`\n${shown.join('\n')}\n`);
});

test('nothing but what a release writes is committed with it', async () => {
  const folder = await makeWorkspace();
  makeRepository(folder);
  expect(listNextSteps(folder, '1.0.0')).toEqual([]);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  edit(folder, 'CITATION.cff', 'Veritable', 'Other');
  expect(listNextSteps(folder, '1.0.0')[0]).toBe(`git -C ${shellWord(folder)} add CITATION.cff`);
});

test('its scripts are those that a project has', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...guide.matchAll(/npm run ([\w:]+)/g)].map(([, name = '']) => name);
  expect(new Set(named)).toEqual(new Set(['release', 'verify', 'build:npm', 'export']));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
});

test('its job follows one that the release workflow has, and asks for no more than it needs', () => {
  const [, added = ''] = /```yaml\n(.*?)```/s.exec(guide) ?? [];
  const workflow = load(`${read('.github/workflows/release.yml')}${added}`) as {
    jobs: Record<string, { needs?: string; permissions: Record<string, string> }>;
  };
  expect(Object.keys(workflow.jobs)).toEqual(['rebuild', 'publish', 'explorer', 'npm']);
  expect(workflow.jobs['npm']).toMatchObject({
    needs: 'publish',
    permissions: { contents: 'read', 'id-token': 'write' },
  });
});

test('a name is a word of the shell, whatever it holds', () => {
  expect(['raw', './a b', "it's", '$HOME', '~a', '-'].map(shellWord)).toEqual([
    'raw',
    "'./a b'",
    "'it'\\''s'",
    "'$HOME'",
    "'~a'",
    '-',
  ]);
});
