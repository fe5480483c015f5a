// What the commands and an editor save, as docs/annotating.md tells it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countKeystrokes } from '../../bench/keystrokes.ts';

test('the tables are what is counted, and where little is to be said answers take at most a third of the same by hand', {
  timeout: 240_000,
}, async () => {
  const { whole, claim } = await countKeystrokes();
  const page = readFileSync('docs/annotating.md', 'utf8');
  expect(page).toContain(whole);
  expect(page).toContain(claim);
  const rows = (whole + claim).split('\n').filter((line) => /few words: (?:every field|as written)/.test(line));
  expect(rows).toHaveLength(12);
  for (const row of rows) {
    const [keys, minutes] = (row.split('|')[5] ?? '').split(',').map(Number);
    expect(keys, row).toBeLessThan(1 / 3);
    expect(minutes, row).toBeLessThan(1 / 3);
  }
});
