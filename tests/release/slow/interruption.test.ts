// A release that is killed after any step, and made again on a later day → the end that it would have had.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ReleaseStep } from '../../../scripts/publish/writeRelease.ts';
import { makeWorkspace } from '../../platform/workspace.ts';
import { makeRelease, makeRepository, readTree, TODAY } from '../releasedProject.ts';

const STEPS: readonly ReleaseStep[] = ['citation', 'changelog', 'dataset', 'prose', 'archive', 'ledger'];

test.each(STEPS)('killed after: %s', async (step) => {
  const [whole, killed] = [await makeWorkspace(), await makeWorkspace()];
  for (const folder of [whole, killed]) makeRepository(folder);
  await makeRelease(whole);
  const child = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'tests/release/slow/releaseChild.ts', join(killed, 'raw'), TODAY, step],
    { encoding: 'utf8' },
  );
  expect(child.signal, child.stderr).toBe('SIGKILL');
  expect(existsSync(join(killed, 'releases/1.0.0.jsonl'))).toBe(step === 'ledger');
  expect((await makeRelease(killed, {}, '2024-06-05')).exitCode).toBe(0);
  expect(readTree(killed)).toEqual(readTree(whole));
});
