import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ExportKind, exportDataset } from '../../scripts/commands/export.ts';
import { GAZETTE, type Outcome, openWorkspace, record, type Workspace } from '../workspace.ts';

function run(workspace: Workspace, kind: ExportKind): Promise<Outcome> {
  const options = { raw: workspace.path('raw'), out: workspace.path(`out/${kind}`) };
  return record((terminal) => exportDataset(kind, options, terminal));
}

describe.each(['parquet', 'npm'] as const)('export %s', (kind) => {
  test('writes its files, and the same ones again over those of an earlier run', async () => {
    const workspace = openWorkspace();
    expect((await run(workspace, kind)).exitCode).toBe(0);
    const before = readdirSync(workspace.path(`out/${kind}`), { recursive: true }).sort();
    expect(before).toContain(kind === 'parquet' ? 'claims.parquet' : 'package.json');
    expect((await run(workspace, kind)).exitCode).toBe(0);
    expect(readdirSync(workspace.path(`out/${kind}`), { recursive: true }).sort()).toEqual(before);
  });

  test('an error stops it before anything is written', async () => {
    const workspace = openWorkspace().edit(GAZETTE, 'verdict: refuted', 'verdict: refutd');
    expect((await run(workspace, kind)).exitCode).toBe(1);
    expect(existsSync(workspace.path(`out/${kind}`))).toBe(false);
  });

  test("a folder that holds somebody else's files is left alone", async () => {
    const workspace = openWorkspace()
      .file(`out/${kind}/package.json`, '{ "name": "somebody-elses" }')
      .file(`out/${kind}/notes.txt`, 'mine');
    await expect(run(workspace, kind)).rejects.toThrow(/Nothing was changed/);
    expect(workspace.read(`out/${kind}/notes.txt`)).toBe('mine');
  });
});
