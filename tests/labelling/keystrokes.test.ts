// What the commands save, as docs/annotating.md tells it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countKeystrokes } from '../../bench/keystrokes.ts';

test('the table is what is counted, and a claim with every field takes at most a third', {
  timeout: 120_000,
}, async () => {
  const table = await countKeystrokes();
  expect(readFileSync('docs/annotating.md', 'utf8')).toContain(table);
  const shares = table
    .split('\n')
    .filter((line) => line.includes('every field'))
    .map((line) => line.split('|'));
  for (const [, , , , byOptions, , byAnswers] of shares) {
    expect(Number(byOptions)).toBeLessThan(1 / 3);
    expect(Number(byAnswers)).toBeLessThan(1 / 3);
  }
});
