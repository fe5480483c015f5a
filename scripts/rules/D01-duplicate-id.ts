// An id is given to one claim only.
import type { Rule } from './engine/rule.ts';

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
  check({ facts }, report) {
    if (!facts.mayRepeatIds) return;
    const placeOf = (claim: number) => ({ file: facts.file(claim), pointer: `${facts.pointer(claim)}/id` });
    for (let claim = 0; claim < facts.size; claim++) {
      const id = facts.id(claim);
      const other = id === '' ? claim : facts.find(id);
      if (other === claim) continue;
      report({
        ...placeOf(claim),
        message: `The id \`${id}\` is given twice.`,
        expected: 'an id that no other claim has',
        found: id,
        hint: 'give the newer claim the next free number',
        related: [{ ...placeOf(other), message: 'It is first given here.' }],
      });
    }
  },
};
