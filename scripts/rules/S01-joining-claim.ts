// A new claim does not tie two splits together.
import type { Rule } from './engine/rule.ts';
import { tieLiveSplits } from './measures/splitTies.ts';

const HEADER = '{"splits":1,"by":"group","shares":[70,10,20],"edges":["article","cluster"]}\n';

export const joiningClaim: Rule = {
  code: 'S01',
  title: 'A claim that has no split yet does not tie two splits together.',
  severity: 'warning',
  scope: 'dataset',
  rationale:
    'In either split it would let the other leak in, so that `npm run splits` leaves it out of both. Claims that have their split are not moved for it.',
  examples: {
    good: [
      {
        why: 'it joins the split of what it is tied to',
        edits: [
          {
            file: 'splits.jsonl',
            replace: '',
            by: `${HEADER}{"claim":"gazette-2024-05-02-c02","split":"train"}\n{"claim":"herald-2024-05-03-c01","split":"train"}\n`,
          },
        ],
      },
    ],
    bad: [
      {
        edits: [
          {
            file: 'splits.jsonl',
            replace: '',
            by: `${HEADER}{"claim":"gazette-2024-05-02-c02","split":"train"}\n{"claim":"herald-2024-05-03-c01","split":"test"}\n`,
          },
        ],
        at: 'gazette-2024-05-02-c01',
      },
    ],
  },
  check(dataset, report) {
    const { facts, splits } = dataset;
    for (const { claim, between } of tieLiveSplits(dataset)?.joining ?? []) {
      const number = facts.find(claim);
      const names = between.map((id) => `\`${id}\` (${splits?.ledger.entries.get(id)?.split})`);
      report({
        file: facts.file(number),
        pointer: `${facts.pointer(number)}/id`,
        message: `\`${claim}\` ties ${names.join(' and ')} together.`,
        found: claim,
        hint: 'run `npm run splits`, which leaves it out of both; or look whether they are tied by mistake',
        related: between.map((id) => ({
          file: facts.file(facts.find(id)),
          pointer: `${facts.pointer(facts.find(id))}/id`,
          message: `This one is in ${splits?.ledger.entries.get(id)?.split}.`,
        })),
      });
    }
  },
};
