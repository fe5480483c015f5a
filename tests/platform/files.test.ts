import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ensureFolder, moveFile, readFileBytes, walkFolder, writeFileAtomic } from '../../scripts/platform/files.ts';
import { UserError } from '../../scripts/platform/userError.ts';
import { makeWorkspace } from './workspace.ts';

describe('readFileBytes', () => {
  it('gives the bytes as they are', async () => {
    const file = join(await makeWorkspace(), 'x');
    await writeFile(file, Uint8Array.of(0xef, 0xbb, 0xbf, 0x0d, 0x0a, 0xff));
    expect([...(await readFileBytes(file))]).toEqual([0xef, 0xbb, 0xbf, 0x0d, 0x0a, 0xff]);
  });

  it('names the file that is not there', async () => {
    const file = join(await makeWorkspace(), 'x');
    const failed = expect(readFileBytes(file)).rejects;
    await failed.toThrow(new UserError(`cannot read ${file}: no such file or directory`));
  });
});

describe('writeFileAtomic', () => {
  it('writes text as UTF-8', async () => {
    const file = join(await makeWorkspace(), 'x');
    await writeFileAtomic(file, 'é\r\n');
    expect([...(await readFile(file))]).toEqual([0xc3, 0xa9, 0x0d, 0x0a]);
  });

  it('replaces a longer file whole, keeps its permissions, and leaves nothing beside it', async () => {
    const folder = await makeWorkspace();
    const file = join(folder, 'x');
    await writeFile(file, 'something longer');
    await chmod(file, 0o640);
    await writeFileAtomic(file, 'new');
    expect(await readFile(file, 'utf8')).toBe('new');
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toEqual(['x']);
  });

  it('replaces a link and not the file that it leads to', async () => {
    const folder = await makeWorkspace();
    await writeFile(join(folder, 'elsewhere'), 'old');
    await symlink('elsewhere', join(folder, 'x'));
    await writeFileAtomic(join(folder, 'x'), 'new');
    expect(await readFile(join(folder, 'elsewhere'), 'utf8')).toBe('old');
    expect(await readFile(join(folder, 'x'), 'utf8')).toBe('new');
  });

  it('leaves nothing behind where it fails', async () => {
    const folder = await makeWorkspace();
    await mkdir(join(folder, 'x'));
    await expect(writeFileAtomic(join(folder, 'x'), 'new')).rejects.toThrow(UserError);
    expect(await readdir(folder)).toEqual(['x']);
  });
});

describe('ensureFolder', () => {
  it('makes a folder with its parents, and is content with one that exists', async () => {
    const folder = join(await makeWorkspace(), 'a/b/c');
    await ensureFolder(folder);
    await ensureFolder(folder);
    expect((await stat(folder)).isDirectory()).toBe(true);
  });

  it('says that a file stands in the way', async () => {
    const file = join(await makeWorkspace(), 'x');
    await writeFile(file, '');
    await expect(ensureFolder(file)).rejects.toThrow(UserError);
  });
});

describe('walkFolder', () => {
  const list = async (folder: string) => {
    const found: string[] = [];
    for await (const { path, kind } of walkFolder(folder)) found.push(`${kind} ${path}`);
    return found;
  };

  it('goes by code points', async () => {
    const folder = await makeWorkspace();
    // In UTF-16 units, which `<` compares, the last two would change places.
    const sorted = ['B', 'a', 'b', 'é', '\u{ff5e}', '\u{1f600}'];
    for (const name of sorted.toReversed()) await writeFile(join(folder, name), '');
    expect(await list(folder)).toEqual(sorted.map((name) => `file ${name}`));
  });

  it('names a folder after what it holds, and tells an empty one', async () => {
    const folder = await makeWorkspace();
    await mkdir(join(folder, 'a/b'), { recursive: true });
    expect(await list(folder)).toEqual(['empty folder a/b', 'folder a']);
  });

  it('does not follow links', async () => {
    const folder = await makeWorkspace();
    await symlink('.', join(folder, 'loop'));
    expect(await list(folder)).toEqual(['other loop']);
  });
});

describe('moveFile', () => {
  /** Another file system, where the machine has one. */
  const SHARED_MEMORY = '/dev/shm';

  it.each([tmpdir(), SHARED_MEMORY].filter((folder) => existsSync(folder)))('moves a file to %s', async (parent) => {
    const folder = await mkdtemp(join(parent, 'veritable-test-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const [from, to] = [join(await makeWorkspace(), 'from'), join(folder, 'to')];
    await writeFile(from, 'words');
    await moveFile(from, to);
    expect(await readFile(to, 'utf8')).toBe('words');
    expect(existsSync(from)).toBe(false);
    await expect(moveFile(from, to)).rejects.toThrow(
      new UserError(`cannot move ${from} to ${to}: no such file or directory`),
    );
  });
});
