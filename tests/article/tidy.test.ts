// Labels in the short and in the full form: what is published does not change by a byte.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tidyLabels } from '../../scripts/article/tidy.ts';
import { GAZETTE, openWorkspace } from '../workspace.ts';

const FILES = ['claims.jsonl', 'articles.jsonl', 'evidence.jsonl', 'annotations.jsonl', 'claimreview.jsonld'];

test.each(['short', 'full'] as const)('the %s form publishes the same bytes, and is reached once', async (tidy) => {
  const workspace = openWorkspace();
  await workspace.build();
  const before = FILES.map((name) => workspace.read(`dataset/${name}`));
  const { exitCode, out } = await workspace.fix({ tidy });
  expect([exitCode, out]).toEqual([0, '2 files tidied.\n']);
  await workspace.build();
  expect(FILES.map((name) => workspace.read(`dataset/${name}`))).toEqual(before);
  expect((await workspace.fix({ tidy })).out).toBe('Nothing to fix for certain.\n');
});

test('short leaves out what says nothing, and full writes it again', () => {
  const [, yaml = ''] = readFileSync(`examples/gazette/${GAZETTE}`, 'utf8').split('---\n');
  const short = tidyLabels(yaml, 'short');
  expect(short).not.toMatch(/^ *\w+: (?:null|\[\])$/m);
  const full = tidyLabels(short, 'full');
  expect(full).toContain('    asserted_by: claimant\n    reported_by: null\n');
  expect(tidyLabels(full, 'short')).toBe(short);
});

test('comments, style and what stands behind a dash stay', () => {
  const yaml = `id: a
authors: []   # nobody is named
archive_url: null
claims:
  # the first
  - adjudication: null
    text: "quoted"
    topics:  []
    reported_by: ~
`;
  expect(tidyLabels(yaml, 'short')).toBe(`id: a
authors: []   # nobody is named
claims:
  # the first
  - adjudication: null
    text: "quoted"
`);
});

test.each(['', 'a: [', '- a\n', '{ id: a, authors: [] }\n'])('%j comes back as it was', (yaml) => {
  expect(tidyLabels(yaml, 'short')).toBe(yaml);
});
