// An id is given to one claim only.
import type { Rule } from './rule.ts';

export const duplicateId: Rule = {
  code: 'D01',
  title: 'An id is given once.',
  severity: 'error',
  scope: 'dataset',
  rationale: 'Two claims with one id cannot be told apart by anyone who cites or corrects them.',
  examples: {
    good: [],
    bad: [
      {
        edits: [{ replace: 'id: gazette-2024-05-02-c02', by: 'id: gazette-2024-05-02-c01' }],
        at: 'gazette-2024-05-02-c01',
      },
    ],
  },
  check({ articles }, report) {
    const first = new Map<string, { file: string; pointer: string }>();
    for (const { file, claims } of articles) {
      for (const { id, pointer } of claims) {
        const place = { file, pointer: `${pointer}/id` };
        if (id === '') continue;
        const other = first.get(id);
        if (!other) {
          first.set(id, place);
          continue;
        }
        report({
          ...place,
          message: `The id \`${id}\` is given twice.`,
          expected: 'an id that no other claim has',
          found: id,
          hint: 'give the newer claim the next free number',
          related: [{ ...other, message: 'It is first given here.' }],
        });
      }
    }
  },
};
