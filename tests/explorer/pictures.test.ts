import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { pictureAgreement } from '../../scripts/explorer/pictures/agreement.ts';
import { pictureContradictions } from '../../scripts/explorer/pictures/contradictions.ts';
import type { Picture } from '../../scripts/explorer/pictures/picture.ts';
import { pictureTime } from '../../scripts/explorer/pictures/timeLine.ts';
import { pictureVerdicts } from '../../scripts/explorer/pictures/verdictsByPublisher.ts';
import { makeDataset } from './datasetFixture.ts';

const dataset = makeDataset({ claims: 120 });
const empty = makeDataset({ claims: 0 });
const all = [pictureVerdicts, pictureTime, pictureAgreement, pictureContradictions];
const numbers = (picture: Picture) => picture.table.rows.flat().filter((cell) => typeof cell === 'number');
const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);

describe.each(all.map((draw) => [draw.name, draw] as const))('%s', (_, draw) => {
  const picture = draw(dataset);

  it('is drawn at both widths, named as a whole for a screen reader', () => {
    for (const svg of [picture.svg?.wide, picture.svg?.narrow]) {
      const { document } = parseHTML(`<body>${svg ?? ''}</body>`);
      expect(document.querySelector('svg')?.getAttribute('role')).toBe('img');
      expect(document.querySelector('svg')?.getAttribute('aria-label')).toMatch(/The table has the numbers\.$/);
      expect(document.querySelectorAll('[aria-label]').length).toBe(1);
    }
  });

  it('brings no style of its own, which the page’s policy would refuse', () => {
    expect(picture.svg?.wide).not.toMatch(/<style|style=/);
  });

  it('has a table of full rows', () => {
    expect(picture.table.rows.length).toBeGreaterThan(0);
    for (const row of picture.table.rows) expect(row.length).toBe(picture.table.columns.length);
  });

  it('draws nothing of a dataset without claims, and says so or has an empty table', () => {
    expect(draw(empty).svg).toBeNull();
  });
});

describe('the numbers behind the pictures', () => {
  it('verdicts: every claim once, and the sum beside it', () => {
    expect(sum(numbers(pictureVerdicts(dataset)))).toBe(2 * dataset.claims.length);
  });

  it('time line: every claim and every dated piece of evidence once', () => {
    const evidence = dataset.claims.flatMap((claim) => claim.evidence);
    expect(sum(numbers(pictureTime(dataset)))).toBe(dataset.claims.length + evidence.length);
  });

  it('time line: what lies far from the claims stands in the table only, and is counted in words', () => {
    const old = structuredClone(dataset.claims.find((claim) => claim.evidence.length > 0));
    if (!old?.evidence[0]) throw new Error('The fixture has no evidence.');
    old.evidence = [{ ...old.evidence[0], published_first: '1988-05-01' }];
    const picture = pictureTime({ ...dataset, claims: [old] });
    expect(picture.table.rows[0]).toEqual(['1988-05', 0, 1]);
    expect(picture.note).toContain('in the table only: 1.');
  });

  it('agreement: every pair of votes on a claim once', () => {
    const pairs = dataset.claims.filter((claim) => claim.annotations.length === 2).length;
    expect(sum(numbers(pictureAgreement(dataset)))).toBe(pairs);
  });

  it('agreement: says when nobody has judged twice', () => {
    const claims = dataset.claims.map((claim) => ({ ...claim, annotations: claim.annotations.slice(0, 1) }));
    const picture = pictureAgreement({ ...dataset, claims });
    expect(picture.svg).toBeNull();
    expect(picture.note).toBe('No claim has votes of two annotators yet.');
  });

  it('contradictions: a share is the claims with the best rating out of those with any', () => {
    for (const [topic, , borneOut, decided, share] of pictureContradictions(dataset).table.rows) {
      expect(share, String(topic)).toBe(Math.round((Number(borneOut) / Number(decided)) * 100));
    }
  });

  it('contradictions: five of five against none of five stand before one of one against none of one', () => {
    const make = (article_id: string, topic: string, verdict: string, count: number) =>
      Array.from({ length: count }, () => {
        const claim = structuredClone(dataset.claims[0]);
        if (!claim) throw new Error('The fixture has no claims.');
        return { ...claim, article_id, topics: [topic], verdict };
      });
    const claims = [
      ...make('a', 'harbour', 'supported', 1),
      ...make('b', 'harbour', 'refuted', 1),
      ...make('a', 'bridge', 'supported', 5),
      ...make('b', 'bridge', 'refuted', 5),
      ...make('a', 'elections', 'supported', 2),
      ...make('b', 'elections', 'supported', 2),
    ];
    const topics = pictureContradictions({ ...dataset, claims }).table.rows.map(([topic]) => topic);
    expect(topics).toEqual(['The bridge', 'The bridge', 'The harbour', 'The harbour']);
  });
});
