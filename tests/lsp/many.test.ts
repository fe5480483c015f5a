// A project of more articles than are judged before anything is told.
import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { makeCorpus } from '../../bench/corpus.ts';
import { openWorkspace } from '../workspace.ts';
import { openEditor } from './editor.ts';

vi.setConfig({ testTimeout: 120_000 });

test('open files come first, then all others; a name is changed once all are known', async () => {
  const workspace = openWorkspace();
  workspace.remove('raw');
  makeCorpus(workspace.root, 120);
  const [first = '', other = ''] = readdirSync(workspace.path('raw/articles')).map((name) => `raw/articles/${name}`);
  workspace.edit(other, 'nature: original', 'nature: orginal');
  const editor = await openEditor(workspace.root);
  const text = workspace.read(first).replace('nature: original', 'nature: orginal');
  expect((await editor.open(first, text)).map(({ code }) => code)).toContain('A13');
  expect((await editor.until(other, (shown) => shown.length > 0)).map(({ code }) => code)).toContain('A13');
  const publisher = /^publisher: (\S+)/m.exec(text)?.[1] ?? '';
  const users = readdirSync(workspace.path('raw/articles')).filter((name) =>
    workspace.read(`raw/articles/${name}`).includes(`\npublisher: ${publisher}\n`),
  );
  await editor.change(first, text.replace('orginal', 'original'));
  const edit = await editor.rename(first, editor.place(first, `publisher: ${publisher}`, 12), 'another-paper');
  const renamed = Object.keys(edit?.changes ?? {}).map((uri) => editor.fileOf(uri));
  expect(renamed.filter((file) => file.endsWith('.md')).sort()).toEqual(
    users.map((name) => `raw/articles/${name}`).sort(),
  );
  expect(editor.messages).toEqual([]);
});
