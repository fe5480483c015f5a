// Two claims of one article with the same words are one claim.
import type { Rule } from './rule.ts';

export const duplicateClaim: Rule = {
  code: 'D03',
  title: 'A claim is made once in an article.',
  severity: 'error',
  scope: 'dataset',
  rationale: 'Doubles count twice in every statistic, and sooner or later get different verdicts.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            replace: 'text: The repair of the bridge at Aldport cost 40,000 of the 60,000 that had been set aside.',
            by: 'text: The river bridge at Aldport was closed for eleven days in April, 2024.',
          },
        ],
        at: 'The river bridge at Aldport was closed for eleven days in April, 2024.',
      },
    ],
  },
  check({ articles }, report) {
    for (const { file, claims } of articles) {
      const first = new Map<string, { pointer: string; id: string }>();
      for (const { id, pointer, wording, status, broken } of claims) {
        if (status === 'withdrawn' || broken) continue;
        const other = first.get(wording);
        if (!other) first.set(wording, { pointer, id });
        else {
          report({
            file,
            pointer: `${pointer}/text`,
            message: `\`${id}\` says the same as \`${other.id}\`.`,
            expected: 'a claim that no other claim of the article makes',
            related: [{ file, pointer: `${other.pointer}/text`, message: 'The other claim stands here.' }],
          });
        }
      }
    }
  },
};
