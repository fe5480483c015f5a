// Expectations speak of columns that there are.
import { tablesWith } from '../schemas/extra.ts';
import { findNearest } from '../vocabulary/nearest.ts';
import type { Rule } from './engine/rule.ts';

export const unknownColumn: Rule = {
  code: 'D12',
  title: 'Expectations speak of columns that the table has.',
  severity: 'error',
  scope: 'dataset',
  rationale: 'An expectation of a column that is not there is never met or never missed, whatever happens.',
  examples: {
    good: [],
    bad: [
      {
        edits: [{ file: 'expectations.yml', replace: 'source_url: { min: 0.5 }', by: 'source_uri: { max: 1 }' }],
        at: 'source_uri',
      },
    ],
  },
  check({ expectations }, report, { extra }) {
    if (!expectations) return;
    const tables = tablesWith(extra);
    for (const [table, expected] of Object.entries(expectations.value.tables)) {
      const columns = tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
      for (const column of Object.keys(expected?.fill ?? {})) {
        if (columns.includes(column)) continue;
        const meant = findNearest(column, columns);
        const pointer = `/tables/${table}/fill/${column.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        report({
          file: expectations.file,
          pointer,
          part: 'key',
          message: `\`${table}\` has no column \`${column}\`.`,
          expected: 'a column of the table',
          found: column,
          ...(meant === null
            ? {}
            : {
                hint: `did you mean \`${meant}\`?`,
                fix: { title: `write \`${meant}\``, changes: [{ kind: 'rename' as const, pointer, key: meant }] },
              }),
        });
      }
    }
  },
};
