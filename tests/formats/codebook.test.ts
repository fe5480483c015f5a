import { expect, test } from 'vitest';
import { textOf } from '../../scripts/explorer/nodes/node.ts';
import { renderHtml } from '../../scripts/explorer/nodes/renderHtml.ts';
import { readMarkdown } from '../../scripts/explorer/parts/markdown.ts';
import { TABLES } from '../../scripts/schemas/generated/tables.ts';
import { markdownCodeCell } from '../../scripts/values/markdown.ts';
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

test('what a description sets as code is code, and whatever else it holds is text', async () => {
  const workspace = openWorkspace();
  await workspace.build();
  const shown = readMarkdown(workspace.read('dataset/codebook.md')).nodes;
  expect(textOf(shown)).not.toContain('`');
  expect(shown.some((node) => renderHtml(node).includes('or <code>unknown</code>)'))).toBe(true);
  expect(markdownCodeCell('one of `a|b`, not `<b>` or `two words`, *nor* `this')).toBe(
    'one of `a\\|b`, not \\`&lt;b&gt;\\` or \\`two words\\`, \\*nor\\* \\`this',
  );
});
