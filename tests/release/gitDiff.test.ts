// `diff git:REVISION`: a dataset as it was committed, whatever lies in the repository.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { diff } from '../../scripts/commands/diff.ts';
import { commit, edit, makeRelease, makeRepository, record } from './releasedProject.ts';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  makeRepository(folder);
  await makeRelease(folder);
  commit(folder);
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const compare = (old: string) => record((terminal) => diff(old, join(folder, 'dataset'), { format: 'text' }, terminal));

test('names what changed since the commit, in the dataset that lies there now', async () => {
  expect((await compare('git:HEAD')).out).toContain('Nothing has changed.');
  edit(folder, 'dataset/entities.jsonl', '"name":"', '"name":"The ');
  expect((await compare('git:HEAD')).out).toContain('entities.name');
  expect((await compare('git:HEAD:dataset')).out).toContain('entities.name');
}, 120_000);

test('an unknown revision, an option and a folder that is not there are refused', async () => {
  await expect(compare('git:nowhere')).rejects.toThrow('git knows no revision `nowhere`.');
  await expect(compare('git:--output=x')).rejects.toThrow('git knows no revision');
  await expect(compare('git:HEAD:other')).rejects.toThrow('HEAD has no folder other.');
}, 120_000);
