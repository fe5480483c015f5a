// The shortcut for usual lines of a ledger says what the parser and the schema say, or nothing.
import { expect, test } from 'vitest';
import { UsualLine } from '../../scripts/release/usualLine.ts';
import type { LedgerRow } from '../../scripts/schemas/generated/types.ts';
import { validatorOf } from '../../scripts/schemas/validator.ts';
import fc from '../property.ts';

const COLUMNS = ['id', 'name', 'kind'].map((name) => ({ name, type: 'string' as const }));
const usual = new UsualLine({ name: 'entities', columns: COLUMNS });

const ROW: LedgerRow = {
  table: 'entities',
  id: 'harbour-office',
  verdict: null,
  status: 'labelled',
  record: '0123456789abcdef'.repeat(4),
  hashes: ['q2xvc2VkIGZv', '', 'A-_x12345678'],
};

/** What the parser and the schema make of a line. */
function parse(line: string): LedgerRow | null {
  try {
    const row = JSON.parse(line) as LedgerRow;
    const isRow = validatorOf('ledger.schema.json', 'row')(row);
    return isRow && row.table === 'entities' && row.hashes.length === COLUMNS.length ? row : null;
  } catch {
    return null;
  }
}

test('a row without revisions is known by its line', () => {
  expect(usual.read(JSON.stringify(ROW))).toEqual({ table: 'entities', id: ROW.id, record: ROW.record });
  expect(usual.read(JSON.stringify({ ...ROW, id: 'Hafenamt Köln 港', verdict: 'not_checkable' }))).not.toBeNull();
});

test('what is another table’s, longer or shorter is left to the parser', () => {
  const others = [
    { ...ROW, table: 'claims' },
    { ...ROW, hashes: ROW.hashes.slice(1) },
    { ...ROW, hashes: [...ROW.hashes, ''] },
    { ...ROW, revisions: [] },
    { ...ROW, reason: 'It joined two claims.' },
    { ...ROW, id: 'with "quotes"' },
  ];
  for (const row of others) expect(usual.read(JSON.stringify(row))).toBeNull();
});

test('whatever is changed in a line, it is known only for what it is', () => {
  const line = JSON.stringify(ROW);
  const signs = fc.oneof(
    fc.constantFrom(...'"\\,:[]{}-_ \n\u0000\u2028aZ0'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const change = fc.record({ at: fc.nat(line.length), cut: fc.nat(3), put: signs });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const changed = changes.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), line);
      const known = usual.read(changed);
      if (known === null) return;
      const parsed = parse(changed);
      expect(parsed && { table: parsed.table, id: parsed.id, record: parsed.record }).toEqual(known);
    }),
    { numRuns: 20_000 },
  );
});

test('any id', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (id) => {
      const known = usual.read(JSON.stringify({ ...ROW, id }));
      if (known !== null) expect(known.id).toBe(id);
    }),
  );
});
