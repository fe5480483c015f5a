import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recoverFolder, replaceFolder, type SwapStep } from '../../scripts/platform/folderSwap.ts';
import { siblingPath } from '../../scripts/platform/siblings.ts';
import { UserError } from '../../scripts/platform/userError.ts';
import { readSet, writeSet } from './labelledSet.ts';
import { findLeftovers, makeWorkspace, runProgram } from './workspace.ts';

const everything = { owned: () => true };

/** A workspace whose folder `set` holds the set "old". */
async function makeOldSet() {
  const workspace = await makeWorkspace();
  const target = join(workspace, 'set');
  await replaceWith(target, 'old');
  return { workspace, target };
}

function replaceWith(target: string, label: string, options: Parameters<typeof replaceFolder>[2] = everything) {
  return replaceFolder(target, (staging) => writeSet(staging, label), options);
}

/** The steps of a replacement, as it tells them itself. */
async function discoverSteps(withOldSet: boolean): Promise<SwapStep[]> {
  const workspace = await mkdtemp(join(tmpdir(), 'veritable-test-'));
  const steps: SwapStep[] = [];
  if (withOldSet) await replaceWith(join(workspace, 'set'), 'old');
  await replaceWith(join(workspace, 'set'), 'new', { ...everything, onStep: (step) => steps.push(step) });
  await rm(workspace, { recursive: true });
  return steps;
}

describe('replaceFolder', () => {
  it('replaces every file, gives the result, and leaves nothing beside the folder', async () => {
    const { workspace, target } = await makeOldSet();
    const result = await replaceFolder(target, (staging) => writeSet(staging, 'new').then(() => 7), everything);
    expect(result).toBe(7);
    expect(await readSet(target)).toBe('new');
    expect(await readdir(workspace)).toEqual(['set']);
  });

  it('makes a folder that is not there, with its parents', async () => {
    const target = join(await makeWorkspace(), 'a/b/set');
    await replaceWith(target, 'new');
    expect(await readSet(target)).toBe('new');
  });

  it('fills a folder that is empty, whoever owns what', async () => {
    const target = join(await makeWorkspace(), 'set');
    await mkdir(target);
    await replaceWith(target, 'new', { owned: () => false });
    expect(await readSet(target)).toBe('new');
  });

  it('can replace by an empty folder', async () => {
    const { target } = await makeOldSet();
    await replaceFolder(target, async () => {}, everything);
    expect(await readdir(target)).toEqual([]);
  });

  it('keeps the permissions, also while the new folder is being filled', async () => {
    const { target } = await makeOldSet();
    await chmod(target, 0o700);
    const modeOf = async (folder: string) => (await stat(folder)).mode & 0o777;
    const whileFilling = await replaceFolder(target, modeOf, everything);
    expect(whileFilling).toBe(0o700);
    expect(await modeOf(target)).toBe(0o700);
  });

  it('changes nothing where the new set cannot be written', async () => {
    const { workspace, target } = await makeOldSet();
    const failure = new Error('no more ink');
    const fill = async (staging: string) => {
      await writeFile(join(staging, 'a.csv'), 'half');
      throw failure;
    };
    await expect(replaceFolder(target, fill, everything)).rejects.toBe(failure);
    await expect(replaceFolder(join(workspace, 'none'), fill, everything)).rejects.toBe(failure);
    expect(await readSet(target)).toBe('old');
    expect(await readdir(workspace)).toEqual(['set']);
  });

  it.each(['a link', 'a file'])('refuses %s', async (kind) => {
    const { workspace, target } = await makeOldSet();
    const other = join(workspace, 'other');
    await (kind === 'a link' ? symlink('set', other) : writeFile(other, 'text'));
    const refused = replaceWith(other, 'new');
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(`${other} is ${kind}, not a folder`);
    expect(await readSet(target)).toBe('old');
    expect(await readdir(workspace)).toEqual(['other', 'set']);
  });

  it('refuses the root of the file system', async () => {
    await expect(replaceWith('/', 'new')).rejects.toThrow(UserError);
  });

  // Root may write everywhere, so there the test goes on as nobody.
  it.skipIf(process.platform === 'win32')('says that it may not write beside the folder', async () => {
    const { workspace, target } = await makeOldSet();
    await chmod(workspace, 0o555);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      const refused = replaceWith(target, 'new');
      await expect(refused).rejects.toThrow(UserError);
      await expect(refused).rejects.toThrow(`cannot lock ${target}: permission denied`);
      expect(await recoverFolder(target)).toBe('nothing to do');
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(workspace, 0o755);
    }
    expect(await readSet(target)).toBe('old');
  });
});

describe('what somebody else has put into the folder', () => {
  const owned = (path: string) => !path.includes('mine');

  it.each(['mine.txt', 'part/mine.txt', 'mine/'])('stops the replacement: %s', async (path) => {
    const { workspace, target } = await makeOldSet();
    await (path.endsWith('/') ? mkdir(join(target, path)) : writeFile(join(target, path), 'precious'));
    const refused = replaceWith(target, 'new', { owned });
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(`not written: ${path.replace(/\/$/, '')}. Nothing was changed`);
    expect(await readFile(join(target, 'a.csv'), 'utf8')).toBe('old a.csv');
    expect(await readdir(workspace)).toEqual(['set']);
  });

  it('stops it as late as while the new set is being written', async () => {
    const { workspace, target } = await makeOldSet();
    const fill = async (staging: string) => {
      await writeSet(staging, 'new');
      await writeFile(join(target, 'mine.txt'), 'precious');
    };
    await expect(replaceFolder(target, fill, { owned })).rejects.toThrow(`${target} holds what`);
    expect(await readFile(join(target, 'mine.txt'), 'utf8')).toBe('precious');
    expect(await readFile(join(target, 'a.csv'), 'utf8')).toBe('old a.csv');
    expect(await readdir(workspace)).toEqual(['set']);
  });

  it('is named by a few examples', async () => {
    const { target } = await makeOldSet();
    await expect(replaceWith(target, 'new', { owned: () => false })).rejects.toThrow(
      'a.csv, b.json, only-old.txt, …. Nothing',
    );
  });
});

const stepsWithOldSet = await discoverSteps(true);
const stepsWithoutOldSet = await discoverSteps(false);

describe('a process killed after the step', { timeout: 60_000 }, () => {
  it.each(stepsWithOldSet)('"%s" leaves one whole set, and the next one can replace it', async (step) => {
    const { workspace, target } = await makeOldSet();
    expect((await runProgram('replaceChild.ts', target, 'new', step)).signal).toBe('SIGKILL');
    const recovery = await recoverFolder(target);
    const label = await readSet(target);
    expect(['old', 'new']).toContain(label);
    expect(recovery === 'undone' && label === 'new').toBe(false);
    expect(recovery === 'finished' && label === 'old').toBe(false);
    expect(await readdir(workspace)).toEqual(['set']);
    await replaceWith(target, 'next');
    expect(await readSet(target)).toBe('next');
  });

  it.each(stepsWithoutOldSet)('"%s" of a first set leaves all or nothing', async (step) => {
    const workspace = await makeWorkspace();
    const target = join(workspace, 'set');
    expect((await runProgram('replaceChild.ts', target, 'new', step)).signal).toBe('SIGKILL');
    await recoverFolder(target);
    const names = await readdir(workspace);
    if (names.length > 0) {
      expect(names).toEqual(['set']);
      expect(await readSet(target)).toBe('new');
    }
    await replaceWith(target, 'next');
    expect(await readSet(target)).toBe('next');
  });
});

describe('recoverFolder', () => {
  it('does nothing where nothing is unfinished, or nothing is there', async () => {
    const { workspace, target } = await makeOldSet();
    expect(await recoverFolder(target)).toBe('nothing to do');
    expect(await recoverFolder(join(workspace, 'not/there'))).toBe('nothing to do');
    expect(await readdir(workspace)).toEqual(['set']);
  });

  it('removes a new set that is not whole', async () => {
    const { workspace, target } = await makeOldSet();
    await mkdir(siblingPath(target, 'staging'));
    await writeFile(join(siblingPath(target, 'staging'), 'a.csv'), 'half');
    expect(await recoverFolder(target)).toBe('undone');
    expect(await readSet(target)).toBe('old');
    expect(await findLeftovers(workspace)).toEqual([]);
  });

  it('goes on removing an old set that is not whole any more', async () => {
    const { workspace, target } = await makeOldSet();
    await mkdir(siblingPath(target, 'discarded'));
    await writeFile(join(siblingPath(target, 'discarded'), 'a.csv'), 'half');
    expect(await recoverFolder(target)).toBe('finished');
    expect(await readSet(target)).toBe('old');
    expect(await findLeftovers(workspace)).toEqual([]);
  });

  it('puts the old set back in place of an empty folder that was made meanwhile', async () => {
    const { workspace, target } = await makeOldSet();
    await replaceWith(siblingPath(target, 'previous'), 'older');
    await rm(target, { recursive: true });
    await mkdir(target);
    expect(await recoverFolder(target)).toBe('undone');
    expect(await readSet(target)).toBe('older');
    expect(await findLeftovers(workspace)).toEqual([]);
  });

  it('waits for a replacement that is under way', async () => {
    const { target } = await makeOldSet();
    const waited: (number | null)[] = [];
    let recovered: Promise<unknown> = Promise.resolve();
    await replaceFolder(
      target,
      (staging) =>
        new Promise((resolve) => {
          const onWait = ({ pid }: { pid: number | null }) => {
            waited.push(pid);
            resolve(writeSet(staging, 'new'));
          };
          recovered = recoverFolder(target, { onWait });
        }),
      everything,
    );
    await recovered;
    expect(waited).toEqual([process.pid]);
    expect(await readSet(target)).toBe('new');
  });
});

describe('two processes that replace one folder again and again', () => {
  it('never mix their sets', { timeout: 60_000 }, async () => {
    const workspace = await makeWorkspace();
    const target = join(workspace, 'set');
    const ends = await Promise.all(['x', 'y'].map((label) => runProgram('competeChild.ts', target, label, '12')));
    expect(ends.map(({ code, output }) => ({ code, output }))).toEqual(Array(2).fill({ code: 0, output: '' }));
    expect(['x11', 'y11']).toContain(await readSet(target));
    expect(await readdir(workspace)).toEqual(['set']);
  });
});
