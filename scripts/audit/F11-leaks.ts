// Splits share nothing.
import { claimOf } from '../exchange/claimOf.ts';
import { given } from '../exchange/missing.ts';
import { EDGE_OF, MOST_CITING_GROUPS, SHARED, SHARED_TIES, TIES } from '../splits/links.ts';
import { Groups } from '../splits/unionFind.ts';
import { keyOf } from './columns.ts';
import type { AuditRule } from './rule.ts';
import { SharedKeys } from './sharing.ts';

/** What records may share, in the order in which it is told: an id, and all that `splits` ties claims by. */
const KINDS = ['id', ...TIES] as const;
type Kind = (typeof KINDS)[number];
const NAMES: Readonly<Partial<Record<Kind, string>>> = { text: 'words', near: 'nearly the words' };

const MAPPING = `files: [{ path: train.csv, split: train }, { path: test.csv, split: test }]
fields: { id: id, text: claim, verdict: verdict }
`;

export const leaks: AuditRule = {
  code: 'F11',
  title: 'A split shares nothing with another.',
  severity: 'error',
  scope: 'splits',
  rationale:
    'What a system has seen in training it knows in the test: an id, the words of a claim or nearly, the text or page of its evidence, its article, its cluster, its review, where it was made: all that `splits` ties claims by. Told at the later split, in the order train, dev, test. Evidence that more than twenty groups of claims cite is left out, as `splits` leaves it out.',
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
    const keysOf = (kind: Kind) => kinds.get(kind) as SharedKeys;
    const one =
      data.mapping.files.every(({ split }) => split === data.mapping.files[0]?.split) && !data.hasRole('split');
    if (one) return {};
    return {
      record(record, number) {
        if (data.splitOf(number) < 0) return;
        const id = given(record.values.id);
        if (id !== null) keysOf('id').add(keyOf(id), number);
        const claim = claimOf(record, data.mapping);
        for (const tie of SHARED_TIES) {
          const { words, list } = SHARED[tie];
          const seen = new Set<number>();
          for (const value of list(claim)) {
            if (value === null || value === '') continue;
            const key = words ? data.wordings.digest(value) : keyOf(value);
            if (key === null || seen.has(key)) continue;
            seen.add(key);
            keysOf(tie).add(key, number);
          }
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
      const near = data.listNear().filter(([a, b]) => !data.isExcluded(a) && !data.isExcluded(b));
      const groups = new Groups(data.size);
      for (const [a, b] of near) groups.join(a, b);
      for (const kind of KINDS) if (!isEvidence(kind)) keysOf(kind).join(groups, (number) => !data.isExcluded(number));
      for (const kind of KINDS) {
        const most = isEvidence(kind) ? MOST_CITING_GROUPS : Number.POSITIVE_INFINITY;
        keysOf(kind).forEachShared(rank, groups, most, (number, first) => note(kind, number, first));
      }
      for (const [a, b] of near) {
        if (rank(a) === rank(b) || rank(a) < 0 || rank(b) < 0) continue;
        const [later, earlier] = rank(a) > rank(b) ? [a, b] : [b, a];
        note('near', later, earlier);
      }
      for (const [number, by] of [...found].sort(([a], [b]) => a - b))
        for (const [, { kinds: shared, first }] of [...by].sort(([a], [b]) => a - b)) tell(number, first, shared);
    }

    function tell(number: number, first: number, shared: ReadonlySet<Kind>): void {
      const [is, was] = [data.verdictOf(number), data.verdictOf(first)];
      const same = shared.has('id') || shared.has('text');
      const other = same && is !== null && was !== null && is !== was ? 'verdicts' : null;
      const differ =
        other ?? (shared.has('id') && data.contents.at(number) !== data.contents.at(first) ? 'records' : null);
      const list = KINDS.filter((kind) => shared.has(kind)).map((kind) => NAMES[kind] ?? kind);
      const role =
        shared.has('text') || shared.has('near')
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
      return `\`${data.splits[data.splitOf(number)] ?? ''}\``;
    }
  },
};

function isEvidence(kind: Kind): boolean {
  return kind !== 'id' && EDGE_OF[kind] === 'evidence';
}
