// The gate of every edit: judged in memory, written whole or not at all, and taken back letter for letter.
import { appendFileSync, existsSync, readdirSync, renameSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editFile } from '../../scripts/edits/editFile.ts';
import { commitEdit, JOURNAL, undoEdit } from '../../scripts/labelling/commitEdit.ts';
import { toPath } from '../../scripts/project/openProject.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';

/** Sets a value in files of a workspace. */
const set = (workspace: Workspace, names: readonly string[], pointer: string, value: unknown, dryRun = false) =>
  commitEdit({ raw: workspace.path('raw'), command: 'test', dryRun }, (read) => {
    const files = names.map((name) => toPath(workspace.path(name)));
    const texts = new Map(
      files.map((file) => {
        const edited = editFile(file, read(file), [{ kind: 'set', pointer, value }]);
        if ('problem' in edited) throw new Error(edited.problem);
        return [file, edited.text];
      }),
    );
    return { texts };
  });
const undo = (workspace: Workspace) => undoEdit(workspace.path('raw'), 'test');

test('an edit that brings no error is written, and nothing else is', async () => {
  const workspace = openWorkspace();
  const before = workspace.read(GAZETTE);
  const { errors } = await set(workspace, [GAZETTE], '/title', 'Міст: знову відкрито');
  expect(errors).toEqual([]);
  expect(workspace.read(GAZETTE)).toBe(
    before.replace('title: Bridge reopens after long closure', 'title: "Міст: знову відкрито"'),
  );
  await undo(workspace);
  expect(workspace.read(GAZETTE)).toBe(before);
});

test('one that brings an error is refused, and the finding is given', async () => {
  const workspace = openWorkspace();
  const before = workspace.read(GAZETTE);
  const { errors } = await set(workspace, [GAZETTE], '/claims/0/verdict', 'supported');
  expect(errors.map(({ code }) => code)).toContain('C05');
  expect([workspace.read(GAZETTE), existsSync(workspace.path(JOURNAL))]).toEqual([before, false]);
});

test('errors that were there before are nobody’s fault', async () => {
  const workspace = openWorkspace().edit(HERALD, 'nature: original', 'nature: orginal');
  expect((await set(workspace, [GAZETTE], '/title', 'New')).errors).toEqual([]);
  expect(workspace.read(GAZETTE)).toContain('title: New\n');
});

test('a dry run writes neither labels nor journal', async () => {
  const workspace = openWorkspace();
  const before = workspace.read(GAZETTE);
  const { texts } = await set(workspace, [GAZETTE], '/title', 'New', true);
  expect([...texts.values()]).toEqual([before.replace('Bridge reopens after long closure', 'New')]);
  expect([workspace.read(GAZETTE), readdirSync(workspace.root).includes('private')]).toEqual([before, false]);
});

test('taken back are the edits of several files, the last first', async () => {
  const workspace = openWorkspace();
  const states = [GAZETTE, HERALD].map((name) => workspace.read(name));
  await set(workspace, [GAZETTE, HERALD], '/title', 'One');
  await set(workspace, [GAZETTE], '/title', 'Two');
  await undo(workspace);
  expect(workspace.read(GAZETTE)).toContain('title: One\n');
  await undo(workspace);
  expect([GAZETTE, HERALD].map((name) => workspace.read(name))).toEqual(states);
  await expect(undo(workspace)).rejects.toThrow('There is no edit of `test` to take back.');
});

test('nothing is taken back of a file that has changed since', async () => {
  const workspace = openWorkspace();
  await set(workspace, [GAZETTE, HERALD], '/title', 'One');
  workspace.edit(HERALD, 'title: One', 'title: Other');
  await expect(undo(workspace)).rejects.toThrow(/herald-2024-05-03\.md has changed since/);
  expect(workspace.read(GAZETTE)).toContain('title: One\n');
});

test('of an edit that a kill left half done the written half is taken back, and a torn line harms nothing', async () => {
  const workspace = openWorkspace();
  const states = [GAZETTE, HERALD].map((name) => workspace.read(name));
  await set(workspace, [GAZETTE, HERALD], '/title', 'One');
  workspace.file(HERALD, states[1] ?? '');
  appendFileSync(workspace.path(JOURNAL), '{"command":"test","ed');
  await undo(workspace);
  expect([GAZETTE, HERALD].map((name) => workspace.read(name))).toEqual(states);
  await set(workspace, [GAZETTE], '/title', 'Two');
  await undo(workspace);
  expect(workspace.read(GAZETTE)).toBe(states[0]);
});

test('a file that a link leads out of the project is not written', async () => {
  const workspace = openWorkspace();
  const other = openWorkspace();
  renameSync(workspace.path(GAZETTE), other.path('outside.md'));
  symlinkSync(other.path('outside.md'), workspace.path(GAZETTE));
  await expect(set(workspace, [GAZETTE], '/title', 'New')).rejects.toThrow('a link that leads out of the project');
});

test.each([
  ['another file of the project', HERALD],
  ['a file outside that is not there yet', '../outside.jsonl'],
])('a journal that is a link to %s is not written', async (_, target) => {
  const workspace = openWorkspace().file('private/.keep', '');
  const before = [GAZETTE, HERALD].map((name) => workspace.read(name));
  symlinkSync(workspace.path(target), workspace.path(JOURNAL));
  await expect(set(workspace, [GAZETTE], '/title', 'New')).rejects.toThrow('must be a file, and no link');
  await expect(undo(workspace)).rejects.toThrow('must be a file, and no link');
  expect([GAZETTE, HERALD].map((name) => workspace.read(name))).toEqual(before);
  expect(existsSync(workspace.path('../outside.jsonl'))).toBe(false);
});

test('a journal that is damaged is written on, and what it tells is taken back', async () => {
  const workspace = openWorkspace().file(JOURNAL, new Uint8Array([0xff, 0xfe, 0x0a, 0x7b]));
  const before = workspace.read(GAZETTE);
  await set(workspace, [GAZETTE], '/title', 'New');
  await undo(workspace);
  expect(workspace.read(GAZETTE)).toBe(before);
});

test.each(['../outside.md', 'CITATION.cff', 'raw/../CITATION.cff'])(
  'a journal of somebody else’s cannot name %s',
  async (file) => {
    const workspace = openWorkspace();
    await set(workspace, [GAZETTE], '/title', 'New');
    const line = workspace.read(JOURNAL).replace(GAZETTE, file);
    workspace.file(JOURNAL, line);
    const before = workspace.read('CITATION.cff');
    await expect(undo(workspace)).rejects.toThrow(/has changed since/);
    expect(workspace.read('CITATION.cff')).toBe(before);
  },
);
