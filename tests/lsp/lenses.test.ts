// What stands over each claim.
import { expect, test, vi } from 'vitest';
import { GAZETTE, openWorkspace } from '../workspace.ts';
import { openEditor } from './editor.ts';

vi.setConfig({ testTimeout: 60_000 });

test('its verdict, status, votes and sources, votes in files of their own among them', async () => {
  const workspace = openWorkspace().file(
    'raw/votes/a3.jsonl',
    '{"claim":"gazette-2024-05-02-c02","verdict":"supported","confidence":"low","date":"2024-05-10","guideline":"1"}\n',
  );
  const editor = await openEditor(workspace.root);
  await editor.open(GAZETTE, workspace.read(GAZETTE));
  expect(await editor.lenses(GAZETTE)).toEqual([
    [21, 'Refuted · labelled · 1 vote · 1 source, 1 origin'],
    [53, 'Supported · labelled · 2 votes · 2 sources, 1 origin'],
  ]);
  expect(await editor.lenses('raw/vocabulary/entities.yml')).toEqual([]);
});
