import { expect, test } from 'vitest';
import { GAZETTE, openWorkspace } from '../workspace.ts';

const openBroken = () =>
  openWorkspace()
    .edit(GAZETTE, 'nature: original', 'nature:   orginal   # as printed')
    .edit(GAZETTE, 'language: en', 'langage: en');

test('certain edits are made, all else stays byte for byte', async () => {
  const workspace = openBroken();
  const expected = workspace.read(GAZETTE).replace('orginal', 'original').replace('langage', 'language');
  expect((await workspace.fix()).exitCode).toBe(0);
  expect(workspace.read(GAZETTE)).toBe(expected);
});

test('the anchor of a quotation that occurs once is written', async () => {
  const workspace = openWorkspace();
  const before = workspace.read(GAZETTE);
  workspace.edit(GAZETTE, 'anchor: { start: 66, end: 86 }', 'anchor: null');
  await workspace.fix();
  expect(workspace.read(GAZETTE)).toBe(before);
});

test('fixing twice changes nothing', async () => {
  const workspace = openBroken();
  await workspace.fix();
  const once = workspace.read(GAZETTE);
  expect((await workspace.fix()).out).toContain('Nothing to fix');
  expect(workspace.read(GAZETTE)).toBe(once);
});

test('--dry-run shows the edits as a diff and writes nothing', async () => {
  const workspace = openBroken();
  const before = workspace.read(GAZETTE);
  const { out } = await workspace.fix({ dryRun: true });
  expect(out).toMatch(/\n-langage: en\n\+language: en\n/);
  expect(workspace.read(GAZETTE)).toBe(before);
});

test('files of vocabularies are fixed too', async () => {
  const workspace = openWorkspace().edit('raw/vocabulary/topics.yml', 'definition:', 'definitoin:');
  const before = workspace.read('raw/vocabulary/topics.yml');
  await workspace.fix();
  expect(workspace.read('raw/vocabulary/topics.yml')).toBe(before.replace('definitoin:', 'definition:'));
});

test('what needs a person is counted', async () => {
  const { out, exitCode } = await openWorkspace().edit(GAZETTE, 'quote: shut for', 'quote: closed for').fix();
  expect(out).toContain('Left for a person: 1.');
  expect(exitCode).toBe(1);
});
