import { expect, test } from 'vitest';
import { TABLES } from '../../scripts/schemas/generated/tables.ts';
import { openWorkspace } from '../workspace.ts';

test('every row of a table has as many cells as its head, as GitHub reads it', async () => {
  const workspace = openWorkspace();
  expect((await workspace.build()).exitCode).toBe(0);
  const tables = workspace.read('dataset/codebook.md').match(/(?:^\|.*\n)+/gm) ?? [];
  expect(tables.length).toBe(TABLES.length + 1);
  for (const table of tables) {
    // A bar ends a cell wherever no backslash stands before it, also inside of code.
    const [head = 0, ...rows] = table
      .trim()
      .split('\n')
      .map((row) => row.split(/(?<!\\)\|/).length);
    expect(rows.filter((cells) => cells !== head)).toEqual([]);
  }
});
