// Found claims → a table with chosen columns, as tabs for a spreadsheet, and the code that selects the same rows.
import type { CoreName } from '../data/columns.ts';
import { type Child, h } from '../nodes/node.ts';
import { distortionLabel, linkView, showRuling, topicLabel } from '../parts/showing.ts';
import { sayAgreement, sayMore, sayPublisher, words } from '../parts/wording.ts';
import { type CodeLanguage, LANGUAGES, writeCode } from '../view/reproduce.ts';
import type { Filters, Sort } from '../view/viewState.ts';
import { draw, make } from './dom.ts';
import { PRINTED, type ResultList } from './results.ts';
import { copyText } from './saving.ts';
import type { RowClaim, Store } from './store.ts';

interface TableColumn {
  readonly title: string;
  readonly sort?: Sort;
  readonly cell: (row: RowClaim, read: (column: CoreName) => string) => Child;
  readonly text: (row: RowClaim, read: (column: CoreName) => string) => string;
}

const STEP = 100;
/** Rows that a copy may have. */
const COPIED = 50_000;

export interface TableView {
  readonly element: HTMLElement;
  readonly update: (places: readonly number[], filters: Filters) => Promise<void>;
  readonly shown: ResultList['shown'];
  readonly drawAllNow: ResultList['drawAllNow'];
}

export function makeTableView(store: Store, change: (part: Partial<Filters>) => void): TableView {
  const columns = listColumns(store);
  const chosen = new Set(
    ['verdict', 'claim', 'claimant', 'article', 'date', 'votes', 'evidence'].filter((name) =>
      Object.hasOwn(columns, name),
    ),
  );
  let places: readonly number[] = [];
  let filters: Filters | null = null;
  let drawn = 0;
  let turn = 0;
  const body = make('tbody');
  const head = make('thead');
  const table = make('div', { class: 'scroll table', tabindex: 0, role: 'region', 'aria-label': 'Claims as a table' });
  const grid = make('table', { class: 'claims-table' });
  grid.append(head, body);
  table.append(grid);
  const more = make('button', { type: 'button', class: 'more' });
  const readAt =
    (place: number) =>
    (column: CoreName): string =>
      String(store.value(place, column) ?? '');
  const names = (): string[] => Object.keys(columns).filter((name) => chosen.has(name));
  const grow = async (count: number): Promise<void> => {
    const now = turn;
    const next = places.slice(drawn, drawn + count);
    drawn += next.length;
    const rows = await store.readRows(next);
    if (now !== turn) return;
    append(rows, next);
    // What may be printed is read in advance.
    if (places.length <= PRINTED) setTimeout(() => now === turn && void store.readRows(places), 300);
  };
  const append = (rows: readonly RowClaim[], next: readonly number[]): void => {
    body.append(
      ...rows.map((row, at) =>
        draw(
          h(
            'tr',
            {},
            names().map((name) =>
              h(
                name === 'claim' ? 'th' : 'td',
                { dir: 'auto', scope: name === 'claim' && 'row' },
                columns[name]?.cell(row, readAt(next[at] ?? -1)),
              ),
            ),
          ),
        ),
      ),
    );
    more.hidden = drawn >= places.length;
    more.textContent = sayMore(STEP, places.length - drawn);
  };
  const redraw = async (): Promise<void> => {
    turn += 1;
    drawn = 0;
    body.replaceChildren();
    head.replaceChildren(
      draw(
        h(
          'tr',
          {},
          names().map((name) => showHead(name, columns[name], filters)),
        ),
      ),
    );
    for (const button of head.querySelectorAll<HTMLButtonElement>('button'))
      button.addEventListener('click', () => change({ sort: button.value as Sort }));
    await grow(STEP);
  };
  more.addEventListener('click', () => void grow(STEP));
  const copy = make('button', { type: 'button' }, 'Copy as tabs');
  copy.addEventListener('click', () => void copyRows().then((text) => copyText(text, copy)));
  const copyRows = async (): Promise<string> => {
    const some = places.slice(0, COPIED);
    const rows = await store.readRows(some);
    const lines = rows.map((row, at) =>
      ['claim_id', ...names()]
        .map((name) =>
          name === 'claim_id'
            ? row.claim_id
            : (columns[name]?.text(row, readAt(some[at] ?? -1)) ?? '').replace(/[\t\n\r]/g, ' '),
        )
        .join('\t'),
    );
    return [['claim_id', ...names()].join('\t'), ...lines].join('\n');
  };
  const boxes = Object.entries(columns).map(([name, { title }]) => {
    const box = make('input', { type: 'checkbox', value: name });
    box.checked = chosen.has(name);
    box.addEventListener('change', () => {
      if (box.checked) chosen.add(name);
      else chosen.delete(name);
      void redraw();
    });
    const label = make('label');
    label.append(box, ` ${title}`);
    return label;
  });
  const choice = make('details', { class: 'columns' }, h('summary', {}, 'Columns'));
  choice.append(...boxes);
  const code = make('pre', { class: 'citation', tabindex: 0, id: 'code' });
  const language = make(
    'select',
    {},
    Object.entries(LANGUAGES).map(([value, label]) => h('option', { value }, label)),
  );
  const showCode = (): void => {
    if (filters)
      code.textContent = writeCode(
        language.value as CodeLanguage,
        filters,
        places.map((place) => store.idAt(place)),
      );
  };
  language.addEventListener('change', showCode);
  const languageLabel = make('label', {}, 'Code for ');
  languageLabel.append(language);
  const copyCode = make('button', { type: 'button', 'data-copy': 'code' }, 'Copy');
  const codePart = make('details', { class: 'code' }, h('summary', {}, 'Code that selects the same claims'));
  codePart.addEventListener('toggle', () => codePart.open && showCode());
  codePart.append(languageLabel, ' ', copyCode, code);
  const tools = make('div', { class: 'tools' });
  tools.append(choice, copy);
  const element = make('div', { class: 'table-view' });
  element.append(tools, table, more, codePart);
  return {
    element,
    shown: () => drawn,
    drawAllNow: (most) => {
      const rest = places.slice(drawn, most);
      const rows = store.rowsNow(rest);
      if (!rows) return;
      drawn += rest.length;
      append(rows, rest);
    },
    update: async (next, asked) => {
      [places, filters] = [next, asked];
      if (codePart.open) showCode();
      await redraw();
    },
  };
}

function showHead(name: string, column: TableColumn | undefined, filters: Filters | null): Child {
  const { title = name, sort } = column ?? {};
  const now = sort !== undefined && filters?.sort === sort;
  return h(
    'th',
    {
      scope: 'col',
      'aria-sort': now
        ? sort === 'newest' || sort === 'votes' || sort === 'evidence'
          ? 'descending'
          : 'ascending'
        : null,
    },
    sort === undefined ? title : h('button', { type: 'button', class: 'sorter', value: sort }, title, now && ' ↓'),
  );
}

/** The columns that a table can show, by name; those that the data has. */
function listColumns(store: Store): Readonly<Record<string, TableColumn>> {
  const plain = (
    title: string,
    column: CoreName,
    sort?: Sort,
    say: (value: string) => string = words,
  ): TableColumn => ({
    title,
    ...(sort === undefined ? {} : { sort }),
    cell: (_, read) => say(read(column)),
    text: (_, read) => read(column),
  });
  const label = (id: string): string => store.meta.verdicts.find((verdict) => verdict.id === id)?.label ?? id;
  const same = (value: string): string => value;
  return {
    verdict: {
      title: 'Verdict',
      sort: 'verdict',
      cell: (row) => showRuling(store, row),
      text: ({ verdict }) => verdict ?? '',
    },
    claim: {
      title: 'Claim',
      sort: 'dataset',
      cell: (row) => linkView(store, { name: 'claim', id: row.claim_id }, row.claim),
      text: ({ claim }) => claim,
    },
    quote: {
      title: 'Quotation',
      cell: ({ quote, source_language }) => h('span', { lang: source_language }, quote ?? ''),
      text: ({ quote }) => quote ?? '',
    },
    claimant: plain('Claimant', 'claimant', 'claimant', same),
    ...(store.core.columns.asserted_by ? { asserter: plain('Asserted by', 'asserted_by', undefined, same) } : {}),
    article: {
      title: 'Article',
      sort: 'article',
      cell: ({ article }) => linkView(store, { name: 'article', id: article.article_id }, article.article_id),
      text: ({ article }) => article.article_id,
    },
    publisher: {
      title: 'Publisher',
      cell: ({ article }) => sayPublisher(article.publisher),
      text: ({ article }) => article.publisher,
    },
    date: {
      ...plain('Said', 'claim_date', 'newest', same),
      // Two days may stand on two lines, a day stands on one.
      cell: ({ claim_date }) =>
        claim_date
          .split('/')
          .map((day, at) => [
            at > 0 && ' ',
            h('span', { class: 'whole' }, day, at === 0 && claim_date !== day && ' /'),
          ]),
    },
    type: plain('Type', 'claim_type', 'type'),
    topic: plain('First topic', 'topics', undefined, (id) => (id === '' ? '' : topicLabel(store, id))),
    ...(store.core.columns.distortion
      ? {
          distortion: plain('Distortion', 'distortion', undefined, (id) =>
            id === '' ? '' : distortionLabel(store, id),
          ),
        }
      : {}),
    status: plain('Status', 'status'),
    agreement: plain('Agreement', 'agreement', undefined, (value) => sayAgreement(value, label)),
    votes: plain('Votes', 'votes', 'votes', same),
    confidence: plain('Confidence', 'confidence', 'confidence', same),
    evidence: plain('Evidence', 'evidence_count', 'evidence', same),
    origins: plain('Origins', 'origins_count', 'origins', same),
  };
}
