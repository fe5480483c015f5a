// A claim's page: who asserts it and who is quoted, what was distorted, and quotations in other languages.
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { buildSite } from '../../scripts/explorer/buildSite.ts';
import { citeCsl } from '../../scripts/explorer/citation.ts';
import { type Node, textOf } from '../../scripts/explorer/nodes/node.ts';
import { renderHtml } from '../../scripts/explorer/nodes/renderHtml.ts';
import { showArticle, showArticleHead, showArticles } from '../../scripts/explorer/parts/article.ts';
import { showClaim, showWithdrawn, titleClaim } from '../../scripts/explorer/parts/claim.ts';
import { showComparison } from '../../scripts/explorer/parts/compare.ts';
import { nameRuling } from '../../scripts/explorer/parts/showing.ts';
import { showSource, showSources } from '../../scripts/explorer/parts/sources.ts';
import { bundlePage } from '../../scripts/platform/bundlePage.ts';
import type { ClaimRow } from '../../scripts/schemas/generated/types.ts';
import { makeDataset, withClaims } from './datasetFixture.ts';
import { PAGE_FOLDER, showingOf } from './page.ts';

const dataset = makeDataset({ claims: 6 });
const claims = [...dataset.claims()];
const files = [...buildSite(dataset, await bundlePage(PAGE_FOLDER), null)];

/** The page of a claim by its place in the dataset. */
function pageOf(place: number) {
  const { content } = files.find(({ path }) => path === `claims/${claims[place]?.claim_id}.html`) ?? {};
  return parseHTML(typeof content === 'string' ? content : [...((content ?? []) as Iterable<string>)].join(''))
    .document;
}

const nowhere = { back: { href: '#', text: '' }, previous: null, next: null, place: null };

/** The page of the first claim, with other values. */
function drawWith(values: Partial<(typeof claims)[number]>) {
  const [claim] = claims;
  if (!claim) throw new Error('The fixture has no claim.');
  return parseHTML(renderHtml(showClaim(showingOf(dataset).showing, { ...claim, ...values }, [], nowhere))).document;
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

test('a review by others is told in their words, with the ends of their scale and the verdict here', () => {
  const text = pageOf(2).querySelector('section[aria-labelledby=reviews-heading]')?.textContent;
  expect(text).toContain('Aldport Checks: Was the bridge shut?');
  expect(text).toContain('Its verdict: hamis (1, where 1 is worst and 5 is best)');
  expect(text).toContain('On the scale here: Refuted');
  expect(pageOf(3).querySelector('#reviews-heading')).toBeNull();
});

test('where a claim appeared is told, the first known place and its archived copy too', () => {
  const part = pageOf(2).querySelector('section[aria-labelledby=appearances-heading]');
  expect(part?.textContent).toContain('https://example.org/video/1');
  expect(part?.textContent).toContain('the first that is known; video; 10 April 2024; archived copy');
  expect(pageOf(3).querySelector('#appearances-heading')).toBeNull();
});

test('what a project asks of its articles stands on the page of the article, by its own title', () => {
  const { showing } = showingOf(dataset);
  const field = { name: 'desk', title: 'Desk', description: 'Who printed it.', type: 'array' } as const;
  const meta = { ...showing.meta, extra: { claims: [], articles: [field] } };
  const [article] = dataset.articles;
  if (!article) throw new Error('The fixture has no article.');
  const show = (desk: unknown) =>
    parseHTML(renderHtml(showArticle({ ...showing, meta }, { ...article, extra_desk: desk } as typeof article, [])))
      .document;
  expect(factOf(show(['city', 'harbour']), 'Desk')).toBe('city, harbour');
  expect(factOf(show(null), 'Desk')).toBeUndefined();
});

test.each([
  ['full', 'kept with the labels, and may be published'],
  ['withheld', 'not part of the dataset: it is other people’s work'],
  ['none', 'none recorded'],
] as const)('of an article whose text is "%s" the page says: %s', (text_status, said) => {
  const [article] = dataset.articles;
  if (!article) throw new Error('The fixture has no article.');
  const shown = showArticle(showingOf(dataset).showing, { ...article, text_status }, []);
  expect(factOf(parseHTML(renderHtml(shown)).document, 'Text')).toBe(said);
});

test('the counts of an article are those of all its claims, of one that nobody settled too', () => {
  const { showing } = showingOf(dataset);
  const [article] = dataset.articles;
  if (!article) throw new Error('The fixture has no article.');
  const open = claims.map((claim, at) => (at === 0 ? { ...claim, verdict: null } : claim));
  const counts = parseHTML(renderHtml(showArticle(showing, article, open))).document.querySelector('.counts');
  const links = [...(counts?.querySelectorAll('a') ?? [])].map(({ textContent }) => textContent ?? '');
  const told = links.flatMap((text) => / (\d+)$/.exec(text)?.[1] ?? []).map(Number);
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(claims.length);
  expect(links).toContain(' Not settled 1');
});

test('an imported verdict is told in the words of its source, which are not those of the scale', () => {
  const votesOf = (verdict_native: string | null) =>
    drawWith({ status: 'imported', annotations: [], verdict: 'misleading', verdict_native }).querySelector(
      'section[aria-labelledby=votes-heading]',
    );
  const told = votesOf('Half <b>true</b>');
  expect(told?.querySelector('q[dir=auto]')?.textContent).toBe('Half <b>true</b>');
  expect(told?.textContent).toContain('The verdict is that of its source, which says ');
  expect(votesOf(null)?.textContent).toContain('The verdict is that of its source; nobody has judged the claim here.');
});

test('a title of evidence that the annotator gave is told from one that can be quoted, wherever it stands', () => {
  const [one, other] = claims;
  const item = claims.flatMap(({ evidence }) => evidence).find(({ url, title }) => url !== null && title !== null);
  if (!one || !other || !item?.url) throw new Error('The fixture has too few claims, or no evidence with a title.');
  const { showing } = showingOf(dataset);
  const draw = (title_basis: NonNullable<typeof item.title_basis>) => {
    const [left, right] = [one, other].map((claim) => ({ ...claim, evidence: [{ ...item, title_basis }] }));
    if (!left || !right) throw new Error('Two claims gave none.');
    return [
      showClaim(showing, left, [], nowhere),
      showSource(showing, 'site', new URL(item.url ?? '').hostname, [left]),
      showComparison(showing, left, right),
    ].map((page) => textOf(page).includes('title inferred, not printed on the page'));
  };
  expect(draw('inferred')).toEqual([true, true, true]);
  expect(draw('page')).toEqual([false, false, false]);
  expect(draw('url')).toEqual([false, false, false]);
});

test('a claim without evidence says what is recorded, not that no source exists', () => {
  const text = drawWith({ evidence: [] }).querySelector('section[aria-labelledby=evidence-heading]')?.textContent;
  expect(text).toContain('No evidence is recorded.');
});

test('beside the meaning of a verdict stands that no evidence is recorded, and only where none is', () => {
  const said = (values: Parameters<typeof drawWith>[0]) => drawWith(values).querySelector('.definition')?.textContent;
  const [evidence] = claims.flatMap((claim) => (claim.evidence.length > 0 ? [claim.evidence] : []));
  expect(said({ verdict: 'supported', evidence: [] })).toBe(
    'Supported: When a claim is supported. No evidence is recorded for this claim here.',
  );
  expect(said({ verdict: 'supported', evidence: evidence ?? [] })).toBe('Supported: When a claim is supported.');
});

test('a verdict of the source is told from one that was given here, wherever it stands', () => {
  const imported = claims.map((claim, at) => ({ ...claim, status: at === 0 ? 'imported' : claim.status }) as ClaimRow);
  const [claim, other] = imported;
  if (!claim || !other) throw new Error('The fixture has too few claims.');
  const { showing } = showingOf(withClaims(dataset, imported));
  const said = 'Supported (imported verdict)';
  const [one, two] = [claim, other].map((row) => ({ ...row, verdict: 'supported' })) as [ClaimRow, ClaimRow];
  // The strip of an article is drawn at two widths; a claim's own page has its verdict in both of its citations.
  const pages: readonly (readonly [name: string, times: number, page: Node])[] = [
    ['its own page', 3, showClaim(showing, one, [], nowhere)],
    ['the page of the same claim elsewhere', 1, showClaim(showing, two, [one], nowhere)],
    ['its article', 3, showArticle(showing, one.article, [one, two])],
    ['its source', 1, showSource(showing, 'site', 'example.org', [two, { ...one, evidence: two.evidence }])],
    ['a comparison', 1, showComparison(showing, one, two)],
  ];
  for (const [name, times, page] of pages) expect(textOf(page).split(said).length - 1, name).toBe(times);
  expect(titleClaim(showing, one)).toBe(`${said}: ${one.claim}`);
  expect(
    citeCsl(showing.meta.citation, { id: 'x', text: 'x', url: null, verdict: nameRuling(showing, one) }),
  ).toContain(`[${said}]`);
  expect(titleClaim(showing, two)).toBe(`Supported: ${two.claim}`);
});

test('of more than two claims that are to be compared, those that are left out are named, and linked', () => {
  const [one, other] = claims;
  if (!one || !other) throw new Error('The fixture has too few claims.');
  const { showing } = showingOf(dataset);
  const draw = (...left: string[]) =>
    parseHTML(renderHtml(showComparison(showing, one, other, left))).document.querySelector('.page');
  expect(draw('gazette-0-c03', 'no"such')?.textContent).toContain(
    'Two claims are compared at a time. Left out: gazette-0-c03, no"such.',
  );
  expect(draw('gazette-0-c03')?.querySelector('a[href="#claim/gazette-0-c03"]')).not.toBeNull();
  expect(draw()?.textContent).not.toContain('Left out');
});

test('a comparison has in common what stands under both, not all that has no address', () => {
  const [one, other] = claims;
  const [item] = claims.flatMap(({ evidence }) => evidence);
  if (!one || !other || !item) throw new Error('The fixture has too few claims.');
  const at = (locator_page: string | null) => [{ ...item, url: null, title: null, locator_page }];
  const commonOf = (left: string | null, right: string | null) => {
    const page = showComparison(
      showingOf(dataset).showing,
      { ...one, evidence: at(left) },
      { ...other, evidence: at(right) },
    );
    return parseHTML(renderHtml(page)).document.querySelector('section[aria-labelledby=common-heading]')?.textContent;
  };
  expect(commonOf('Aldport', 'Corvale')).toContain('No source stands under both.');
  expect(commonOf(null, null)).toContain('No source stands under both.');
  expect(commonOf('Aldport', 'Aldport')).toContain(`${item.publisher}: Aldport`);
});

test('a comparison names the article where it speaks, also where its publisher is not known', () => {
  const [one, other] = claims;
  if (!one || !other) throw new Error('The fixture has too few claims.');
  const own = { claimant: 'unknown', asserted_by: 'unknown' };
  const page = showComparison(
    showingOf(dataset).showing,
    { ...one, ...own, claimant_kind: 'article', asserted_by_kind: 'article' },
    { ...other, ...own, claimant_kind: 'unknown', asserted_by_kind: 'unknown' },
  );
  const { document } = parseHTML(renderHtml(page));
  const row = (label: string) =>
    [...(document.querySelectorAll('tr') ?? [])]
      .find((tr) => tr.firstElementChild?.textContent === label)
      ?.querySelectorAll('td');
  for (const label of ['Claimant', 'Asserted by'])
    expect([...(row(label) ?? [])].map(({ textContent }) => textContent)).toEqual(['the article', 'unknown']);
});

test('what was settled, and why a claim was withdrawn, is written in its own direction', () => {
  const { showing } = showingOf(dataset);
  const said = 'السجل (log) هو الوثيقة الأولى.';
  const settled = drawWith({ adjudication: said }).querySelector('.votes + p [dir=auto]');
  expect(settled?.textContent).toBe(said);
  const [row] = showing.meta.withdrawn;
  if (!row) throw new Error('The fixture has no claim that was withdrawn.');
  const page = renderHtml(showWithdrawn(showing, { ...row, reason: said }, nowhere));
  expect([...parseHTML(page).document.querySelectorAll('bdi')].map(({ textContent }) => textContent)).toContain(said);
});

test('what a verdict means is written in the direction of its own script', () => {
  const { showing } = showingOf(dataset);
  const [claim] = claims;
  if (!claim) throw new Error('The fixture has no claim.');
  const directionOf = (label: string, definition: string) => {
    const verdicts = [{ id: claim.verdict ?? '', label, definition }];
    const way = { back: { href: '#', text: '' }, previous: null, next: null, place: null };
    const page = showClaim({ ...showing, meta: { ...showing.meta, verdicts } }, claim, [], way);
    return parseHTML(renderHtml(page)).document.querySelector('.definition')?.getAttribute('dir');
  };
  expect(directionOf('صحيح', 'The evidence bears it out.')).toBe('ltr');
  expect(directionOf('Supported', 'الأدلة تؤيد الادعاء.')).toBe('rtl');
});

test('a claim that was withdrawn keeps its id, and says from which article it was', () => {
  const { showing } = showingOf(dataset);
  const [row] = showing.meta.withdrawn;
  if (!row) throw new Error('The fixture has no claim that was withdrawn.');
  const way = { back: { href: '#', text: '' }, previous: null, next: null, place: null };
  const page = parseHTML(renderHtml(showWithdrawn(showing, { ...row, version: '1.1.0' }, way))).document;
  expect(factOf(page, 'Id')).toBe(row.claim_id);
  expect(factOf(page, 'Version')).toBe('1.1.0');
  expect(factOf(page, 'Article')).toBe(claims[0]?.article.title);
});

test('an article without a title is told by its id, in its page, in the list and in heads of tables', () => {
  const { showing } = showingOf(dataset);
  const [titled] = dataset.articles;
  if (!titled) throw new Error('The fixture has no article.');
  const article = { ...titled, title: null };
  const page = parseHTML(renderHtml(showArticle(showing, article, []))).document;
  expect(page.querySelector('h1')?.textContent).toBe(article.article_id);
  const list = parseHTML(renderHtml(showArticles(showing, [article], () => ({})))).document;
  expect(list.querySelector('h2 a')?.textContent).toBe(article.article_id);
  expect(textOf(showArticleHead(article))).toContain(article.article_id);
});

test('a correction of a date is told in words, and a sentence has one full stop', () => {
  const [claim] = claims;
  if (!claim) throw new Error('The fixture has no claim.');
  const revisions = [
    { date: '2024-06-01', field: 'claim_date', from: '2024-04', to: '2024-04-29/2024-04-30', reason: 'It was night.' },
    { date: '2024-06-02', field: 'text', from: 'It shut', to: 'It was shut.', reason: 'A verb was missing.' },
  ];
  const way = { back: { href: '#', text: '' }, previous: null, next: null, place: null };
  const node = showClaim(showingOf(dataset).showing, { ...claim, revisions } as typeof claim, [], way);
  const history = parseHTML(renderHtml(node)).document.querySelector('.history')?.textContent;
  expect(history).toContain('claim date: April 2024 became between 29 and 30 April 2024. It was night.');
  expect(history).toContain('became It was shut. A verb was missing.');
});

test('a correction of a verdict is told by the names of the scale', () => {
  const history = pageOf(1).querySelector('.history')?.textContent;
  expect(history).toContain('verdict: Refuted became ');
});

test('a claim without a revision that a version changed says in which, and nowhere that it never changed', () => {
  const claim = claims.find(({ revisions }) => revisions.length === 0);
  if (!claim) throw new Error('Every claim of the fixture has a revision.');
  const { showing } = showingOf(dataset);
  const change = { table: 'claims', id: claim.claim_id, kind: 'changed', column: 'justification' };
  const changes = [{ version: '1.1.0', date: '2024-06-01', added: {}, changed: [change], left: 0 }];
  const nowhere = { back: { href: '#', text: '' }, previous: null, next: null, place: null };
  const changed = { ...showing, meta: { ...showing.meta, changes } } as unknown as typeof showing;
  const textOf = (shown: typeof showing): string =>
    parseHTML(renderHtml(showClaim(shown, claim, [], nowhere))).document.documentElement?.textContent ?? '';
  expect(textOf(changed)).toContain('No revision tells what changed, or why.Changed in 1.1.0');
  expect(textOf(changed)).not.toContain('Unchanged');
});

test('sources have no head of what there is none of, and one sentence where there is nothing', () => {
  const { showing } = showingOf(dataset);
  const one = [{ id: 'example.org', claims: 1, alone: 1 }];
  const heads = (...counts: Parameters<typeof showSources> extends [unknown, ...infer R] ? R : never) =>
    [...parseHTML(renderHtml(showSources(showing, ...counts))).document.querySelectorAll('h2')].map(
      ({ textContent }) => textContent,
    );
  expect(heads(one, one)).toEqual(['Who first reported it (1)', 'Where it was read (1)']);
  expect(heads([], one)).toEqual(['Where it was read (1)']);
  expect(heads([], [])).toEqual([]);
  expect(textOf(showSources(showing, [], []))).toContain(
    'No evidence with an address or a first reporter is recorded.',
  );
});
