// What a README says of the files is so.

import type { ForeignRecord } from '../exchange/record.ts';
import { toPointer } from '../values/jsonPointer.ts';
import type { AuditRule } from './rule.ts';

const OF = { records: 'records', claims: 'claims', evidence: 'pieces of evidence', votes: 'votes' } as const;

export const statedNumbers: AuditRule = {
  code: 'F14',
  title: 'Stated numbers are those of the files.',
  severity: 'warning',
  scope: 'dataset',
  rationale:
    'A number in a README or a paper that the files do not have means that one of them is older than the other, or that something was lost. The mapping declares what is stated.',
  examples: {
    good: [
      {
        mapping:
          'files: [{ path: claims.csv }]\nfields: { text: claim }\ndeclared: { stated: { all: { number: 2 } } }\n',
        files: { 'claims.csv': 'claim\nOne\nTwo\n' },
      },
    ],
    bad: [
      {
        mapping:
          'files: [{ path: claims.csv }]\nfields: { text: claim }\ndeclared: { stated: { all: { number: 3 } } }\n',
        files: { 'claims.csv': 'claim\nOne\nTwo\n' },
        at: 'number: 3',
      },
    ],
  },
  open(data, report) {
    const stated = Object.entries(data.mapping.declared.stated ?? {}).map(([name, statement]) => ({
      name,
      statement,
      where: Object.entries(statement.where ?? {}),
      count: 0,
    }));
    if (stated.length === 0) return {};
    return {
      record(record, number) {
        if (data.splitOf(number) < 0) return;
        for (const entry of stated) {
          const { split, files, of = 'records' } = entry.statement;
          if (split !== undefined && record.split !== split) continue;
          if (files !== undefined && !files.includes(record.file.written)) continue;
          if (entry.where.some(([field, value]) => String(record.value[field] ?? '') !== value)) continue;
          entry.count += countOf(record, of);
        }
      },
      end() {
        for (const { name, statement, count } of stated) {
          if (statement.number === count) continue;
          const of = OF[statement.of ?? 'records'];
          report({
            place: data.placeInMapping(`/declared/stated${toPointer([name])}`),
            rows: [],
            message: `The number of ${of} that is stated as \`${name}\` is another in the files.`,
            expected: `${statement.number} ${of}`,
            found: `${count} ${of}`,
          });
        }
      },
    };
  },
};

function countOf({ lists, values }: ForeignRecord, of: keyof typeof OF): number {
  if (of === 'records') return 1;
  if (of === 'claims') return values.text ? 1 : 0;
  const { evidence = [], annotations = [] } = lists;
  if (of === 'evidence') return evidence.length;
  const votes = evidence.reduce(
    (sum, { many }) => sum + (many['votes'] ?? []).filter((vote) => vote !== null).length,
    0,
  );
  return votes + annotations.length;
}
