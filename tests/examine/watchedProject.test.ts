// What is kept in memory says the same as a run that begins anew.

import { expect, test, vi } from 'vitest';
import { checkProject } from '../../scripts/examine/checkProject.ts';
import { WatchedProject } from '../../scripts/examine/watchedProject.ts';
import { openProject } from '../../scripts/project/openProject.ts';
import { applyEdits, edits } from '../fuzz/edits.ts';
import fc from '../property.ts';
import { GAZETTE, HERALD, openWorkspace } from '../workspace.ts';

vi.setConfig({ testTimeout: 60_000 });

const FILES = [GAZETTE, HERALD, 'raw/vocabulary/entities.yml', 'raw/expectations.yml'] as const;

test('after every change', async () => {
  const workspace = openWorkspace();
  const raw = workspace.path('raw');
  const originals = new Map(FILES.map((file) => [file, workspace.read(file)]));
  const kept = new WatchedProject({ raw });
  const change = fc.tuple(fc.constantFrom(...FILES), fc.oneof(fc.constant([]), edits));
  await fc.assert(
    fc.asyncProperty(change, async ([file, changes]) => {
      workspace.file(file, applyEdits(originals.get(file) ?? '', changes));
      const { check } = kept.check((path) => path.endsWith(file));
      const anew = await checkProject(openProject({ raw }));
      expect(check.findings).toEqual(anew.findings);
      expect(check.summary).toEqual(anew.summary);
      expect(check.tally.fill).toEqual(anew.tally.fill);
    }),
    { numRuns: 40 },
  );
});
