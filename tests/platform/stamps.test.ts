// Marks tell whether a file was written to, whatever it is called.
import { linkSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { hasBeenWritten, OWN_QUIET_MS, stampFile } from '../../scripts/platform/stamps.ts';

test('a second name is no writing; a change of the text is, also one of equal length', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-stamps-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  const stamp = async (path: string) => {
    await sleep(OWN_QUIET_MS);
    return stampFile(path, true);
  };
  writeFileSync(first, 'one');
  const before = await stamp(first);
  linkSync(first, second);
  const after = await stamp(second);
  expect(after).not.toBe(before);
  expect(hasBeenWritten(before, after)).toBe(false);
  writeFileSync(first, 'two');
  expect(hasBeenWritten(before, await stamp(second))).toBe(true);
  // The time alone tells nothing where a program sets it back, but the size does.
  const { atime, mtime } = statSync(first);
  const written = await stamp(second);
  writeFileSync(first, 'three');
  utimesSync(first, atime, mtime);
  expect(hasBeenWritten(written, await stamp(second))).toBe(true);
  expect([hasBeenWritten(null, written), hasBeenWritten(written, null)]).toEqual([false, false]);
  expect(hasBeenWritten('absent', 'absent')).toBe(false);
});
