// Pairs of a garbled and a right sentence: a file of a project that has a list of distortions.
import { expect, test } from 'vitest';
import { GAZETTE, openWorkspace, type Workspace } from '../workspace.ts';

const LIST = '- id: wrong-number\n  label: Wrong number\n  definition: A figure is another than in the source.\n';
const CORRECTED = 'The river bridge at Aldport was closed for three days in April 2024.';

function withDistortions(): Workspace {
  return openWorkspace().file('raw/vocabulary/distortions.yml', LIST);
}

function withPair(): Workspace {
  return withDistortions().edit(
    GAZETTE,
    '    status: labelled',
    `    distortion: wrong-number\n    corrected: ${CORRECTED}\n    status: labelled`,
  );
}

test('a claim that has a corrected form is a pair, with its verdict and evidence', async () => {
  const workspace = withPair();
  expect((await workspace.build()).exitCode).toBe(0);
  expect(workspace.rows('pairs.jsonl')).toEqual([
    {
      claim_id: 'gazette-2024-05-02-c01',
      claim: 'The river bridge at Aldport was closed for eleven days in April 2024.',
      corrected: CORRECTED,
      distortion: 'wrong-number',
      verdict: 'refuted',
      evidence_ids: ['gazette-2024-05-02-c01-e1'],
    },
  ]);
  expect(workspace.rows('claims.jsonl')[0]).toMatchObject({ distortion: 'wrong-number', corrected: CORRECTED });
});

test('manifest, descriptions, codebook and card speak of the pairs', async () => {
  const workspace = withPair();
  await workspace.build();
  const json = (name: string) => JSON.parse(workspace.read(`dataset/${name}`)) as Record<string, object[]>;
  expect(json('manifest.json')['files']).toContainEqual(expect.objectContaining({ path: 'pairs.jsonl', rows: 1 }));
  expect(json('datapackage.json')['resources']).toContainEqual(expect.objectContaining({ path: 'pairs.jsonl' }));
  expect(json('croissant.json')['recordSet']).toContainEqual(expect.objectContaining({ name: 'pairs' }));
  expect(json('croissant.json')['recordSet']).toContainEqual(expect.objectContaining({ name: 'distortions' }));
  expect(workspace.read('dataset/codebook.md')).toContain('| `wrong-number` | Wrong number |');
  expect(workspace.read('dataset/README.md')).toContain('path: pairs.jsonl');
});

test('without pairs the file is empty, and nobody is told to load it', async () => {
  const workspace = withDistortions();
  expect((await workspace.build()).exitCode).toBe(0);
  expect(workspace.read('dataset/pairs.jsonl')).toBe('');
  expect(workspace.read('dataset/README.md')).not.toContain('pairs');
  expect(workspace.read('dataset/croissant.json')).not.toContain('"pairs"');
});

test('a project without a list of distortions has no such file', async () => {
  const workspace = openWorkspace();
  expect((await workspace.build()).exitCode).toBe(0);
  expect(() => workspace.read('dataset/pairs.jsonl')).toThrow('ENOENT');
  expect(workspace.read('dataset/codebook.md')).not.toContain('## Distortions');
});
