import { expect, test } from 'vitest';
import { parseView } from '../../scripts/explorer/view/viewState.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';

interface Review {
  identifier: string;
  url?: string;
  claimReviewed: string;
  reviewRating: Record<string, unknown>;
  itemReviewed: { author?: Record<string, unknown>; datePublished?: string; appearance: Record<string, unknown> };
}

async function reviewsOf(workspace: Workspace): Promise<Review[]> {
  expect((await workspace.build()).exitCode).toBe(0);
  return (JSON.parse(workspace.read('dataset/claimreview.jsonld')) as { '@graph': Review[] })['@graph'];
}

test('every claim with a verdict of the scale is a review', async () => {
  const [first] = await reviewsOf(openWorkspace());
  expect(first).toMatchObject({
    identifier: 'gazette-2024-05-02-c01',
    claimReviewed: 'The river bridge at Aldport was closed for eleven days in April 2024.',
    reviewRating: { ratingValue: 1, bestRating: 5, worstRating: 1, alternateName: 'Refuted' },
    itemReviewed: {
      author: { '@type': 'GovernmentOrganization', name: 'Aldport Council' },
      datePublished: '2024-05-02',
    },
  });
});

test('a verdict without a number gives the label alone', async () => {
  const workspace = openWorkspace().edit('raw/vocabulary/verdicts.yml', 'rating_value: 1', 'rating_value: null');
  expect((await reviewsOf(workspace))[0]?.reviewRating).toEqual({ '@type': 'Rating', alternateName: 'Refuted' });
});

test('a verdict that the scale keeps out of ClaimReview gives no review', async () => {
  const workspace = openWorkspace().edit('raw/vocabulary/verdicts.yml', 'claim_review: true', 'claim_review: false');
  const ids = (await reviewsOf(workspace)).map(({ identifier }) => identifier);
  expect(ids).toEqual(['gazette-2024-05-02-c01', 'herald-2024-05-03-c01']);
});

test('an interval has no form in schema.org and is left out', async () => {
  const workspace = openWorkspace().edit(GAZETTE, 'claim_date: 2024-05-02', 'claim_date: 2024-05-01/2024-05-02');
  expect((await reviewsOf(workspace))[0]?.itemReviewed).not.toHaveProperty('datePublished');
});

test('a review has the address of its own view in the explorer, only where CITATION.cff has an address', async () => {
  const workspace = openWorkspace();
  expect((await reviewsOf(workspace))[0]).not.toHaveProperty('url');
  workspace.file('CITATION.cff', `${workspace.read('CITATION.cff')}url: https://gazette.example.org/claims\n`);
  for (const { identifier, url = '' } of await reviewsOf(workspace)) {
    expect(url).toBe(`https://gazette.example.org/claims#claim/${identifier}`);
    expect(parseView(new URL(url).hash)).toEqual({ name: 'claim', id: identifier });
  }
});

test("an article's own voice speaks for its publisher", async () => {
  const reviews = await reviewsOf(openWorkspace());
  expect(reviews.at(-1)?.itemReviewed.author).toEqual({ '@type': 'Organization', name: 'Harbour Herald' });
});

test('a publisher that is not known is no author', async () => {
  const workspace = openWorkspace().edit(HERALD, '\npublisher: harbour-herald\n', '\npublisher: null\n');
  const review = (await reviewsOf(workspace)).at(-1);
  expect(review?.itemReviewed).not.toHaveProperty('author');
  expect(review?.itemReviewed.appearance).not.toHaveProperty('publisher');
});
