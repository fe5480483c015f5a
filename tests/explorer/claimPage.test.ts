// A claim's page: who asserts it and who is quoted, what was distorted, and quotations in other languages.
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { buildSite } from '../../scripts/explorer/buildSite.ts';
import { bundlePage } from '../../scripts/platform/bundlePage.ts';
import { makeDataset } from './datasetFixture.ts';
import { PAGE_FOLDER } from './page.ts';

const dataset = makeDataset({ claims: 6 });
const claims = [...dataset.claims()];
const files = [...buildSite(dataset, await bundlePage(PAGE_FOLDER), null)];

/** The page of a claim by its place in the dataset. */
function pageOf(place: number) {
  const { content } = files.find(({ path }) => path === `claims/${claims[place]?.claim_id}.html`) ?? {};
  return parseHTML(typeof content === 'string' ? content : [...((content ?? []) as Iterable<string>)].join(''))
    .document;
}

/** What stands beside a label in the list of facts. */
function factOf(page: ReturnType<typeof pageOf>, label: string): string | undefined {
  const term = [...page.querySelectorAll('dt')].find(({ textContent }) => textContent === label);
  return term?.nextElementSibling?.textContent ?? undefined;
}

test('who is quoted and who asserts the claim stand apart where they are two', () => {
  const page = pageOf(2);
  expect(factOf(page, 'Quoted')).toBe(claims[2]?.claimant);
  expect(factOf(page, 'Asserted by')).toBe(claims[2]?.article.publisher);
  expect(factOf(page, 'Said by')).toBeUndefined();
});

test('where the claimant asserts it only the claimant is named', () => {
  expect(factOf(pageOf(3), 'Said by')).toContain(claims[3]?.claimant);
  expect(factOf(pageOf(3), 'Asserted by')).toBeUndefined();
});

test('a distortion is named and defined, and the right sentence is set against the claim word by word', () => {
  const page = pageOf(2);
  expect(page.querySelector('main')?.textContent).toContain('Wrong number: A figure is another than in the source.');
  expect(page.querySelector('.corrected')?.textContent).toBe(claims[2]?.corrected);
  expect(page.querySelector('.difference ins')?.textContent).toContain('Or so');
  expect(pageOf(3).querySelector('.difference')).toBeNull();
});

test('a quotation in another language says which, and its gloss is English', () => {
  const page = pageOf(2);
  expect(page.querySelector('.evidence blockquote[lang=hu]')?.textContent).toBe('closed 9 to 11 April');
  expect(page.querySelector('.evidence .gloss[lang=en]')?.textContent).toBe('In English: shut from 9 to 11 April');
  expect(pageOf(3).querySelector('.gloss')).toBeNull();
});
