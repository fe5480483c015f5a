// Whoever asserts a claim answers for it; whom it quotes is what it is about.
import { expect, test } from 'vitest';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';

/** The first claim, of the council, as it is asserted by somebody. */
function assertedBy(asserter: string): Workspace {
  return openWorkspace().edit(GAZETTE, '    reported_by: null', `    asserted_by: ${asserter}\n    reported_by: null`);
}

async function firstClaim(workspace: Workspace): Promise<Record<string, unknown>> {
  expect((await workspace.build()).exitCode).toBe(0);
  return workspace.rows('claims.jsonl')[0] ?? {};
}

async function firstReview(workspace: Workspace): Promise<Record<string, unknown>> {
  expect((await workspace.build()).exitCode).toBe(0);
  const { '@graph': reviews } = JSON.parse(workspace.read('dataset/claimreview.jsonld')) as {
    '@graph': { itemReviewed: Record<string, unknown> }[];
  };
  return reviews[0]?.itemReviewed ?? {};
}

const COUNCIL = { '@type': 'GovernmentOrganization', name: 'Aldport Council' };

test('the claimant asserts a claim where nothing else is said', async () => {
  expect(await firstClaim(openWorkspace())).toMatchObject({
    claimant_id: 'aldport-council',
    asserted_by: 'Aldport Council',
    asserted_by_id: 'aldport-council',
    asserted_by_kind: 'government',
  });
  const review = await firstReview(openWorkspace());
  expect(review['author']).toEqual(COUNCIL);
  expect(review).not.toHaveProperty('about');
});

test('a report of the article is published under its publisher, and the claimant stays who is quoted', async () => {
  expect(await firstClaim(assertedBy('article'))).toMatchObject({
    claimant: 'Aldport Council',
    claimant_id: 'aldport-council',
    asserted_by: 'The Gazette',
    asserted_by_id: null,
    asserted_by_kind: 'article',
  });
  expect(await firstReview(assertedBy('article'))).toMatchObject({
    author: { '@type': 'Organization', name: 'The Gazette' },
    about: COUNCIL,
  });
});

test('a role is that of the claimant, and not of whoever else asserts the claim', async () => {
  const workspace = assertedBy('ada-archer').edit(GAZETTE, 'claimant_role: null', 'claimant_role: Mayor of Aldport');
  expect(await firstClaim(workspace)).toMatchObject({ asserted_by: 'Ada Archer', asserted_by_kind: 'person' });
  const { author, about } = await firstReview(workspace);
  expect(author).toEqual({ '@type': 'Person', name: 'Ada Archer' });
  expect(about).toEqual(COUNCIL);
});

test("the article's own voice is asserted by its publisher, or by `unknown`", async () => {
  const workspace = openWorkspace().edit(HERALD, '\npublisher: harbour-herald\n', '\npublisher: null\n');
  expect((await workspace.build()).exitCode).toBe(0);
  expect(workspace.rows('claims.jsonl').at(-1)).toMatchObject({
    asserted_by: 'unknown',
    asserted_by_id: null,
    asserted_by_kind: 'article',
  });
});
