// What an editor shows while labels are typed is what `validate` reports of the same texts.
import { existsSync, rmSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import type { LocatedFinding } from '../../scripts/findings/locate.ts';
import { spliceText } from '../../scripts/findings/repair.ts';
import type { Example } from '../../scripts/rules/engine/rule.ts';
import { RULES } from '../../scripts/rules/index.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';
import { type Editor, openEditor } from './editor.ts';
import { expected, judge, START, shownIn, toUnits } from './shown.ts';

vi.setConfig({ testTimeout: 300_000 });

/** The workspace that an example makes, and the files that it changes. */
function applied(example: Example): { workspace: Workspace; files: string[] } {
  const workspace = openWorkspace();
  const files = example.edits.map(({ file, replace, by }) => {
    const name = file === undefined ? GAZETTE : `raw/${file}`;
    if (replace === '') workspace.file(name, by);
    else workspace.edit(name, replace, by);
    return name;
  });
  return { workspace, files: [...new Set(files)] };
}

test('of every example of every rule, typed and not saved', async () => {
  const base = openWorkspace();
  const editor = await openEditor(base.root);
  const originals = new Map<string, string>();
  let compared = 0;
  for (const { code, examples } of RULES) {
    for (const example of [...examples.good, ...examples.bad]) {
      const { workspace, files } = applied(example);
      const findings = await judge(workspace);
      const created = files.filter((file) => !originals.has(file) && !existsSync(base.path(file)));
      for (const file of files) {
        if (created.includes(file)) base.file(file, workspace.read(file));
        else if (originals.has(file)) await editor.change(file, workspace.read(file));
        else {
          originals.set(file, base.read(file));
          await editor.open(file, workspace.read(file));
        }
      }
      const wanted = expected(workspace, findings);
      await expect.poll(() => shownIn(editor), { timeout: 20_000, interval: 10, message: code }).toEqual(wanted);
      compared += wanted.length;
      await compareFixes(editor, workspace, findings);
      for (const file of files) {
        if (created.includes(file)) rmSync(base.path(file));
        else await editor.change(file, originals.get(file) ?? '');
      }
    }
  }
  expect(compared).toBeGreaterThan(RULES.length);
  expect(editor.messages).toEqual([]);
});

/** Every fix that a finding has is offered at its place, and makes the same text. */
async function compareFixes(editor: Editor, workspace: Workspace, findings: readonly LocatedFinding[]) {
  for (const { code, file, fix, range } of findings) {
    if (!fix || !editor.isOpen(file)) continue;
    const target = fix.edits[0]?.file ?? file;
    const wanted = spliceText(workspace.read(target), fix.edits);
    const actions = await editor.actions(file, range ? toUnits(workspace.read(file), range.start) : START);
    const made = actions
      .filter((action) => action.isPreferred && action.diagnostics?.[0]?.code === code)
      .map(({ edit }) => editor.apply(edit, (name) => workspace.read(name)).get(target));
    expect(made, code).toContain(wanted);
  }
}

describe('while the disk changes', () => {
  test('a file that is not open is read again', async () => {
    const workspace = openWorkspace();
    const editor = await openEditor(workspace.root);
    await editor.open(GAZETTE, workspace.read(GAZETTE));
    workspace.edit(HERALD, 'verdict: ', 'verdict: x');
    expect((await editor.until(HERALD, (shown) => shown.length > 0)).map(({ code }) => code)).toContain('V01');
  });

  test('what is typed counts, and not what is saved; closed, the file counts again', async () => {
    const workspace = openWorkspace();
    const editor = await openEditor(workspace.root);
    const text = workspace.read(GAZETTE);
    await editor.open(GAZETTE, text.replace('verdict: refuted\n', 'verdict: refutd\n'));
    expect(editor.shown.get(GAZETTE)?.map(({ code }) => code)).toEqual(['V01']);
    await editor.close(GAZETTE);
    expect(await editor.until(GAZETTE, (shown) => shown.length === 0)).toEqual([]);
  });

  test('a byte order mark, which editors hide, is still found', async () => {
    const workspace = openWorkspace();
    const text = workspace.read(GAZETTE);
    workspace.file(GAZETTE, `\uFEFF${text}`);
    const editor = await openEditor(workspace.root);
    expect((await editor.open(GAZETTE, text)).map(({ code }) => code)).toEqual(['A16']);
    expect((await editor.actions(GAZETTE, START)).filter(({ edit }) => edit)).toEqual([]);
  });

  test('what could be taken out is marked so', async () => {
    const workspace = openWorkspace();
    const editor = await openEditor(workspace.root);
    const text = workspace.read(GAZETTE);
    await editor.open(GAZETTE, text.replace('suppress: []', 'suppress: [{ code: E07, reason: One office measures. }]'));
    expect(editor.shown.get(GAZETTE)?.map(({ code, tags }) => [code, tags])).toEqual([['D90', [1]]]);
  });

  test('a change of the vocabulary is a change of what articles may say', async () => {
    const workspace = openWorkspace();
    const editor = await openEditor(workspace.root);
    const file = 'raw/vocabulary/entities.yml';
    await editor.open(file, workspace.read(file).replace('id: ada-archer', 'id: ada'));
    expect(editor.shown.get(GAZETTE)?.map(({ code }) => code)).toEqual(['V01']);
  });
});

describe('a folder that is none', () => {
  test('is told once, and judged as soon as it is there', async () => {
    const workspace = openWorkspace();
    const text = workspace.read(GAZETTE);
    workspace.remove('raw/articles');
    const editor = await openEditor(workspace.root);
    await expect.poll(() => editor.messages).toEqual(['There is no folder raw/articles.']);
    workspace.file(GAZETTE, text.replace('verdict: refuted\n', 'verdict: refutd\n'));
    expect((await editor.until(GAZETTE, (shown) => shown.length > 0)).map(({ code }) => code)).toContain('V01');
  });

  test.each(['..', '../elsewhere', '/', '/etc'])('outside the one that is open is refused: %s', async (raw) => {
    await expect(openEditor(openWorkspace().root, { raw })).rejects.toThrow('below the one that is open');
  });
});
