import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LockHolder, withLock } from '../../scripts/platform/lock.ts';
import { UserError } from '../../scripts/platform/userError.ts';
import { findLeftovers, makeWorkspace, runProgram } from './workspace.ts';

const noWait = { waitMs: 0 };
const done = async () => 'done';

/** Leaves a claim of this process behind, with one part of its name changed. */
async function plantClaim(workspace: string, target: string, change: (parts: string[]) => void): Promise<void> {
  const [name = ''] = await withLock(target, () => findLeftovers(workspace));
  const [, prefix = '', claim = ''] = /^(.*-lock-)(.*)$/.exec(name) ?? [];
  const parts = claim.split('-');
  change(parts);
  await writeFile(join(workspace, prefix + parts.join('-')), '');
}

describe('withLock', () => {
  it('gives the result, passes an error, and is free after both', async () => {
    const workspace = await makeWorkspace();
    const target = join(workspace, 'x');
    expect(await withLock(target, done)).toBe('done');
    await expect(withLock(target, () => Promise.reject(new Error('inside')))).rejects.toThrow('inside');
    expect(await findLeftovers(workspace)).toEqual([]);
  });

  it('waits for another holder, and says so once', async () => {
    const target = join(await makeWorkspace(), 'x');
    const events: string[] = [];
    const second = await withLock(target, () => {
      return new Promise<{ ended: Promise<unknown> }>((letGo) => {
        const onWait = ({ pid }: LockHolder) => {
          events.push(`wait for ${pid}`);
          letGo({ ended });
        };
        const ended = withLock(target, async () => events.push('second'), { onWait });
      });
    });
    events.push('first let go');
    await second.ended;
    expect(events).toEqual([`wait for ${process.pid}`, 'first let go', 'second']);
  });

  it('names the process that does not let go', async () => {
    const target = join(await makeWorkspace(), 'x');
    const refused = withLock(target, () => withLock(target, done, noWait));
    await expect(refused).rejects.toThrow(UserError);
    await expect(refused).rejects.toThrow(`is in use by process ${process.pid};`);
  });

  it('is held by one at a time of several that find it free at the same moment', async () => {
    const target = join(await makeWorkspace(), 'x');
    const inside = new Set<number>();
    const seen: number[][] = [];
    const work = (id: number) => async () => {
      inside.add(id);
      await new Promise(setImmediate);
      seen.push([...inside]);
      inside.delete(id);
    };
    await Promise.all([1, 2, 3, 4].map((id) => withLock(target, work(id))));
    expect(seen.toSorted()).toEqual([[1], [2], [3], [4]]);
  });

  it('does not lose a count between processes that also find the claim of a dead one', {
    timeout: 60_000,
  }, async () => {
    const workspace = await makeWorkspace();
    const file = join(workspace, 'count');
    await writeFile(file, '0');
    expect((await runProgram('countChild.ts', file, 'die')).signal).toBe('SIGKILL');
    expect(await findLeftovers(workspace)).toHaveLength(1);
    const ends = await Promise.all(['10', '10', '10'].map((rounds) => runProgram('countChild.ts', file, rounds)));
    expect(ends.map(({ code, output }) => ({ code, output }))).toEqual(Array(3).fill({ code: 0, output: '' }));
    expect(await readFile(file, 'utf8')).toBe('30');
    expect(await findLeftovers(workspace)).toEqual([]);
  });
});

describe('a claim left by', () => {
  it('this very process is respected', async () => {
    const workspace = await makeWorkspace();
    const target = join(workspace, 'x');
    await plantClaim(workspace, target, () => {});
    await expect(withLock(target, done, noWait)).rejects.toThrow(`process ${process.pid};`);
  });

  it.skipIf(!existsSync('/proc/self/stat'))('an earlier process with a living one’s number is taken over', async () => {
    const workspace = await makeWorkspace();
    const target = join(workspace, 'x');
    await plantClaim(workspace, target, (parts) => (parts[1] = String(Number(parts[1]) - 1)));
    expect(await withLock(target, done, noWait)).toBe('done');
    expect(await findLeftovers(workspace)).toEqual([]);
  });

  it.skipIf(!existsSync('/proc/sys/kernel/random/boot_id'))(
    'a process before the last boot is taken over',
    async () => {
      const workspace = await makeWorkspace();
      const target = join(workspace, 'x');
      await plantClaim(workspace, target, (parts) => (parts[3] = 'abc'));
      expect(await withLock(target, done, noWait)).toBe('done');
    },
  );

  it.each([
    ['another host', 2],
    ['another container', 4],
  ])('a process of %s is respected, and its path is told', async (_, part) => {
    const workspace = await makeWorkspace();
    const target = join(workspace, 'x');
    await plantClaim(workspace, target, (parts) => (parts[part] = 'abc'));
    const [name = ''] = await findLeftovers(workspace);
    await expect(withLock(target, done, noWait)).rejects.toThrow(join(workspace, name));
  });

  it('an unknown version is respected', async () => {
    const workspace = await makeWorkspace();
    const target = join(workspace, 'x');
    await plantClaim(workspace, target, (parts) => parts.splice(0, parts.length, 'v2', '99'));
    await expect(withLock(target, done, noWait)).rejects.toThrow('an unknown process');
  });
});
