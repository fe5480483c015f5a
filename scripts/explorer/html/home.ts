// The dataset → the first screen: what it is, what to know before use, what it holds, how to cite and get it.
import { SCHEMAS } from '../../schemas/generated/registry.ts';
import type { ExplorerDataset } from '../dataset.ts';
import { type Child, h, type Node } from '../nodes/node.ts';
import type { PageFile } from '../pageMeta.ts';
import { showCitations } from '../parts/citations.ts';
import { sayDate } from '../parts/dates.ts';
import { groupDigits } from '../parts/groupDigits.ts';
import { showLicence } from '../parts/licence.ts';
import { drawMark, factList, listClasses, type Showing, showRuling, verdictLabel } from '../parts/showing.ts';
import { OPEN_VOTES, plural, sayBytes } from '../parts/wording.ts';
import type { Survey } from '../survey.ts';
import { listOf, NOT_SETTLED, type View } from '../view/viewState.ts';

/** Where a view stands as a plain page, null where none shows it. */
export type Still = (view: View) => string | null;

export function showHome(showing: Showing, dataset: ExplorerDataset, survey: Survey, still: Still = () => null): Child {
  const { citation, manifest } = dataset;
  return [
    h(
      'div',
      { class: 'lead' },
      h('p', { class: 'eyebrow' }, 'Fact-check dataset'),
      h('h1', { id: 'home-title', tabindex: -1, dir: 'auto' }, citation.title),
      citation.abstract !== null && h('p', { class: 'abstract', dir: 'auto' }, citation.abstract),
      h(
        'p',
        { class: 'live' },
        h(
          'a',
          { class: 'primary', href: showing.link(listOf({})) },
          `Browse ${groupDigits(manifest.counts.claims)} claims`,
        ),
        ' ',
        h(
          'a',
          { class: 'secondary', href: showing.link({ name: 'articles' }) },
          `See the ${plural(manifest.counts.articles, 'article')}`,
        ),
      ),
    ),
    showFacts(showing, dataset),
    showScale(showing, dataset, still),
    showCaution(showing, dataset, survey, still),
    showExamples(showing, survey, still),
    block('cite', 'How to cite', showCitations(showing)),
    showDownloads(dataset, survey.meta.files),
  ];
}

/** A link that a script follows, and what stands there without one: a link to a plain page, else the text alone. */
function linkBoth(showing: Showing, still: Still, view: View, ...content: readonly Child[]): Child {
  const href = still(view);
  return [
    h('a', { class: 'live', href: showing.link(view) }, content),
    href === null ? h('span', { class: 'still' }, content) : h('a', { class: 'still', href }, content),
  ];
}

function block(id: string, title: string, ...content: readonly Child[]): Node {
  return h(
    'section',
    { class: 'block', 'aria-labelledby': `${id}-title` },
    h('h2', { id: `${id}-title` }, title),
    ...content,
  );
}

function showFacts(showing: Showing, { citation, manifest: { counts } }: ExplorerDataset): Node {
  return factList([
    ['Version', citation.version],
    ['Released', citation.released === null ? 'not yet' : sayDate(citation.released)],
    ['Licence', showLicence(showing, citation.license)],
    ['Claims', groupDigits(counts.claims)],
    ['Articles', groupDigits(counts.articles)],
    ['Pieces of evidence', groupDigits(counts.evidence)],
  ]);
}

function showScale(showing: Showing, { verdicts, manifest: { counts } }: ExplorerDataset, still: Still): Node {
  const settled = Object.values(counts.claims_by_verdict);
  const open = counts.claims - settled.reduce((sum, count) => sum + count, 0);
  const most = Math.max(1, open, ...settled);
  const unsettled = { id: NOT_SETTLED, label: verdictLabel(showing, NOT_SETTLED), definition: OPEN_VOTES };
  const rows = [...verdicts, ...(open > 0 ? [unsettled] : [])].map(({ id, label, definition }, at) => {
    const count = id === NOT_SETTLED ? open : (counts.claims_by_verdict[id] ?? 0);
    return h(
      'li',
      {},
      linkBoth(
        showing,
        still,
        listOf({ verdict: [id] }),
        drawMark(showing, id),
        h('b', { dir: 'auto' }, label),
        ' ',
        h('span', { class: 'count' }, groupDigits(count), h('span', { class: 'sr' }, ' claims')),
      ),
      h(
        'svg',
        {
          class: `bar-of v${id === NOT_SETTLED ? -1 : at}`,
          viewBox: '0 0 100 6',
          preserveAspectRatio: 'none',
          'aria-hidden': 'true',
        },
        h('rect', { width: ((count / most) * 100).toFixed(2), height: 6 }),
      ),
      h('p', { dir: 'auto' }, definition),
    );
  });
  return block('scale', 'The verdicts', h('ul', { class: 'scale' }, rows));
}

/** Limits that the figures of the dataset show, and where its makers say the rest. */
function showCaution(
  showing: Showing,
  { documents, articles }: ExplorerDataset,
  { counts }: Survey,
  still: Still,
): Node {
  const sumOf = (kind: string): number =>
    listClasses(showing).reduce((sum, id) => sum + (counts.votes.get(`${kind} ${id}`) ?? 0), 0);
  const none = sumOf('none');
  let withheld = 0;
  for (const { text_status } of articles) if (text_status === 'withheld') withheld += 1;
  const alone = counts.origins.reduce((sum, origin) => sum + origin.alone, 0);
  const document = (id: string, text: string): Child =>
    documents.some((one) => one.id === id) && h('li', {}, linkBoth(showing, still, { name: 'document', id }, text));
  return block(
    'caution',
    'What to know before you use it',
    h(
      'ul',
      { class: 'plain caution' },
      h(
        'li',
        {},
        'A verdict judges the sentence of the claim as it is worded here. Quote both together, with the version.',
      ),
      h('li', {}, 'One article stands for no outlet: the figures rank nobody.'),
      h(
        'li',
        {},
        `${groupDigits(sumOf('one'))} of ${plural(counts.claims, 'claim')} rest on one vote, ${none > 0 ? `${groupDigits(none)} on the verdict of their source alone, ` : ''}${groupDigits(alone)} on one known origin.`,
      ),
      h(
        'li',
        {},
        `${groupDigits(counts.evidence.archived)} of ${groupDigits(counts.evidence.all)} pieces of evidence have an archived copy; the others may vanish from the web.`,
      ),
      withheld > 0 &&
        h(
          'li',
          {},
          `The text of ${plural(withheld, 'article')} is other people’s work and not part of the dataset; quotations are short.`,
        ),
      document('datasheet', 'Datasheet: how it was made, and what it must not be used for'),
      document('guidelines', 'Guidelines: the rules by which verdicts were given'),
      document('codebook', 'Codebook: what every column means'),
    ),
  );
}

function showExamples(showing: Showing, { examples }: Survey, still: Still): Child {
  if (examples.length === 0) return null;
  return block(
    'examples',
    'For example',
    h(
      'ul',
      { class: 'plain examples' },
      examples.map((claim) =>
        h(
          'li',
          {},
          showRuling(showing, claim),
          ' ',
          linkBoth(showing, still, { name: 'claim', id: claim.claim_id }, h('bdi', {}, claim.claim)),
        ),
      ),
    ),
  );
}

function showDownloads({ citation, manifest: { files } }: ExplorerDataset, places: readonly PageFile[]): Node {
  const how = new Map(places.map((place) => [place.path, place.how]));
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const whole = places.every((place) => place.how !== 'beside');
  const csv = files.find(({ path }) => path === 'claims.csv');
  const rows = files.map(({ path, bytes: size, sha256, rows: count }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, path, describeFile(path)),
      h('td', { 'data-name': 'Rows' }, count === null ? '–' : groupDigits(count)),
      h('td', { 'data-name': 'Size' }, sayBytes(size)),
      h(
        'td',
        {},
        h(
          'button',
          {
            type: 'button',
            class: 'live',
            'data-copy-text': sha256,
            'aria-label': `Copy the SHA-256 of ${path}`,
            title: sha256,
          },
          'SHA-256',
        ),
      ),
      h(
        'td',
        {},
        how.get(path) === 'beside'
          ? 'in the release'
          : h('button', { type: 'button', class: 'live', 'data-file': path, 'aria-label': `Save ${path}` }, 'Save'),
      ),
    ),
  );
  return h(
    'section',
    { class: 'block wide', 'aria-labelledby': 'files-title' },
    h('h2', { id: 'files-title' }, 'Downloads'),
    h(
      'p',
      {},
      citation.released === null
        ? 'Out of this page: saving needs no network. These files are not released yet, and may still change.'
        : 'Out of this page: saving needs no network, and the bytes are those of the release. Parquet files lie in the release archive.',
    ),
    h(
      'p',
      { class: 'live choices' },
      csv &&
        how.get('claims.csv') !== 'beside' &&
        h(
          'button',
          { type: 'button', class: 'choice', 'data-file': 'claims.csv' },
          h('b', {}, 'Claims as CSV'),
          ` ${sayBytes(csv.bytes)}`,
        ),
      ' ',
      whole &&
        h(
          'button',
          { type: 'button', class: 'choice', 'data-zip': true },
          h('b', {}, 'Everything as one ZIP'),
          ` ${plural(files.length, 'file')}, ${sayBytes(bytes)}`,
        ),
    ),
    h(
      'details',
      { class: 'all-files' },
      h('summary', {}, `All ${plural(files.length, 'file')}, with sizes and digests`),
      h(
        'table',
        { class: 'files' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ['File', 'Rows', 'Size', 'Digest', 'Save'].map((name) => h('th', { scope: 'col' }, name)),
          ),
        ),
        h('tbody', {}, rows),
      ),
    ),
  );
}

/** What a row means, in the schema's words, for a file that holds a table. */
function describeFile(path: string): Child {
  const schema: { description?: unknown } | undefined = Object.entries(SCHEMAS).find(
    ([name]) => path.endsWith('.csv') && name === `tables/${path.slice(0, -4)}.schema.json`,
  )?.[1];
  return typeof schema?.description === 'string' && h('span', { class: 'about' }, ` ${schema.description}`);
}
