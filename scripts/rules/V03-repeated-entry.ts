// A vocabulary defines an id once.
import { VOCABULARY_NAMES } from '../vocabulary/vocabulary.ts';
import type { Rule } from './engine/rule.ts';

export const repeatedEntry: Rule = {
  code: 'V03',
  title: 'A vocabulary defines an id once.',
  severity: 'error',
  scope: 'vocabulary',
  rationale: 'Of two definitions only one can count, and nobody sees which.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            file: 'vocabulary/topics.yml',
            replace: '- id: town-budget',
            by: '- id: river-traffic\n  label: Rivers\n  definition: Rivers and canals.\n- id: town-budget',
          },
        ],
        at: 'river-traffic',
      },
    ],
  },
  check({ lists, files, damaged }, report) {
    for (const name of VOCABULARY_NAMES) {
      if (damaged.has(name)) continue;
      const first = new Map<string, number>();
      lists[name].forEach(({ id }, i) => {
        const other = first.get(id);
        if (other === undefined) {
          first.set(id, i);
          return;
        }
        report({
          file: files[name],
          pointer: `/${i}/id`,
          message: `\`${id}\` is defined twice.`,
          expected: 'an id that no other entry has',
          found: id,
          related: [{ file: files[name], pointer: `/${other}/id`, message: 'It is first defined here.' }],
        });
      });
    }
  },
};
