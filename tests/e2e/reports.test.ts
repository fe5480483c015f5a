import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';

const openBroken = () => openWorkspace().edit(GAZETTE, 'verdict: refuted\n', 'verdict: refutd\n');

test('the summary comes last, after what was found by rule and by file', async () => {
  const { out } = await openBroken().edit(GAZETTE, 'nature: original', 'nature: orginal').validate();
  expect(out).toMatch(/\nBy rule\n[\s\S]*\nBy file\n[\s\S]*\n\n2 articles, 3 claims: .*\n$/);
});

test('GitHub gets annotations, and the table in the file that it names', async () => {
  const workspace = openBroken().file('summary.md', 'before\n');
  const { out, exitCode } = await workspace.validate({ format: 'github', stepSummary: workspace.path('summary.md') });
  expect(exitCode).toBe(1);
  expect(out).toMatch(/^::error file=.*,line=33,endLine=33,col=14,endColumn=20,title=V01 /);
  expect(workspace.read('summary.md')).toMatch(/^before\n### Validation\n[\s\S]*\| error \| V01 \|/);
});

describe('what is reported', () => {
  const codes = async (workspace: Workspace, options: Parameters<Workspace['report']>[0]) =>
    new Set((await workspace.report(options)).findings.map(({ code }) => code));

  test('--only keeps codes and families, --except leaves them out', async () => {
    const workspace = openBroken().edit(GAZETTE, 'nature: original', 'nature: orginal');
    const all = await codes(workspace, {});
    expect(all).toContain('V01');
    expect(all).toContain('A13');
    expect(await codes(workspace, { only: ['V01'] })).toEqual(new Set(['V01']));
    expect(await codes(workspace, { only: ['A'] })).toEqual(new Set(['A13']));
    expect(await codes(workspace, { except: ['A', 'V01'] })).not.toContain('V01');
  });

  test('an unknown code is wrong usage', async () => {
    await expect(openBroken().validate({ only: ['VO1'] })).rejects.toThrow('There is no rule `VO1`. Did you mean V01?');
  });

  test('the exit code follows what is reported', async () => {
    expect((await openBroken().validate({ only: ['Q'] })).exitCode).toBe(0);
  });
});

test('--explain shows reason and examples; --rules lists every rule', async () => {
  expect((await openWorkspace().validate({ explain: 'q01' })).out).toMatch(/^Q01 {2}A quotation[\s\S]*Refused/);
  expect((await openWorkspace().validate({ rules: true })).out).toMatch(/^A01 {2}error[\s\S]*\nV01 {2}error/m);
});

describe('--since', () => {
  const git = (workspace: Workspace, ...args: string[]) => {
    const run = spawnSync('git', [
      '-C',
      workspace.root,
      '-c',
      'user.name=x',
      '-c',
      'user.email=x@example.org',
      ...args,
    ]);
    if (run.status !== 0) throw new Error(String(run.stderr));
  };
  const commitAll = (workspace: Workspace) => {
    git(workspace, 'init', '-q');
    git(workspace, 'add', '-A');
    git(workspace, 'commit', '-qm', 'x');
    return workspace;
  };
  const files = async (workspace: Workspace) =>
    (await workspace.report({ since: 'HEAD' })).findings.map(({ file, code }) => `${code} ${file.split('/').at(-1)}`);

  test('what stands in files that were not changed is left out', async () => {
    const workspace = commitAll(openWorkspace().edit(HERALD, 'nature: original', 'nature: orginal'));
    expect(await files(workspace)).toEqual([]);
    workspace.edit(GAZETTE, 'nature: original', 'nature: orginal');
    expect(await files(workspace)).toEqual(['A13 gazette-2024-05-02.md']);
  });

  test('rules over the whole dataset report wherever it stands', async () => {
    const workspace = commitAll(openWorkspace());
    workspace.edit(GAZETTE, 'same_as: [herald-2024-05-03-c01]', 'same_as: [herald-2024-05-03-c99]');
    expect((await files(workspace)).map((place) => place.slice(0, 3))).toContain('D02');
  });

  test('a change of what all articles share reports everything', async () => {
    const workspace = commitAll(openWorkspace().edit(HERALD, 'nature: original', 'nature: orginal'));
    workspace.file('raw/vocabulary/topics.yml', `${workspace.read('raw/vocabulary/topics.yml')}# a note\n`);
    expect(await files(workspace)).toEqual(['A13 herald-2024-05-03.md']);
  });

  test('what others changed there in the meantime is left out', async () => {
    const workspace = commitAll(openWorkspace().edit(HERALD, 'nature: original', 'nature: orginal'));
    git(workspace, 'branch', 'shared');
    git(workspace, 'checkout', '-q', '-b', 'own');
    workspace.edit(GAZETTE, 'nature: original', 'nature: orginal');
    git(workspace, 'commit', '-qam', 'own');
    git(workspace, 'checkout', '-q', 'shared');
    workspace.edit(HERALD, 'nature: orginal', 'nature: original');
    git(workspace, 'commit', '-qam', 'theirs');
    git(workspace, 'checkout', '-q', 'own');
    const { findings } = await workspace.report({ since: 'shared' });
    expect(findings.map(({ code, file }) => `${code} ${file.split('/').at(-1)}`)).toEqual([
      'A13 gazette-2024-05-02.md',
    ]);
  });

  test('a shallow clone says how to fetch what is missing', async () => {
    const origin = commitAll(openWorkspace());
    git(origin, 'commit', '-q', '--allow-empty', '-m', 'two');
    const clone = openWorkspace();
    git(origin, 'clone', '-q', '--depth', '1', `file://${origin.root}`, clone.path('clone'));
    await expect(clone.validate({ raw: clone.path('clone/raw'), since: 'HEAD~1' })).rejects.toThrow(/fetch-depth: 0/);
  });

  test('an unknown revision, or no repository, is wrong usage', async () => {
    await expect(commitAll(openWorkspace()).validate({ since: '--output=x' })).rejects.toThrow('git knows no revision');
    await expect(openWorkspace().validate({ since: 'HEAD' })).rejects.toThrow('needs a git repository');
  });
});

test('--max-warnings fails a run with more of them', async () => {
  const workspace = openWorkspace().edit(
    GAZETTE,
    'suppress: []',
    'suppress: [{ code: E07, reason: to be reported as of no use }]',
  );
  const { warnings, errors } = (await workspace.report()).summary;
  expect(errors).toBe(0);
  expect((await workspace.validate({ maxWarnings: warnings })).exitCode).toBe(0);
  expect((await workspace.validate({ maxWarnings: warnings - 1 })).exitCode).toBe(1);
});
