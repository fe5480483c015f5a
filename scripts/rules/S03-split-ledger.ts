// The ledger of splits is only ever added to.
import type { Rule } from './engine/rule.ts';

const HEADER = '{"splits":1,"by":"group","shares":[70,10,20],"edges":["article"]}\n';

export const splitLedger: Rule = {
  code: 'S03',
  title: 'The ledger of splits is as `npm run splits` wrote it.',
  severity: 'error',
  scope: 'dataset',
  rationale:
    'A claim that changes its split makes every score from before another score. A claim may only leave train or dev.',
  examples: {
    good: [{ edits: [{ file: 'splits.jsonl', replace: '', by: HEADER }] }],
    bad: [
      {
        why: 'a claim has moved',
        edits: [
          {
            file: 'splits.jsonl',
            replace: '',
            by: `${HEADER}{"claim":"herald-2024-05-03-c01","split":"test"}\n{"claim":"herald-2024-05-03-c01","split":"train"}\n`,
          },
        ],
        at: '{"claim":"herald-2024-05-03-c01","split":"train"}',
      },
    ],
  },
  check({ splits }, report) {
    if (!splits || splits.ledger.problems.length === 0) return;
    const lines = splits.text.split('\n');
    const starts: number[] = [0];
    for (const line of lines) starts.push((starts.at(-1) as number) + line.length + 1);
    for (const { line, message } of splits.ledger.problems) {
      const start = starts[line - 1] ?? 0;
      report({
        file: splits.file,
        offsets: [start, start + (lines[line - 1] ?? '').length],
        message,
        expected: 'the ledger as it was committed, and lines behind it',
        hint: 'restore the file from its commit',
      });
    }
  },
};
