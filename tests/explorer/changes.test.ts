// The list of changes: what changed a verdict stands apart from what did not.
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { type ChangedVersion, listChanges } from '../../scripts/explorer/changes.ts';
import { renderHtml } from '../../scripts/explorer/nodes/renderHtml.ts';
import { listChangedClaims, showChanges } from '../../scripts/explorer/parts/changes.ts';
import { makeDataset } from './datasetFixture.ts';
import { showingOf } from './page.ts';

const dataset = makeDataset({ claims: 6, texts: ['The bridge was closed for eleven days.'] });
const { showing } = showingOf(dataset);
const claims = new Map([...dataset.claims()].map((claim) => [claim.claim_id, claim]));
const words = 'The bridge was closed for eleven days.';
const row = { id: 'gazette-0-c01', table: 'claims', reason: null } as const;
const verdict = { ...row, kind: 'verdict', column: 'verdict', old: 'supported', new: 'refuted' } as const;
const why = { ...row, kind: 'particulars', column: 'justification', old: null, new: null } as const;

function showingWith(changes: readonly ChangedVersion[]) {
  return { ...showing, meta: { ...showing.meta, changes, withdrawn: [] } };
}

/** The page of one version with these changes. */
function pageOf(changed: ChangedVersion['changed'], left = 0) {
  const changes = [{ version: '1.1.0', date: '2024-06-02', added: {}, changed, left }];
  return parseHTML(renderHtml(showChanges(showingWith(changes), claims))).document;
}

/** Headings and the texts of the list below each. */
function sections(page: ReturnType<typeof pageOf>) {
  return [...page.querySelectorAll('h3')].map((heading) => [heading.textContent, itemsOf(heading.nextElementSibling)]);
}

function itemsOf(list: ReturnType<ReturnType<typeof pageOf>['querySelector']>) {
  return [...(list?.children ?? [])].map(({ textContent }) => textContent);
}

test('a change that changed no verdict does not stand under the heading of those that did', () => {
  expect(sections(pageOf([verdict, why]))).toEqual([
    ['Verdicts that changed (1)', [`${words}Supported became Refuted`]],
    ['Other changes (1)', [`Conflicting ${words} gazette-0-c01Justification changed`]],
  ]);
});

test('a verdict that changed is listed however many other changes come before it', () => {
  const released = { version: '1.1.0', date: '2024-06-02' };
  const many = Array.from({ length: 500 }, () => ({ ...released, ...why }));
  const [version] = listChanges([...many, { ...released, ...verdict }]);
  if (!version) throw new Error('No version was listed.');
  const [verdicts, others] = sections(pageOf(version.changed, version.left));
  expect(verdicts).toEqual(['Verdicts that changed (1)', [`${words}Supported became Refuted`]]);
  expect(others?.[0]).toBe('Other changes (500)');
  expect(version.changed.length).toBeLessThan(500);
});

test('a version tells rows that came to old claims apart from new claims, whose rows it does not list', () => {
  const added = { claims: 29, evidence: 42, annotations: 133, entities: 1 };
  const changes = [{ version: '1.1.0', date: '2024-06-02', added, changed: [], left: 0 }];
  const page = parseHTML(renderHtml(showChanges(showingWith(changes), claims))).document;
  expect([...page.querySelectorAll('.part p')].map(({ textContent }) => textContent)).toEqual([
    'Rows added to claims: 29, entities: 1.',
    'Rows added to claims that were there before: evidence: 42, annotations: 133.',
  ]);
});

test('withdrawals of a version stand under a heading of their own', () => {
  const gone = { ...row, kind: 'withdrawn', column: null, old: 'refuted', new: null } as const;
  expect(sections(pageOf([why, gone])).map(([heading]) => heading)).toEqual([
    'Claims that were withdrawn (1)',
    'Other changes (1)',
  ]);
});

test('a vote that changed is told by the names of the scale', () => {
  const vote = { ...verdict, table: 'annotations', id: 'gazette-0-c01-v1', kind: 'particulars' } as const;
  expect(itemsOf(pageOf([vote]).querySelector('.history'))).toEqual(['Annotations v1: verdict: Supported → Refuted']);
});

test('where no verdict changed the list needs no heading of its own', () => {
  const page = pageOf([why]);
  expect(sections(page)).toEqual([]);
  expect(itemsOf(page.querySelector('.history'))).toEqual(['Justification changed']);
});

test('what changed of a claim and of its evidence stands under the words of the claim, each said once', () => {
  const changed = [
    why,
    { ...why, column: 'evidence_urls' },
    { ...row, id: 'gazette-0-c01-e2', table: 'evidence', kind: 'dropped', column: null, old: null, new: null },
    { ...row, kind: 'particulars', column: 'claim_date', old: '2024-03', new: '2024-03-05', reason: 'It has a day.' },
  ] as const;
  const page = pageOf(changed);
  expect(page.querySelectorAll('.changes > li').length).toBe(1);
  expect(page.querySelector('.changes a')?.textContent).toBe(words);
  expect(itemsOf(page.querySelector('.history'))).toEqual([
    'Claim date: March 2024 → 5 March 2024It has a day.',
    'Justification, evidence urls changed',
    'Evidence e2: dropped',
  ]);
});

test('of a text that changed a little only the words that differ are marked', () => {
  const text = { ...row, kind: 'text', column: 'claim', old: 'It was closed.', new: 'It was closed in May.' } as const;
  expect([...pageOf([text]).querySelectorAll('.history ins')].map(({ textContent }) => textContent)).toEqual([
    ' in May',
  ]);
});

test('an article is told by its title', () => {
  const [article] = dataset.articles;
  if (!article) throw new Error('The fixture has no article.');
  const change = { ...why, table: 'articles', id: article.article_id, column: 'url_basis' } as const;
  expect(pageOf([change]).querySelector('.changes a')?.textContent).toBe(article.title);
});

test('claims that changes speak of are known before the list is drawn', () => {
  const evidence = { ...why, table: 'evidence', id: 'gazette-0-c02-e1' } as const;
  const changes = [{ version: '1.1.0', date: '2024-06-02', added: {}, changed: [why, evidence], left: 0 }];
  expect([...listChangedClaims(showingWith(changes))]).toEqual(['gazette-0-c01', 'gazette-0-c02']);
});
