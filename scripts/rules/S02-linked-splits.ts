// Claims of two splits have nothing in common.
import type { Rule } from './engine/rule.ts';
import { tieLiveSplits } from './measures/splitTies.ts';

const HEADER = '{"splits":1,"by":"group","shares":[70,10,20],"edges":["article","cluster"]}\n';

export const linkedSplits: Rule = {
  code: 'S02',
  title: 'Claims of two splits are not tied: by an article, words, a cluster or evidence.',
  severity: 'error',
  scope: 'dataset',
  rationale:
    'A model that has seen a claim in training knows its twin in the test, and its score says nothing. Test never changes, so that scores stay comparable; what is tied to it leaves the other split.',
  examples: {
    good: [
      {
        why: 'all that is tied is in one split',
        edits: [
          {
            file: 'splits.jsonl',
            replace: '',
            by: `${HEADER}{"claim":"gazette-2024-05-02-c01","split":"test"}\n{"claim":"gazette-2024-05-02-c02","split":"test"}\n{"claim":"herald-2024-05-03-c01","split":"test"}\n`,
          },
        ],
      },
      {
        why: 'the claim of train was left out',
        edits: [
          {
            file: 'splits.jsonl',
            replace: '',
            by: `${HEADER}{"claim":"gazette-2024-05-02-c01","split":"test"}\n{"claim":"gazette-2024-05-02-c02","split":"train"}\n{"claim":"herald-2024-05-03-c01","split":"test"}\n{"claim":"gazette-2024-05-02-c02","split":"excluded","with":["gazette-2024-05-02-c01"]}\n`,
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
            by: `${HEADER}{"claim":"gazette-2024-05-02-c01","split":"test"}\n{"claim":"gazette-2024-05-02-c02","split":"train"}\n{"claim":"herald-2024-05-03-c01","split":"test"}\n`,
          },
        ],
        at: 'gazette-2024-05-02-c02',
      },
    ],
  },
  check(dataset, report) {
    const { facts, splits } = dataset;
    const splitOf = (id: string) => splits?.ledger.entries.get(id)?.split;
    for (const { claim, between } of tieLiveSplits(dataset)?.linked ?? []) {
      const [number, other] = [facts.find(claim), facts.find(between[1])];
      report({
        file: facts.file(number),
        pointer: `${facts.pointer(number)}/id`,
        message: `\`${claim}\` is in ${splitOf(claim)} and tied to \`${between[1]}\`, which is in ${splitOf(between[1])}.`,
        found: claim,
        hint: `run \`npm run splits\`, which takes it out of ${splitOf(claim)}`,
        related: [
          {
            file: facts.file(other),
            pointer: `${facts.pointer(other)}/id`,
            message: `This one is in ${splitOf(between[1])}.`,
          },
        ],
      });
    }
  },
};
