// Columns of facts answer what lists of claims would.

import { expect, test } from 'vitest';
import type { ArticleSubject } from '../../scripts/article/subject.ts';
import { clusterClaims } from '../../scripts/claims/clusters.ts';
import { FactCollector, type FactPart, listNaming, listPublished } from '../../scripts/rules/engine/collectFacts.ts';
import { Facts } from '../../scripts/rules/engine/facts.ts';
import { clusterLiveClaims } from '../../scripts/rules/measures/liveClaims.ts';
import { compareCodePoints } from '../../scripts/values/order.ts';
import { listWords } from '../../scripts/values/words.ts';
import fc from '../property.ts';

interface Claim {
  id: string;
  text: string;
  status: string;
  verdict: string | null;
  sameAs: string[];
  broken: boolean;
}

interface Article {
  id: string;
  claims: Claim[];
}

const id = fc.constantFrom('a', 'b', 'b-c1', '😀', '\uffee');
const claimId = fc.tuple(id, fc.constantFrom('-c01', '-c02', '-c1', '-c', '')).map((parts) => parts.join(''));
const claim: fc.Arbitrary<Claim> = fc.record({
  id: claimId,
  text: fc.constantFrom('One two.', 'one TWO', 'Two one', 'One, two 3', '北京 😀 “one” two', '', '...'),
  status: fc.constantFrom('draft', 'labelled', 'reviewed', 'adjudicated', 'withdrawn', 'imported'),
  verdict: fc.constantFrom(null, 'supported', 'refuted'),
  sameAs: fc.array(claimId, { maxLength: 2 }),
  broken: fc.boolean(),
});
const numbered = (article: Article) => ({
  ...article,
  claims: article.claims.map((one, i) => ({ ...one, id: `${article.id}-c${String(i + 1).padStart(2, '0')}` })),
});
const article: fc.Arbitrary<Article> = fc.record({ id, claims: fc.array(claim, { maxLength: 4 }) });
const parts = fc.array(fc.array(fc.oneof(article, article.map(numbered)), { maxLength: 3 }), { maxLength: 3 });

function toSubject({ id: name, claims }: Article): ArticleSubject {
  const placed = claims.map(({ id: own, text, status, verdict, sameAs, broken }, i) => ({
    claim: {
      id: own,
      text,
      status,
      verdict,
      same_as: sameAs,
      claimant: 'article',
      asserted_by: 'claimant',
      distortion: null,
      annotations: [],
      topics: [],
      reviews: [],
    },
    pointer: `/claims/${i}`,
    ...(broken ? { brokenKeys: new Set(['quote']) } : {}),
  }));
  return {
    file: `raw/articles/${name}.md`,
    article: { id: name, publisher: null, rights: { license: '' }, suppress: [] },
    claims: placed.filter(({ brokenKeys }) => !brokenKeys),
    damaged: placed.filter(({ brokenKeys }) => brokenKeys),
    lost: false,
    text: { kind: 'absent', required: false, looked: '' },
  } as unknown as ArticleSubject;
}

function collect(batches: readonly (readonly Article[])[]): FactPart[] {
  const collector = new FactCollector();
  return batches.map((articles) => {
    for (const one of articles) collector.add(toSubject(one));
    return structuredClone(collector.take());
  });
}

/** All claims as they are numbered: articles by id, sound claims before broken ones. */
function list(batches: readonly (readonly Article[])[]) {
  return batches
    .flat()
    .sort((a, b) => compareCodePoints(a.id, b.id))
    .flatMap(({ id: owner, claims }) =>
      [...claims.entries()]
        .sort(([, a], [, b]) => Number(a.broken) - Number(b.broken))
        .map(([place, one]) => ({ ...one, owner, place, live: !one.broken && one.status !== 'withdrawn' })),
    );
}

test('for any articles in any order', () => {
  fc.assert(
    fc.property(parts, claimId, (batches, name) => {
      const facts = new Facts(collect(batches));
      const claims = list(batches);
      expect(facts.size).toBe(claims.length);
      for (const [i, one] of claims.entries()) {
        expect(facts.id(i)).toBe(one.id);
        expect(facts.pointer(i)).toBe(`/claims/${one.place}`);
        expect(facts.file(i)).toBe(`raw/articles/${one.owner}.md`);
        expect([facts.status(i), facts.verdict(i), facts.isBroken(i)]).toEqual([one.status, one.verdict, one.broken]);
        expect(facts.sameAs(i)).toEqual(one.sameAs);
        expect(facts.isLive(i)).toBe(one.live);
        const wordsOf = (text: string) => listWords(text).join(' ');
        const twin = claims.findIndex((other) => other.live && wordsOf(other.text) === wordsOf(one.text));
        expect(facts.twins[i]).toBe(one.live && twin < i ? twin : -1);
      }
      expect([...facts.live]).toEqual(claims.flatMap(({ live }, i) => (live ? [i] : [])));
      for (const wanted of [name, ...claims.map((one) => one.id)])
        expect(facts.find(wanted)).toBe(claims.findIndex((one) => one.id === wanted));
      if (!facts.mayRepeatIds) expect(new Set(claims.map((one) => one.id)).size).toBe(claims.length);
    }),
    { numRuns: 2000 },
  );
});

test('clusters of few claims are those of all', () => {
  fc.assert(
    fc.property(parts, (batches) => {
      const facts = new Facts(collect(batches));
      const all = Array.from(facts.live, (i) => ({ id: facts.id(i), sameAs: facts.sameAs(i) }));
      expect(new Map(clusterLiveClaims(facts))).toEqual(new Map(clusterClaims(all)));
    }),
    { numRuns: 1000 },
  );
});

test('published claims that name others, and those that are named', () => {
  fc.assert(
    fc.property(fc.array(article, { maxLength: 4 }), fc.array(claimId), (articles, names) => {
      const [part] = collect([articles]);
      const inOrder = articles.flatMap(({ claims }) => [
        ...claims.filter(({ broken }) => !broken),
        ...claims.filter(({ broken }) => broken),
      ]);
      const published = inOrder
        .filter(({ status }) => status !== 'draft' && status !== 'withdrawn')
        .map((one) => ({ id: one.id, sameAs: one.sameAs }));
      const naming = published.filter(({ sameAs }) => sameAs.length > 0);
      expect(listNaming(part as FactPart)).toEqual(naming);
      const named = new Set(names);
      const tied = published.filter((one) => one.sameAs.length > 0 || named.has(one.id));
      expect(listPublished(part as FactPart, named)).toEqual(named.size === 0 ? [] : tied);
    }),
  );
});
