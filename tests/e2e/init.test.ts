import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { type InitOptions, init } from '../../scripts/commands/init.ts';
import { verify } from '../../scripts/commands/verify.ts';
import type { Ask } from '../../scripts/platform/ask.ts';
import { SCALES } from '../../scripts/scaffold/answers.ts';
import { makeCommitted, makeRelease } from '../release/releasedProject.ts';
import { type Outcome, record, Workspace } from '../workspace.ts';

const AUTHORS = { authors: 'Archer, Ada; Gazette newsroom' };

function emptyFolder(): Workspace {
  const root = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return new Workspace(root);
}

const begin = (workspace: Workspace, options: InitOptions = AUTHORS, ask?: Ask): Promise<Outcome> =>
  record((terminal) => init(workspace.root, options, terminal, ask));

const listAll = ({ root }: Workspace): string[] =>
  readdirSync(root, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));

describe('the project that it writes', () => {
  test.each(Object.keys(SCALES))('validates and builds at once, with the scale %s', async (scale) => {
    const workspace = emptyFolder();
    await begin(workspace, { ...AUTHORS, title: 'Claims about rivers', scale });
    const { findings } = await workspace.report({ allowEmpty: true });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect((await workspace.build({ allowEmpty: true })).exitCode).toBe(0);
    expect((await workspace.build({ allowEmpty: true, check: true })).exitCode).toBe(0);
    expect(workspace.read('DATASHEET.md')).toContain('<!-- veritable:claims -->0<!-- /veritable:claims --> claims');
  });

  test('holds a small dataset where one is asked for, which has no finding', async () => {
    const workspace = emptyFolder();
    await begin(workspace, { ...AUTHORS, example: 'gazette' });
    expect((await workspace.report()).findings).toEqual([]);
    await workspace.build();
    expect(workspace.rows('claims.jsonl').length).toBeGreaterThan(0);
  });

  test('says what was answered', async () => {
    const workspace = emptyFolder();
    await begin(workspace, { ...AUTHORS, title: 'Flüsse: was stimmt?', licence: 'CC0-1.0', language: 'de' });
    expect(parse(workspace.read('CITATION.cff'))).toMatchObject({
      title: 'Flüsse: was stimmt?',
      authors: [{ 'family-names': 'Archer', 'given-names': 'Ada' }, { name: 'Gazette newsroom' }],
      license: 'CC0-1.0',
    });
    expect(parse(workspace.read('veritable.config.yml'))).toEqual({ labels_language: 'de' });
    expect(workspace.read('LICENSE-DATA')).toMatch(/dataset Flüsse: was stimmt\?.*CC0 1\.0 Universal/s);
    expect(listAll(workspace).filter((path) => /%[a-z-]+%/.test(workspace.read(path)))).toEqual([]);
  });

  test('has the scripts of this repository, run by the installed program of this version', async () => {
    const workspace = emptyFolder();
    await begin(workspace);
    const { scripts, devDependencies } = JSON.parse(workspace.read('package.json'));
    const own = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(devDependencies).toEqual({ veritable: own.version });
    expect(scripts['build:npm']).toBe('veritable export npm');
    expect(Object.keys(own.scripts)).toEqual(expect.arrayContaining(Object.keys(scripts)));
  });

  test('names no dataset but itself', async () => {
    const workspace = emptyFolder();
    await begin(workspace, { ...AUTHORS, example: 'gazette' });
    const telling = listAll(workspace).filter((path) => /Beijing|Kyiv|Ukraine|China/i.test(workspace.read(path)));
    expect(telling).toEqual([]);
  });
});

describe('a release', () => {
  /** The new project in a repository with everything committed. */
  async function committed(options: InitOptions, finish: (workspace: Workspace) => void = () => {}) {
    const workspace = emptyFolder();
    await begin(workspace, { ...AUTHORS, example: 'gazette', ...options });
    await workspace.build();
    finish(workspace);
    makeCommitted(workspace.root);
    return workspace;
  }

  const answer = (workspace: Workspace): void => {
    writeFileSync(workspace.path('DATASHEET.md'), workspace.read('DATASHEET.md').replace(/^todo$/gm, 'Not known.'));
  };

  test('is refused while a question is open', async () => {
    const workspace = await committed({});
    await expect(makeRelease(workspace.root)).rejects.toThrow(/DATASHEET\.md:\d+: a `todo` is left/);
  });

  test('is refused while the text of another licence is missing', async () => {
    const workspace = await committed({ licence: 'ODbL-1.0' }, answer);
    await expect(makeRelease(workspace.root)).rejects.toThrow(/LICENSE-DATA:\d+: a `todo` is left/);
  });

  test('is made and proved once they are answered', async () => {
    const workspace = await committed({ title: 'Claims about a bridge' }, answer);
    expect((await makeRelease(workspace.root)).out).toMatch(/^Version 1\.0\.0 /m);
    const archive = workspace.path('build/claims-about-a-bridge-1.0.0.tar.gz');
    const verified = await record((terminal) => verify(archive, { rebuild: workspace.root }, terminal));
    expect(verified.out).toMatch(/rebuild +ok\nThe release is what it says\.\n$/);
  });
});

describe('nothing is written', () => {
  test('where a file of the project is there already', async () => {
    const workspace = emptyFolder().file('README.md', 'mine\n').file('raw/vocabulary/topics.yml', '[]\n');
    await expect(begin(workspace)).rejects.toThrow(/holds already README\.md, raw\/vocabulary\/topics\.yml/);
    expect(listAll(workspace).toSorted()).toEqual(['README.md', 'raw/vocabulary/topics.yml']);
  });

  test('where answers are wrong, which are told all at once', async () => {
    const workspace = emptyFolder();
    const wrong = { title: 'a\nb', authors: 'Ada;', licence: 'CC BY', language: 'iw', scale: 'stars' };
    await expect(begin(workspace, wrong)).rejects.toThrow(
      /one line.*semicolons.*`CC BY` is no SPDX id.*`iw` is no language tag.*mean he\?.*`stars` is no scale/,
    );
    expect(listAll(workspace)).toEqual([]);
  });

  test('where nobody can be asked who makes it', async () => {
    await expect(begin(emptyFolder(), {})).rejects.toThrow('Say who makes it with --authors.');
  });

  test('where the example would have labels of another scale', async () => {
    const options = { ...AUTHORS, example: 'gazette', scale: 'politifact' };
    await expect(begin(emptyFolder(), options)).rejects.toThrow('does not take --scale');
  });
});

test('at a terminal it asks for what the options do not say, and again after a wrong answer', async () => {
  const workspace = emptyFolder();
  const asked: string[] = [];
  const answers = ['Archer, Ada', 'CC0-1.0', 'english', 'en', 'own'];
  await begin(workspace, { title: 'Rivers' }, async (question) => {
    asked.push(question.split(/[ \n]/)[0] ?? '');
    return answers[asked.length - 1] ?? '';
  });
  expect(asked).toEqual(['Who', 'Licence', 'Language', '`english`', 'Verdict']);
  expect(workspace.read('raw/vocabulary/verdicts.yml')).toContain('id: unproven');
});

test('the example is labelled by the scale of that name', () => {
  const read = (path: string) => parse(readFileSync(path, 'utf8'));
  expect(read('templates/scales/veritable.yml')).toEqual(read('examples/gazette/raw/vocabulary/verdicts.yml'));
});
