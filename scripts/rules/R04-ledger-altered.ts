// A ledger stays as `release` wrote it.
import type { Rule } from './engine/rule.ts';

export const ledgerAltered: Rule = {
  code: 'R04',
  title: 'A ledger in releases/ is as `npm run release` wrote it.',
  severity: 'error',
  scope: 'release',
  rationale: 'Versions, tombstones and the history of every claim come from the ledgers; they are only ever added to.',
  examples: { good: [], bad: [] },
  check({ problems }, report) {
    for (const { file, message } of problems)
      report({ file, message, expected: 'the ledger as it was released', hint: 'restore the file from its commit' });
  },
};
