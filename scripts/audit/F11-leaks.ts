// Splits share nothing.
import { given } from '../exchange/missing.ts';
import { pageOf } from '../values/webPage.ts';
import { keyOf } from './columns.ts';
import type { AuditRule } from './rule.ts';
import { SharedKeys } from './sharing.ts';

/** What records may share, in the order in which it is told. */
const KINDS = ['id', 'words', 'nearly the words', 'evidence text', 'evidence page', 'article', 'cluster'] as const;
type Kind = (typeof KINDS)[number];

/** A page that more records cite joins everything: a statistics office is no leak. */
const MOST_CITING = 20;

const MAPPING = `files: [{ path: train.csv, split: train }, { path: test.csv, split: test }]
fields: { id: id, text: claim, verdict: verdict }
`;

export const leaks: AuditRule = {
  code: 'F11',
  title: 'A split shares nothing with another.',
  severity: 'error',
  scope: 'splits',
  rationale:
    'What a system has seen in training it knows in the test: an id, the words of a claim or nearly, the text or page of its evidence, its article, its cluster. Told at the later split, in the order train, dev, test. Pages that more than twenty records cite are left out.',
  examples: {
    good: [
      {
        mapping: MAPPING,
        files: {
          'train.csv': 'id,claim,verdict\n1,One bridge is shut,true\n',
          'test.csv': 'id,claim,verdict\n2,Two are,true\n',
        },
      },
    ],
    bad: [
      {
        mapping: MAPPING,
        files: {
          'train.csv': 'id,claim,verdict\n1,A bridge is shut,true\n',
          'test.csv': 'id,claim,verdict\n2,A BRIDGE is shut,true\n',
        },
        at: 'A BRIDGE is shut',
      },
    ],
  },
  open(data, report) {
    const kinds = new Map<Kind, SharedKeys>(KINDS.map((kind) => [kind, new SharedKeys()]));
    const add = (kind: Kind, key: number | null, number: number) => {
      if (key !== null) kinds.get(kind)?.add(key, number);
    };
    const addText = (kind: Kind, text: string | null, number: number) =>
      add(kind, text === null ? null : keyOf(text), number);
    const one =
      data.mapping.files.every(({ split }) => split === data.mapping.files[0]?.split) && !data.hasRole('split');
    if (one) return {};
    return {
      record(record, number) {
        if (data.splitOf(number) < 0) return;
        addText('id', given(record.values.id), number);
        add('words', data.wordings.keyAt(number), number);
        addText('cluster', given(record.values.cluster), number);
        const article = given(record.values.url);
        addText('article', article === null ? null : pageOf(article), number);
        const seen = new Set<number>();
        for (const { values } of record.lists.evidence ?? []) {
          const [text, url] = [given(values['text']), given(values['url'])];
          const words = text === null ? null : data.wordings.digest(text);
          if (words !== null && !seen.has(words)) add('evidence text', words, number);
          if (words !== null) seen.add(words);
          const page = url === null ? null : keyOf(pageOf(url));
          if (page !== null && !seen.has(page)) add('evidence page', page, number);
          if (page !== null) seen.add(page);
        }
      },
      end: () => {
        if (data.splits.length > 1) tellAll();
      },
    };

    function tellAll(): void {
      const ranks: number[] = [];
      data.orderSplits().forEach((split, rank) => {
        ranks[split] = rank;
      });
      const rank = (number: number) => ranks[data.splitOf(number)] ?? -1;
      /** Of each later record what it shares with each earlier split, and the first record there. */
      const found = new Map<number, Map<number, { kinds: Set<Kind>; first: number }>>();
      const note = (kind: Kind, number: number, first: number) => {
        const by = found.get(number) ?? new Map<number, { kinds: Set<Kind>; first: number }>();
        found.set(number, by);
        const entry = by.get(rank(first)) ?? { kinds: new Set<Kind>(), first };
        by.set(rank(first), entry);
        entry.kinds.add(kind);
      };
      for (const kind of KINDS) {
        const most = kind === 'evidence page' ? MOST_CITING : Number.POSITIVE_INFINITY;
        kinds.get(kind)?.forEachShared(rank, most, (number, first) => note(kind, number, first));
      }
      for (const [a, b] of data.listNear()) {
        if (rank(a) === rank(b) || rank(a) < 0 || rank(b) < 0) continue;
        const [later, earlier] = rank(a) > rank(b) ? [a, b] : [b, a];
        note('nearly the words', later, earlier);
      }
      for (const [number, by] of [...found].sort(([a], [b]) => a - b))
        for (const [, { kinds: shared, first }] of [...by].sort(([a], [b]) => a - b)) tell(number, first, shared);
    }

    function tell(number: number, first: number, shared: ReadonlySet<Kind>): void {
      const [is, was] = [data.verdictOf(number), data.verdictOf(first)];
      const same = shared.has('id') || shared.has('words');
      const other = same && is !== null && was !== null && is !== was ? 'verdicts' : null;
      const differ =
        other ?? (shared.has('id') && data.contents.at(number) !== data.contents.at(first) ? 'records' : null);
      const list = KINDS.filter((kind) => shared.has(kind));
      const role =
        shared.has('words') || shared.has('nearly the words')
          ? 'text'
          : shared.has('id')
            ? 'id'
            : shared.has('article')
              ? 'url'
              : 'text';
      report({
        place: data.placeOf(number, role),
        rows: [number, first],
        message: `A record of ${nameOf(number)} shares with ${nameOf(first)}: ${list.join(', ')}${differ === null ? '' : `; the ${differ} differ`}.`,
        expected: `nothing that ${nameOf(first)} has`,
        related: [
          { ...data.placeOf(first, role), message: `This record of ${nameOf(first)} is the first that has it.` },
        ],
      });
    }

    function nameOf(number: number): string {
      const name = data.splits[data.splitOf(number)] ?? '';
      return name === '' ? 'the rest' : `\`${name}\``;
    }
  },
};
