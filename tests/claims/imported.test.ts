// Claims from elsewhere: what their source does not say stays empty, and what it does say is published.
import { expect, test } from 'vitest';
import { readYaml } from '../../scripts/yaml/readYaml.ts';
import { openWorkspace, type Workspace } from '../workspace.ts';
import { IMPORTED, IMPORTED_LABEL } from './importedLabel.ts';

const ID = 'some-dataset-17-c01';

function withImported(change: (label: string) => string = (label) => label): Workspace {
  return openWorkspace().file(IMPORTED, change(IMPORTED_LABEL));
}

/** Codes and pointers of the findings in the imported file. */
async function findingsOf(workspace: Workspace): Promise<string[]> {
  const { findings } = await workspace.report();
  return findings.filter(({ file }) => file.endsWith(IMPORTED)).map(({ code, pointer }) => `${code} ${pointer}`);
}

async function build(workspace: Workspace): Promise<Workspace> {
  const { exitCode, err } = await workspace.build();
  expect([exitCode, err]).toEqual([0, '']);
  return workspace;
}

test('a claim of a collection has no findings for what its source does not say', async () => {
  expect(await findingsOf(withImported())).toEqual([]);
});

test('the claim is published as imported, with nothing invented', async () => {
  const claim = (await build(withImported())).rows('claims.jsonl').at(-1);
  expect(claim).toMatchObject({
    claim_id: ID,
    quote: null,
    claimant: 'unknown',
    claimant_id: null,
    claimant_kind: 'unknown',
    asserted_by: 'unknown',
    asserted_by_kind: 'unknown',
    claim_date: null,
    claim_type: null,
    claim_types: ['numerical'],
    justification: null,
    source_title: null,
    source_published: null,
    source_language: 'und',
    status: 'imported',
    votes: 0,
    evidence_count: 3,
    evidence_urls: ['https://log.example.org/fire', 'https://log.example.org/fire'],
    places: ['GB', 'IE'],
    verdict: 'misleading',
    verdict_native: 'Mostly false',
    review_urls: ['https://check.example.org/17'],
    source_name: 'some-dataset',
    source_row: '17',
    extra: { flag: false, 'a/b': [1, null, { deep: ' kept ' }], share: 0.25 },
  });
});

test('questions, reviews and appearances are tables, and are nested in their claim', async () => {
  const workspace = await build(withImported());
  const [questions, reviews, appearances] = ['questions', 'reviews', 'appearances'].map((name) =>
    workspace.rows(`${name}.jsonl`),
  );
  expect(questions).toEqual([
    { question_id: `${ID}-q1`, claim_id: ID, article_id: 'some-dataset-17', question: 'Did a ferry burn?' },
    { question_id: `${ID}-q2`, claim_id: ID, article_id: 'some-dataset-17', question: 'Which one?' },
  ]);
  expect(reviews).toMatchObject([
    {
      review_id: `${ID}-r1`,
      publisher: 'Harbour Herald',
      publisher_id: 'harbour-herald',
      published_first: '2024-05-04',
      rating_value: 2,
      rating_worst: 1,
      rating_best: 5,
      verdict: 'misleading',
    },
    { review_id: `${ID}-r2`, publisher: 'unknown', publisher_id: null, rating_value: null, title: 'A second look' },
  ]);
  expect(appearances).toMatchObject([
    { appearance_id: `${ID}-a1`, url: 'https://post.example.org/a|b', published_last: '2024-05-31', first: true },
    { appearance_id: `${ID}-a2`, url: null, archive_url: 'https://archive.example.org/b', first: null },
  ]);
  expect(workspace.rows('claims.jsonl').at(-1)).toMatchObject({ questions, reviews, appearances });
});

test('a piece of evidence answers a question, and has votes of its own', async () => {
  const workspace = await build(withImported());
  const evidence = workspace.rows('evidence.jsonl').filter((row) => row['claim_id'] === ID);
  expect(evidence).toMatchObject([
    { question_id: `${ID}-q1`, answer: 'Yes, in part.', answer_type: 'Abstractive', medium: 'Web text', stance: null },
    { question_id: `${ID}-q2`, stance: 'supports', title: null },
    { url: null, evidence_group: '0', locator_page: 'Aldport', locator_sentence: '3' },
  ]);
  const votes = workspace.rows('annotations.jsonl').filter((row) => row['claim_id'] === ID);
  expect(votes).toMatchObject([
    { annotation_id: `${ID}-e1-v1`, target: `${ID}-e1`, stance: 'supports', verdict: null, date: null },
    { annotation_id: `${ID}-e1-v2`, target: `${ID}-e1`, stance: 'context', verdict: null, date: null },
  ]);
  expect(workspace.rows('annotations.jsonl')[0]).toMatchObject({ target: 'gazette-2024-05-02-c01', stance: null });
});

test('tables without rows are there all the same', async () => {
  const workspace = await build(openWorkspace());
  expect(workspace.read('dataset/reviews.csv').split('\n')).toHaveLength(2);
  expect(workspace.read('dataset/questions.jsonl')).toBe('');
});

test('an article that is no collection is asked for all that an article has', async () => {
  const workspace = withImported((label) => label.replace('kind: collection\n', ''));
  const { findings } = await workspace.report();
  expect(findings.map(({ message }) => message)).toContain(
    '6 keys are missing: `title`, `title_basis`, `published`, `published_basis`, `nature`, `rights`.',
  );
});

test('a claim that people judged here is asked for all that they judged', async () => {
  const workspace = openWorkspace().edit('raw/articles/gazette-2024-05-02.md', '    claim_date: 2024-05-02\n', '');
  const { findings } = await workspace.report();
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual(['A11 The key `claim_date` is missing.']);
});

test('a claim of an article needs its quotation, a claim that was imported does not', async () => {
  const workspace = openWorkspace();
  workspace.edit('raw/articles/gazette-2024-05-02.md', '    quote: shut for eleven days\n', '    quote: null\n');
  const { findings } = await workspace.report();
  expect(findings.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(['A12 /claims/0/quote']);
});

test('the label reads as it is written', () => {
  const [, yaml = ''] = IMPORTED_LABEL.split('---\n');
  expect(readYaml(yaml)).toMatchObject({ claims: [{ extra: { share: 0.25 } }] });
});
