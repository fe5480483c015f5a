// docs/import.md begins with an example that a reader can repeat: it says what the program says.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { importDataset } from '../../scripts/commands/import.ts';
import { record } from '../workspace.ts';

const guide = readFileSync('docs/import.md', 'utf8');

function copyExample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('examples/import', folder, { recursive: true });
  return folder;
}

test('the mapping of the example is the one that is shown', () => {
  expect(guide).toContain(readFileSync('examples/import/claims.yml', 'utf8'));
});

test('the first look says what is shown, and writes nothing', { timeout: 60_000 }, async () => {
  const folder = copyExample();
  const options = { raw: join(folder, 'raw'), dryRun: true };
  const { out, exitCode } = await record((terminal) =>
    importDataset([join(folder, 'claims.yml')], options, terminal, '2024-06-01'),
  );
  expect(exitCode).toBe(0);
  expect(guide).toContain(out.split('Would be written')[0]);
});

test('the draft has a place for every column and asks for the verdicts', { timeout: 60_000 }, async () => {
  const { out } = await record((terminal) =>
    importDataset(['examples/import/claims.csv'], { raw: 'raw', draft: true }, terminal, '2024-06-01'),
  );
  for (const line of ['id: number', 'text: statement', '"Half true": todo', 'form: D MMMM YYYY'])
    expect(out).toContain(line);
});
