// The list of changes: what changed a verdict stands apart from what did not.
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { type ChangedVersion, listChanges } from '../../scripts/explorer/changes.ts';
import { renderHtml } from '../../scripts/explorer/nodes/renderHtml.ts';
import { showChanges } from '../../scripts/explorer/parts/changes.ts';
import { makeDataset } from './datasetFixture.ts';
import { showingOf } from './page.ts';

const { showing } = showingOf(makeDataset({ claims: 6 }));
const row = { id: 'gazette-0-c01', table: 'claims', reason: null } as const;
const verdict = { ...row, kind: 'verdict', column: 'verdict', old: 'supported', new: 'refuted' } as const;
const why = { ...row, kind: 'particulars', column: 'justification', old: null, new: null } as const;

/** The page of one version with these changes. */
function pageOf(changed: ChangedVersion['changed'], left = 0) {
  const changes = [{ version: '1.1.0', date: '2024-06-02', added: {}, changed, left }];
  return parseHTML(renderHtml(showChanges({ ...showing, meta: { ...showing.meta, changes, withdrawn: [] } }))).document;
}

/** Headings and the texts of the list below each. */
function sections(page: ReturnType<typeof pageOf>) {
  return [...page.querySelectorAll('h3')].map((heading) => [
    heading.textContent,
    [...(heading.nextElementSibling?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent),
  ]);
}

test('a change that changed no verdict does not stand under the heading of those that did', () => {
  expect(sections(pageOf([verdict, why]))).toEqual([
    ['Verdicts that changed (1)', ['gazette-0-c01: Supported became Refuted']],
    ['Other changes (1)', ['gazette-0-c01 Justification changed']],
  ]);
});

test('a verdict that changed is listed however many other changes come before it', () => {
  const released = { version: '1.1.0', date: '2024-06-02' };
  const many = Array.from({ length: 500 }, () => ({ ...released, ...why }));
  const [version] = listChanges([...many, { ...released, ...verdict }]);
  if (!version) throw new Error('No version was listed.');
  const [verdicts, others] = sections(pageOf(version.changed, version.left));
  expect(verdicts).toEqual(['Verdicts that changed (1)', ['gazette-0-c01: Supported became Refuted']]);
  expect(others?.[0]).toBe('Other changes (500)');
  expect(others?.[1]?.length).toBeLessThan(500);
});

test('where no verdict changed the list needs no heading of its own', () => {
  const page = pageOf([why]);
  expect(sections(page)).toEqual([]);
  expect(page.querySelector('.history li')?.textContent).toBe('gazette-0-c01 Justification changed');
});
