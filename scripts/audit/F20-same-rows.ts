// Files that hold the same rows say the same.

import { given } from '../exchange/missing.ts';
import { escapeToken } from '../exchange/path.ts';
import { toText } from '../exchange/readJson.ts';
import type { ForeignRecord, RecordPlace } from '../exchange/record.ts';
import { keyOf } from './columns.ts';
import type { AuditRule } from './rule.ts';

const MAPPING = `files: [{ path: claims.csv }, { path: claims.jsonl }]
fields: { id: id, text: claim }
extra: [state, party]
declared: { same_rows_in: [[claims.csv, claims.jsonl]] }
`;

export const sameRows: AuditRule = {
  code: 'F20',
  title: 'Files that hold the same rows say the same.',
  severity: 'error',
  scope: 'dataset',
  rationale:
    'A dataset in two formats is made by a program, and a column that has moved goes unseen: both files look sound. Rows are joined by id; space at ends and between words is set aside. The mapping declares `same_rows_in`.',
  examples: {
    good: [
      {
        mapping: MAPPING,
        files: {
          'claims.csv': 'id,claim,state,party\n1,One,North,green\n',
          'claims.jsonl': '{"id": "1", "claim": "One", "party": "green"}\n',
        },
      },
    ],
    bad: [
      {
        mapping: MAPPING,
        files: {
          'claims.csv': 'id,claim,state,party\n1,One,North,green\n',
          'claims.jsonl': '{"id": "1", "claim": "One", "party": "North,"}\n',
        },
        at: 'North,',
      },
    ],
  },
  open(data, report) {
    const groups = data.mapping.declared.same_rows_in ?? [];
    const idField = data.field('id');
    if (groups.length === 0 || !idField) return {};
    const firsts = new Set(groups.map(([first]) => first));
    const rows = new Map<string, Map<number, { number: number; keys: Map<string, number> }>>();
    const matches = new Map<string, Moves>();
    return {
      record(record, number) {
        const id = given(record.values.id);
        if (id === null) return;
        const { written, copyOf } = record.file;
        if (firsts.has(written)) {
          const known = rows.get(written) ?? new Map<number, { number: number; keys: Map<string, number> }>();
          rows.set(written, known);
          if (!known.has(keyOf(id))) known.set(keyOf(id), { number, keys: keysOf(record) });
        }
        if (copyOf === null) return;
        const twin = rows.get(copyOf)?.get(keyOf(id));
        if (!twin) {
          report({
            place: data.placeOf(number, 'id'),
            rows: [number],
            message: `The file \`${copyOf}\` holds the same rows, and not this one.`,
            found: id,
          });
          return;
        }
        compare(record, number, twin);
      },
      end() {
        for (const moves of matches.values()) tellMoves(moves);
      },
    };

    function compare(record: ForeignRecord, number: number, twin: { number: number; keys: Map<string, number> }): void {
      for (const [name, key] of keysOf(record)) {
        const other = twin.keys.get(name);
        const place = placeOf(record, number, name);
        const moves = movesOf(record, name, place);
        moves.rows++;
        for (const [column, value] of twin.keys)
          if (column !== name && value === key) moves.like.set(column, (moves.like.get(column) ?? 0) + 1);
        if (other === undefined || other === key) continue;
        moves.differ++;
        report({
          place,
          rows: [number, twin.number],
          message: `The field \`${name}\` says something else in \`${record.file.copyOf}\`.`,
          found: toText(record.value[name]) ?? 'nothing',
          related: [{ ...data.placeOf(twin.number), message: 'The same row stands here.' }],
        });
      }
    }

    function movesOf(record: ForeignRecord, name: string, place: RecordPlace): Moves {
      const key = `${record.file.path}\n${name}`;
      const moves = matches.get(key) ?? {
        name,
        place,
        of: record.file.copyOf ?? '',
        rows: 0,
        differ: 0,
        like: new Map<string, number>(),
      };
      matches.set(key, moves);
      return moves;
    }

    function placeOf(record: ForeignRecord, number: number, name: string): RecordPlace {
      return { ...data.placeOf(number), file: record.file.path, pointer: `/${escapeToken(name)}` };
    }

    function tellMoves({ name, place, of, rows: all, differ, like }: Moves): void {
      if (differ === 0 || all < 2) return;
      for (const [column, times] of like)
        if (times === all)
          report({
            place,
            rows: [],
            message: `The field \`${name}\` is the column \`${column}\` of \`${of}\` in all ${all} rows.`,
            expected: `the column \`${name}\``,
            hint: 'a column has moved while the file was written',
          });
    }
  },
};

/** How often a field of a copy is like each column of the file that it copies. */
interface Moves {
  name: string;
  place: RecordPlace;
  of: string;
  rows: number;
  differ: number;
  like: Map<string, number>;
}

/** Keys of all fields that are text or numbers, by name. */
function keysOf({ value }: ForeignRecord): Map<string, number> {
  const keys = new Map<string, number>();
  for (const name in value) {
    const text = toText(value[name]);
    if (typeof text === 'string') keys.set(name, keyOf(text.replace(/\s+/g, ' ').trim()));
    else if (text === null) keys.set(name, keyOf(''));
  }
  return keys;
}
