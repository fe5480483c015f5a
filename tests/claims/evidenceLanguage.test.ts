// The language of a source and the gloss of its quotation reach the table as they are written.
import { expect, test } from 'vitest';
import { GAZETTE, openWorkspace } from '../workspace.ts';

test('language and gloss of a piece of evidence are published, and empty where nobody noted them', async () => {
  const workspace = openWorkspace();
  workspace.edit(
    GAZETTE,
    '        accessed: null\n',
    '        accessed: null\n        language: uk\n        quote_gloss: "It was shut."\n',
  );
  expect((await workspace.build()).exitCode).toBe(0);
  const [first, second] = workspace.rows('evidence.jsonl');
  expect(first).toMatchObject({ language: 'uk', quote_gloss: 'It was shut.' });
  expect(second).toMatchObject({ language: null, quote_gloss: null });
  const [head] = workspace.read('dataset/evidence.csv').split('\n', 1);
  expect(head).toContain(',after_claim,language,quote_gloss');
});

test('a language that is no BCP 47 tag is refused at its place', async () => {
  const workspace = openWorkspace();
  workspace.edit(GAZETTE, '        accessed: null\n', '        accessed: null\n        language: Ukrainian!\n');
  const { findings } = await workspace.report();
  expect(findings.find(({ severity }) => severity === 'error')?.pointer).toBe('/claims/0/evidence/0/language');
});
