// Records of two states of a foreign dataset, by key → what changed between them.
import type { Change, Difference } from './compareReleases.ts';

/** What two states of a record are compared by. */
export interface ComparedRecord {
  verdict: string | null;
  text: string | null;
  /** Every other value as text, by name; evidence as one value. */
  values: Readonly<Record<string, string>>;
}

/** Values that say who and when, as a release of our own has them. */
const PARTICULARS = new Set(['claimant', 'claimant_role', 'claim_date']);

const TABLE = 'claims';

/** Compares two states in the order of the new one, what is gone at the end. */
export function compareRecords(
  names: { old: string; new: string },
  old: ReadonlyMap<string, ComparedRecord>,
  current: ReadonlyMap<string, ComparedRecord>,
): Difference {
  const changes: Change[] = [];
  const cells: Record<string, number> = {};
  const add = (change: Pick<Change, 'id' | 'kind'> & Partial<Change>) =>
    changes.push({ table: TABLE, column: null, old: null, new: null, reason: null, ...change });
  for (const [id, record] of current) {
    const before = old.get(id);
    if (!before) {
      add({ id, kind: 'added', new: record.text ?? record.verdict });
      continue;
    }
    const columns = new Set([...Object.keys(before.values), ...Object.keys(record.values)]);
    const compare = (column: string, kind: Change['kind'], was: string | null, is: string | null) => {
      if (was === is) return;
      cells[column] = (cells[column] ?? 0) + 1;
      add({ id, kind, column, old: was, new: is });
    };
    compare('verdict', 'verdict', before.verdict, record.verdict);
    compare('text', 'text', before.text, record.text);
    for (const column of columns)
      compare(column, kindOf(column), before.values[column] ?? null, record.values[column] ?? null);
  }
  for (const [id, record] of old)
    if (!current.has(id)) add({ id, kind: 'dropped', old: record.text ?? record.verdict });
  return {
    old: names.old,
    new: names.new,
    changes,
    cells: Object.keys(cells).length > 0 ? { [TABLE]: cells } : {},
    structure: [],
  };
}

function kindOf(column: string): Change['kind'] {
  if (PARTICULARS.has(column)) return 'particulars';
  return column === 'evidence' ? 'stance' : 'metadata';
}
