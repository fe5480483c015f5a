// What a release has is not renamed and not numbered again.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { makeRelease, makeRepository } from '../release/releasedProject.ts';
import { GAZETTE, Workspace } from '../workspace.ts';
import { openEditor } from './editor.ts';

vi.setConfig({ testTimeout: 300_000 });

test('ids of a released project', async () => {
  const root = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  makeRepository(root);
  expect((await makeRelease(root)).exitCode).toBe(0);
  const workspace = new Workspace(root);
  const editor = await openEditor(root);
  const text = workspace.read(GAZETTE);
  await editor.open(GAZETTE, text);
  for (const id of ['ada-archer', 'river-traffic', 'the-gazette', 'supported'])
    await expect(editor.prepareRename(GAZETTE, editor.place(GAZETTE, id, 1)), id).rejects.toThrow(
      'a released id stays',
    );

  const file = 'raw/vocabulary/entities.yml';
  await editor.open(file, `${workspace.read(file)}- id: bob-baker\n  name: Bob Baker\n  kind: person\n`);
  const renamed = await editor.rename(file, editor.place(file, 'bob-baker', 1), 'robert-baker');
  expect(editor.apply(renamed, (name) => workspace.read(name)).get(file)).toContain('- id: robert-baker\n');

  const second = text.indexOf('  - id: gazette-2024-05-02-c02');
  const shorter = `${text.slice(0, second)}  - id: \n${text.slice(text.lastIndexOf('---\n'))}`;
  await editor.change(GAZETTE, shorter);
  const items = await editor.completions(GAZETTE, editor.place(GAZETTE, '  - id: \n', 8));
  expect(items.map(({ label }) => label)).toEqual(['gazette-2024-05-02-c03']);
});
