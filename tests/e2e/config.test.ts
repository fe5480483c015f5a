import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { commit, makeRelease, makeRepository } from '../release/releasedProject.ts';
import { openWorkspace } from '../workspace.ts';

const CONFIG = 'veritable.config.yml';

describe('the language of the labels', () => {
  test('is said by the card, the Croissant description and the page', async () => {
    const workspace = openWorkspace().file(CONFIG, 'labels_language: es\n');
    await workspace.build();
    const [, card = ''] = workspace.read('dataset/README.md').split('---\n');
    expect(parse(card)['language']).toEqual(['es', 'en']);
    expect(JSON.parse(workspace.read('dataset/croissant.json')).inLanguage).toEqual(['es', 'en']);
    await workspace.explore({ out: undefined as never, site: workspace.path('site') });
    expect(workspace.read('site/claims/gazette-2024-05-02-c01.html')).toMatch(/class="justification"[^>]* lang="es"/);
  });

  test('is not guessed where the project does not say it', async () => {
    const workspace = openWorkspace();
    await workspace.build();
    expect(JSON.parse(workspace.read('dataset/croissant.json')).inLanguage).toEqual(['en']);
  });

  test.each([
    ['labels_language: english\n', 'A14', 1],
    ['# settings\nlabel_language: es\n', 'A10', 2],
  ])('%j is one finding at its place', async (text, code, line) => {
    const { findings } = await openWorkspace().file(CONFIG, text).report();
    expect(findings.map((finding) => [finding.code, finding.range?.start.line])).toEqual([[code, line]]);
    expect(findings[0]?.file).toMatch(/veritable\.config\.yml$/);
  });

  test('makes a new version where it changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    makeRepository(folder);
    await makeRelease(folder);
    commit(folder);
    writeFileSync(join(folder, CONFIG), 'labels_language: es\n');
    commit(folder);
    expect((await makeRelease(folder)).out).toMatch(/^Version 1\.0\.1 /m);
    expect(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8')).toContain('1.0.1');
  });
});

describe('severities of rules', () => {
  const WARNED = { file: 'raw/vocabulary/topics.yml', add: '- { id: unused, label: Unused, definition: Nothing. }\n' };
  const open = (config: string) => {
    const workspace = openWorkspace().file(CONFIG, config);
    return workspace.file(WARNED.file, workspace.read(WARNED.file) + WARNED.add);
  };
  const judge = async (config: string) => {
    const { findings, summary } = await open(config).report();
    return [findings.map(({ code, severity }) => `${code} ${severity}`), summary.errors, summary.warnings];
  };

  test('are those of the rules where the project says nothing', async () => {
    expect(await judge('{}\n')).toEqual([['V02 warning'], 0, 1]);
  });

  test('may be raised, and then stop a build', async () => {
    expect(await judge('rules: { V02: error }\n')).toEqual([['V02 error'], 1, 0]);
    expect((await open('rules: { V02: error }\n').build()).exitCode).toBe(1);
  });

  test('may be lowered where they are warnings', async () => {
    expect(await judge('rules: { V02: info }\n')).toEqual([['V02 info'], 0, 0]);
  });

  test.each([
    ['rules: { Q01: warning }\n', 'Q01 stays an error: what it lets through would be published.'],
    ['rules: { Q999: warning }\n', 'There is no rule Q999.'],
    ['rules: { constructor: warning }\n', 'There is no rule constructor.'],
  ])('%j is refused', async (config, message) => {
    const { findings } = await openWorkspace().file(CONFIG, config).report();
    expect(findings.map((finding) => [finding.code, finding.message])).toEqual([['A13', message]]);
  });
});
