// The examples of docs/splits.md and docs/score.md, repeated.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { score } from '../../scripts/commands/score.ts';
import { splits } from '../../scripts/commands/splits.ts';
import { type Outcome, record } from '../workspace.ts';

/**
 * Runs the commands of the pages on a copy of the examples, and tells the copy's place by the name of the place that it
 * was copied from.
 */
async function repeat(): Promise<{ outcomes: Outcome[]; again: Outcome; comparison: Outcome; ledger: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('examples/foreign', folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const mapping = at('towns.yml');
  const common = { mapping, scale: 'own', missing: 'error', format: 'text' } as const;
  const told = async (work: Parameters<typeof record>[0]) => {
    const outcome = await record(work);
    return { ...outcome, out: outcome.out.replaceAll(folder, 'examples/foreign').trimEnd() };
  };
  const reader = { ...common, about: at('reader.about.json'), split: 'test' };
  const outcomes = [
    await told((terminal) => splits({ mapping, format: 'text' }, terminal)),
    await told((terminal) => score(at('reader.csv'), reader, terminal)),
    await told((terminal) => score(at('guesser.jsonl'), common, terminal)),
  ];
  const ledger = readFileSync(at('towns.splits.jsonl'), 'utf8');
  const again = await told((terminal) => splits({ mapping, format: 'text', check: true }, terminal));
  const comparison = await told((terminal) =>
    score(at('reader.csv'), { ...reader, against: at('guesser.jsonl') }, terminal),
  );
  return { outcomes, again, comparison, ledger };
}

test('what the pages show is what the commands say', { timeout: 120_000 }, async () => {
  const [pageOfSplits, pageOfScore] = ['splits', 'score'].map((name) => readFileSync(`docs/${name}.md`, 'utf8'));
  const { outcomes, again, comparison, ledger } = await repeat();
  expect(outcomes.map(({ exitCode }) => exitCode)).toEqual([0, 0, 1]);
  expect(pageOfSplits).toContain(outcomes[0]?.out);
  expect(pageOfSplits).toContain(ledger.split('\n').slice(0, 3).join('\n'));
  expect(pageOfScore).toContain(outcomes[1]?.out);
  expect(pageOfScore).toContain(outcomes[2]?.out);
  expect(again.exitCode).toBe(0);
  expect(comparison).toMatchObject({ exitCode: 0, out: expect.stringContaining('McNemar') });
});
