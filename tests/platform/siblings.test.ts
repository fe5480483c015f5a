import { lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFileAtomic } from '../../scripts/platform/files.ts';
import { removeAbandoned, temporaryPath } from '../../scripts/platform/siblings.ts';
import { findLeftovers, makeWorkspace, runProgram } from './workspace.ts';

/** Leaves in a folder what a process that was killed while it wrote `x` has left. */
async function leaveAbandoned(folder: string): Promise<string> {
  const { signal } = await runProgram('writeChild.ts', join(folder, 'x'));
  expect(signal).toBe('SIGKILL');
  const [name = ''] = await findLeftovers(folder);
  return join(folder, name);
}

describe('what a killed writer has left', () => {
  it('is removed', async () => {
    const folder = await makeWorkspace();
    expect(await readFile(await leaveAbandoned(folder), 'utf8')).toBe('half');
    await removeAbandoned(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  it('is no link and no folder: these stay, and so does what the link leads to', async () => {
    const folder = await makeWorkspace();
    const [link, other] = [await leaveAbandoned(folder), join(folder, 'precious')];
    await writeFile(other, 'precious');
    await rm(link);
    await symlink(other, link);
    await mkdir(link.replace('.x.', '.y.'));
    await removeAbandoned(folder);
    expect(await readFile(other, 'utf8')).toBe('precious');
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect(await readdir(folder)).toHaveLength(3);
  });
});

describe('what stays', () => {
  it.each([
    ['of a living process', (name: string) => name],
    ['of another host', (name: string) => name.replace(/writing-(\d+-\d+)-\w+/, 'writing-$1-abc')],
    ['of another version', (name: string) => name.replace(/writing-.*/, '0123456789ab')],
    ['of a lock', (name: string) => name.replace('writing', 'lock')],
  ])('is a file %s', async (_, rename) => {
    const folder = await makeWorkspace();
    const name = rename(basename(await temporaryPath(join(folder, 'x'))));
    await writeFile(join(folder, name), 'half');
    await removeAbandoned(folder);
    expect(await readdir(folder)).toEqual([name]);
  });

  it('is nothing where there is no folder, and no name is too long', async () => {
    const folder = await makeWorkspace();
    await removeAbandoned(join(folder, 'none'));
    const long = join(folder, 'x'.repeat(250));
    await writeFileAtomic(long, 'text');
    expect(await readdir(folder)).toEqual([basename(long)]);
  });
});
