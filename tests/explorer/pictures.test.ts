import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { ExplorerDataset } from '../../scripts/explorer/dataset.ts';
import { h, textOf } from '../../scripts/explorer/nodes/node.ts';
import { renderHtml } from '../../scripts/explorer/nodes/renderHtml.ts';
import { originName } from '../../scripts/explorer/parts/showing.ts';
import { listPictures } from '../../scripts/explorer/pictures/listPictures.ts';
import { showMeasures } from '../../scripts/explorer/pictures/measures.ts';
import { findOriginName, nameOrigins } from '../../scripts/explorer/pictures/originName.ts';
import { drawBars, type Picture, showPicture } from '../../scripts/explorer/pictures/picture.ts';
import { parseView } from '../../scripts/explorer/view/viewState.ts';
import type { EntityRow } from '../../scripts/schemas/generated/types.ts';
import { makeDataset, withClaims } from './datasetFixture.ts';
import { showingOf } from './page.ts';

function draw(dataset: ExplorerDataset): ReadonlyMap<string, Picture> {
  const { showing, survey } = showingOf(dataset);
  return new Map(listPictures(showing, survey.counts, dataset.manifest).map((picture) => [picture.id, picture]));
}

const dataset = makeDataset({ claims: 120 });
const claims = [...dataset.claims()];
const { showing } = showingOf(dataset);
const pictures = draw(dataset);
const empty = draw(makeDataset({ claims: 0 }));
const sum = (list: readonly unknown[]) =>
  list.reduce<number>((total, one) => total + (typeof one === 'number' ? one : 0), 0);
const rows = (id: string) => pictures.get(id)?.table.rows ?? [];

describe.each([...pictures].map(([id, picture]) => [id, picture] as const))('%s', (id, picture) => {
  const html = renderHtml(showPicture(showing, picture));
  const { document } = parseHTML(`<body>${html}</body>`);

  it('is named, and so is every link in it', () => {
    for (const svg of document.querySelectorAll('svg.plot'))
      expect(svg.getAttribute('aria-label')).toMatch(/The table has the numbers\.$/);
    for (const link of document.querySelectorAll('a'))
      expect(`${link.getAttribute('aria-label') ?? ''}${link.textContent}`).not.toBe('');
  });

  it('leads to claims: every link is a view', () => {
    for (const link of document.querySelectorAll('a'))
      expect(parseView(link.getAttribute('href') ?? '').name).not.toBe('home');
  });

  it('brings no style of its own, which the page’s policy would refuse', () => {
    expect(html).not.toMatch(/<style|style=/);
  });

  it('has a table of full rows', () => {
    expect(picture.table.rows.length).toBeGreaterThan(0);
    for (const row of picture.table.rows) expect(row.length).toBe(picture.table.columns.length);
  });

  it('draws nothing of a dataset without claims', () => {
    expect(empty.get(id)?.draw ?? null).toBeNull();
  });

  it('is not wider than it is asked to be', () => {
    for (const width of [720, 328]) {
      if (!picture.draw) continue;
      const drawing = renderHtml(picture.draw(width));
      for (const [, x, length] of drawing.matchAll(/<rect[^>]*? x="([\d.]+)"[^>]*? width="([\d.]+)"/g))
        expect(Number(x) + Number(length)).toBeLessThanOrEqual(width);
    }
  });
});

describe('the numbers behind the pictures', () => {
  it('verdicts: every claim once, and the sum beside it', () => {
    expect(sum(rows('verdicts-by-article').flat())).toBe(2 * claims.length);
  });

  it('verdicts: say that they rank nobody', () => {
    expect(textOf(pictures.get('verdicts-by-article')?.note)).toContain('must not be used to rank publishers');
  });

  it('topics: every claim once for each of its topics', () => {
    expect(rows('topics-by-article').length).toBe(claims.reduce((total, claim) => total + claim.topics.length, 0));
  });

  it('time line: every claim and every dated piece of evidence once', () => {
    const evidence = claims.flatMap((claim) => claim.evidence);
    expect(sum(rows('time-line').flat())).toBe(claims.length + evidence.length);
  });

  it('time line: what lies far from the rest is counted in words', () => {
    const old = structuredClone(claims.find((claim) => claim.evidence.length > 0));
    if (!old?.evidence[0]) throw new Error('The fixture has no evidence.');
    old.evidence = [{ ...old.evidence[0], published_first: '1988-05-01' }];
    const picture = draw(withClaims(dataset, [old])).get('time-line');
    expect(picture?.table.rows[0]).toEqual(['1988-04-25', 0, 1]);
    expect(textOf(picture?.note)).toContain('in the table only: 1 date, 1 May 1988.');
  });

  it('time line: a claim that is dated by its last day alone is not called undated', () => {
    const [claim] = claims;
    if (!claim) throw new Error('The fixture has no claim.');
    const open = { ...claim, claim_date: '../2023-03-17', claim_date_first: null, evidence: [] };
    const note = textOf(draw(withClaims(dataset, [...claims.slice(1), open])).get('time-line')?.note);
    expect(note).toContain('Without a known first day, and so left out: 1 claim or piece of evidence.');
  });

  it('agreement: every pair of votes on a claim once, with sums of rows and columns', () => {
    const pairs = claims.filter((claim) => claim.annotations.length === 2).length;
    const table = rows('agreement');
    expect(sum(table.slice(0, -1).map((row) => row.at(-1)))).toBe(pairs);
    expect(table.at(-1)?.at(-1)).toBe(pairs);
    expect(textOf(pictures.get('agreement')?.note)).toContain(
      `${claims.length - pairs} of ${claims.length} claims have one vote`,
    );
  });

  it('agreement: one pair is no plural', () => {
    const [twice] = claims.filter((claim) => claim.annotations.length === 2);
    const note = twice && textOf(draw(withClaims(dataset, [twice])).get('agreement')?.note);
    expect(note).toMatch(/^1 pair of votes on the same claim;/);
  });

  it('agreement: says when nobody has judged twice', () => {
    const single = claims.map((claim) => ({ ...claim, annotations: claim.annotations.slice(0, 1) }));
    expect(textOf(draw(withClaims(dataset, single)).get('agreement')?.note)).toBe(
      'No claim has votes of two annotators yet.',
    );
  });

  it('foundations: every claim once by votes and once by confidence', () => {
    expect(sum(rows('foundations').map((row) => row.at(-1)))).toBe(2 * claims.length);
  });

  it('lag: every piece of evidence whose day and whose claim’s day are known', () => {
    const days = claims.flatMap((claim) => (/^\d{4}-\d{2}-\d{2}$/.test(claim.claim_date ?? '') ? claim.evidence : []));
    expect(sum(rows('lag').flat())).toBe(days.length);
  });

  it('origins: a claim counts once for each of them', () => {
    const known = claims.reduce(
      (total, claim) => total + new Set(claim.evidence.flatMap((item) => item.origin ?? [])).size,
      0,
    );
    expect(sum(rows('origins').map((row) => row[1]))).toBe(known);
  });
});

describe('a claim whose votes differ', () => {
  const open = claims.map((claim, at) => (at === 0 ? { ...claim, verdict: null, status: 'disputed' as const } : claim));
  const drawn = draw(withClaims(dataset, open));
  const table = (id: string) => drawn.get(id)?.table;

  it('counts among the claims of its article, under a name of its own', () => {
    const { columns = [], rows: all = [] } = table('verdicts-by-article') ?? {};
    expect(sum(all.map((row) => row.at(-1)))).toBe(claims.length);
    expect(sum(all.map((row) => row[columns.indexOf('Not settled')]))).toBe(1);
    const picture = drawn.get('verdicts-by-article')?.draw?.(720);
    expect(picture && textOf(picture)).toContain('Not settled 1');
  });

  it('counts by its votes and by its confidence', () => {
    expect(sum((table('foundations')?.rows ?? []).map((row) => row.at(-1)))).toBe(2 * claims.length);
  });

  it('is no column where every claim has a verdict', () => {
    expect(pictures.get('verdicts-by-article')?.table.columns).not.toContain('Not settled');
    expect(pictures.get('foundations')?.table.columns).not.toContain('Not settled');
  });
});

describe('a claim that nobody here has voted on', () => {
  const imported = claims.map((claim, at) => (at < 3 ? { ...claim, annotations: [] } : claim));
  const drawn = draw(withClaims(dataset, imported));

  it('does not count as one with one vote', () => {
    const of = (label: string, of: ReadonlyMap<string, Picture>) =>
      of
        .get('foundations')
        ?.table.rows.find((row) => row[1] === label)
        ?.at(-1);
    const single = imported.filter((claim) => claim.annotations.length === 1).length;
    expect([of('no vote here', drawn), of('one vote only', drawn)]).toEqual([3, single]);
    expect(of('no vote here', pictures)).toBeUndefined();
    expect(textOf(drawn.get('agreement')?.note)).toContain(`${single + 3} of 120 claims have one vote or none`);
  });
});

describe('claims whose votes differ between three verdicts', () => {
  it('are among those to which their bar leads', () => {
    const [two] = claims.filter((claim) => claim.annotations.length === 2);
    const [one, other] = two?.annotations ?? [];
    if (!two || !one || !other) throw new Error('The fixture has no claim with two votes.');
    const annotations = ['supported', 'refuted', 'misleading'].map((verdict, at) => ({
      ...one,
      verdict,
      annotator: `a${at}`,
    }));
    const picture = draw(withClaims(dataset, [{ ...two, annotations }]))
      .get('foundations')
      ?.draw?.(720);
    const { document } = parseHTML(picture ? renderHtml(picture) : '');
    const links = [...document.querySelectorAll('a')].map((link) => parseView(link.getAttribute('href') ?? ''));
    expect(links.map((view) => (view.name === 'claims' ? view.filters.values.votes : []))).toContainEqual([
      'misleading|refuted|supported',
    ]);
  });
});

describe('a cell of the matrix of votes', () => {
  it('leads to all claims between whose votes it stands, those with a third verdict too', () => {
    const [two] = claims.filter((claim) => claim.annotations.length === 2);
    const [vote] = two?.annotations ?? [];
    if (!two || !vote) throw new Error('The fixture has no claim with two votes.');
    const annotations = ['supported', 'refuted', 'misleading'].map((verdict, at) => ({
      ...vote,
      verdict,
      annotator: `a${at}`,
    }));
    const drawn = draw(withClaims(dataset, [{ ...two, annotations }]));
    const { document } = parseHTML(renderHtml(showPicture(showing, drawn.get('agreement') as Picture)));
    const links = [...document.querySelectorAll('.matrix a')].map((link) => parseView(link.getAttribute('href') ?? ''));
    expect(links.map((view) => view.name === 'claims' && view.filters.values.votes)).toEqual(
      Array(3).fill(['misleading|refuted|supported']),
    );
  });
});

describe('the confidence of a claim', () => {
  it('is told as what it is: that of the votes for its verdict, not of every vote', () => {
    expect(textOf(pictures.get('foundations')?.draw?.(720))).toContain('Claims by confidence in their verdict');
    expect(textOf(pictures.get('foundations')?.note)).toContain(
      'Confidence is the lowest among the votes for a claim’s verdict.',
    );
  });

  it('is not called missing where votes differ: none of them is for a verdict that holds', () => {
    const open = claims.map((claim, at) => (at === 0 ? { ...claim, verdict: null, confidence: null } : claim));
    const row = draw(withClaims(dataset, open)).get('foundations')?.table.rows.at(-1);
    expect([row?.[1], row?.at(-1)]).toEqual(['no verdict, or no vote for it', 1]);
  });
});

describe('the table behind a picture', () => {
  it('tells columns of numbers from columns of text', () => {
    const [columns, row] = [
      ['What', 'Value', 'All'],
      ['Votes', 'one vote only', 3],
    ];
    const picture: Picture = { id: 'x', title: 'x', note: '', table: { columns, rows: [row] }, draw: null } as Picture;
    const { document } = parseHTML(renderHtml(showPicture(showing, picture)));
    expect([...document.querySelectorAll('.number')].map(({ textContent }) => textContent)).toEqual(['All', '3']);
  });
});

describe('bars', () => {
  const starts = (id: string, width: number) => {
    const drawing = pictures.get(id)?.draw?.(width);
    const { document } = parseHTML(drawing ? renderHtml(drawing) : '');
    return new Set([...document.querySelectorAll('rect.edge')].map((bar) => bar.getAttribute('x')));
  };

  it.each(['verdicts-by-article', 'foundations'])('of all panels begin at one place: %s', (id) => {
    for (const width of [720, 328]) expect(starts(id, width).size).toBe(1);
  });

  it('have a label that is cut at its end, and told to be, where it takes more than half of the width', () => {
    const label = 'A very long name of a verdict that nobody could draw';
    const text = drawBars([{ label, count: 1, className: 'v0', href: null }], 1, 0, 328)
      .map((bar) => textOf(bar))
      .join('');
    expect(text).toMatch(/^A very long name.*… 1$/);
  });
});

describe('the days between a claim and its evidence', () => {
  it('are told as before or after, not by a sign', () => {
    const dated = structuredClone(claims.find((claim) => claim.evidence.length > 0));
    if (!dated?.evidence[0]) throw new Error('The fixture has no evidence.');
    dated.claim_date = '2024-05-02';
    dated.evidence = ['2024-04-30', '2024-05-02', '2024-05-03'].map((published) => ({
      ...(dated.evidence[0] as (typeof dated.evidence)[number]),
      published,
    }));
    expect(textOf(draw(withClaims(dataset, [dated])).get('lag')?.note)).toContain(
      'in the median the same day, the middle nine tenths from 2 days before to 1 day after.',
    );
  });

  it.each([
    [['2024-04-29', '2024-04-30', '2024-05-04', '2024-05-07'], 'the same day'],
    [['2024-05-03', '2024-05-04'], '1.5 days after'],
  ])('have the mean of the middle two as median where their number is even: %s', (days, median) => {
    const dated = structuredClone(claims.find((claim) => claim.evidence.length > 0));
    const [item] = dated?.evidence ?? [];
    if (!dated || !item) throw new Error('The fixture has no evidence.');
    dated.claim_date = '2024-05-02';
    dated.evidence = days.map((published) => ({ ...item, published }));
    expect(textOf(draw(withClaims(dataset, [dated])).get('lag')?.note)).toContain(`in the median ${median},`);
  });

  it('come with the rows that surely hold no later evidence: dates that do not decide are no proof of it', () => {
    expect(textOf(pictures.get('lag')?.note)).toMatch(/keeps only rows of evidence\.csv where after_claim is false/);
  });
});

describe('the name of an origin', () => {
  it.each([
    ['nbc-news', 'NBC News via CNBC', 'NBC News'],
    ['associated-press', 'Associated Press (Julie Pace) via Yahoo News', 'Associated Press'],
    ['the-times', 'The Times', 'The Times'],
    ['new-york-times', 'The New York Times', 'The New York Times'],
  ])('%s is written as in "%s"', (origin, publisher, name) => {
    expect(findOriginName(origin, publisher)?.name).toBe(name);
  });

  it('is that of an entity which is called so, where no publisher has it', () => {
    const entity = {
      entity_id: 'us-department-of-state',
      name: 'U.S. Department of State',
      aliases: ['US State Department'],
    };
    const found = { origins: [{ id: 'us-state-department' }, { id: 'abc-news' }], originNames: {} };
    expect(nameOrigins(found, [entity] as unknown as EntityRow[])).toEqual({
      'us-state-department': 'US State Department',
    });
  });

  it('is its id where the data has none: capital letters are not guessed', () => {
    expect(originName(showing, 'abc-news')).toBe('abc-news');
  });

  it('is not that of a publisher who only cites it', () => {
    expect(findOriginName('cnn', 'APA (citing CNN)')).toBeNull();
  });
});

describe('a dataset without topics', () => {
  it('has no grid of them, and says why', () => {
    const bare = draw(
      withClaims(
        dataset,
        claims.map((claim) => ({ ...claim, topics: [] })),
      ),
    ).get('topics-by-article');
    expect(bare?.grid).toBeFalsy();
    expect(textOf(bare?.note)).toBe('No claim has a topic.');
  });
});

describe('the key of the topic grid', () => {
  it('names the mark of every verdict that stands in it, and no other', () => {
    const { document } = parseHTML(renderHtml(showPicture(showing, pictures.get('topics-by-article') as Picture)));
    const named = [...document.querySelectorAll('.key .verdict')].map(({ textContent }) => textContent);
    const used = new Set(rows('topics-by-article').map((row) => row[3]));
    expect(new Set(named)).toEqual(used);
    expect(named).toHaveLength(used.size);
  });
});

describe('how far annotators agree', () => {
  const tableOf = (agreement: object) => {
    const { manifest } = dataset;
    const shown = renderHtml(
      h('div', {}, showMeasures({ ...manifest, counts: { ...manifest.counts, agreement } } as typeof manifest)),
    );
    return [...parseHTML(shown).document.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map(({ textContent }) => textContent),
    );
  };
  const all = {
    claims: 136,
    raw: 0.9637,
    kappa: null,
    alpha: 0.9364,
    alpha_interval: [0.8787, 0.9864],
    resamples: 2000,
  };

  it('is a row for each pair of annotators, and one for all of them', () => {
    const pair = { annotators: ['a1', 'a2'], claims: 46, raw: 0.9348, kappa: 0.8006, kappa_interval: [0.5848, 1] };
    expect(tableOf({ ...all, annotators: ['a1', 'a2', 'a3'], pairs: [pair] })).toEqual([
      ['a1 and a2', '46', '0.93', 'κ 0.80', '0.58 to 1.00'],
      ['All together', '136', '0.96', 'α 0.94', '0.88 to 0.99'],
    ]);
  });

  it('says of what was not measured that it was not, and nothing where nobody voted twice', () => {
    const two = { ...all, annotators: ['a1', 'a2'], raw: null, kappa: 0.71, alpha: null, alpha_interval: null };
    expect(tableOf(two)).toEqual([
      ['a1 and a2', '136', '–', 'κ 0.71', '–'],
      ['All together', '136', '–', '–', '–'],
    ]);
    expect(tableOf({ ...all, annotators: [], claims: 0 })).toEqual([]);
  });
});
