import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ExportKind, exportDataset } from '../../scripts/commands/export.ts';
import { GAZETTE, type Outcome, openWorkspace, record, type Workspace } from '../workspace.ts';

function run(workspace: Workspace, kind: ExportKind): Promise<Outcome> {
  const options = { raw: workspace.path('raw'), out: workspace.path(`out/${kind}`) };
  return record((terminal) => exportDataset(kind, options, terminal));
}

describe.each(['parquet', 'npm', 'sqlite', 'xlsx'] as const)('export %s', (kind) => {
  test('writes its files, and the same ones again over those of an earlier run', async () => {
    const workspace = openWorkspace();
    expect((await run(workspace, kind)).exitCode).toBe(0);
    const before = readdirSync(workspace.path(`out/${kind}`), { recursive: true }).sort();
    expect(before).toContain(
      { parquet: 'claims.parquet', npm: 'package.json', sqlite: 'metadata.json', xlsx: 'gazette-claims.xlsx' }[kind],
    );
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

describe('export parquet --parts', () => {
  test('writes a folder for each table, and takes the place of whole files', async () => {
    const workspace = openWorkspace();
    const options = { raw: workspace.path('raw'), out: workspace.path('out/parquet') };
    const list = () => readdirSync(options.out, { recursive: true }).map(String).sort();
    await record((terminal) => exportDataset('parquet', options, terminal));
    expect(list()).toContain('claims.parquet');
    const parts = (rows: number | true) =>
      record((terminal) => exportDataset('parquet', { ...options, parts: rows }, terminal));
    expect((await parts(2)).exitCode).toBe(0);
    const { length } = list().filter((name) => name.startsWith('claims/part-'));
    expect(length).toBeGreaterThan(1);
    expect(list()).not.toContain('claims.parquet');
    expect((await parts(true)).exitCode).toBe(0);
    expect(list().filter((name) => name.startsWith('claims/'))).toEqual(['claims/part-00000.parquet']);
  });

  test('is for Parquet alone', async () => {
    const workspace = openWorkspace();
    const options = { raw: workspace.path('raw'), out: workspace.path('out/npm'), parts: 5 };
    await expect(record((terminal) => exportDataset('npm', options, terminal))).rejects.toThrow('--parts goes with');
  });
});
