// What CI runs of others stands still: it is named by its commit, and kept up to date by pull requests.
import { readFileSync } from 'node:fs';
import { globSync } from 'glob';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';

const WORKFLOWS = globSync('.github/workflows/*.yml', { posix: true, dot: true }).sort();

test('every action is pinned by its whole commit, with its version beside it', () => {
  const used = WORKFLOWS.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => !/^\s*#/.test(line) && /\buses:/.test(line))
      .map((line) => `${file}: ${line.trim().replace(/^- /, '')}`),
  );
  expect(used.length).toBeGreaterThan(0);
  for (const line of used) expect(line).toMatch(/: uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('one action has one commit everywhere', () => {
  const commits = new Map<string, Set<string>>();
  for (const file of WORKFLOWS)
    for (const [, action = '', commit = ''] of readFileSync(file, 'utf8').matchAll(/uses: ([^@\s]+)@(\S+ # \S+)/g))
      commits.set(action, (commits.get(action) ?? new Set()).add(commit));
  for (const [action, names] of commits) expect([action, names.size]).toEqual([action, 1]);
});

test('actions and packages are kept up to date', () => {
  const { updates } = load(readFileSync('.github/dependabot.yml', 'utf8')) as {
    updates: { 'package-ecosystem': string; directory: string }[];
  };
  expect(updates.map((one) => `${one['package-ecosystem']} ${one.directory}`)).toEqual(['github-actions /', 'npm /']);
});

test('every workflow states its permissions, and none may write where it runs code of a pull request', () => {
  for (const file of WORKFLOWS) {
    const { on, permissions } = load(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>;
    expect(permissions, file).toBeDefined();
    if (on && 'pull_request' in on) expect(Object.values(permissions ?? {}), file).not.toContain('write');
  }
});
