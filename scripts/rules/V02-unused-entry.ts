// What a vocabulary defines is used.
import { findMeant } from '../vocabulary/meant.ts';
import { VOCABULARY_NAMES } from '../vocabulary/vocabulary.ts';
import type { Rule } from './engine/rule.ts';

export const unusedEntry: Rule = {
  code: 'V02',
  title: 'What a vocabulary defines is used.',
  severity: 'warning',
  scope: 'dataset',
  rationale:
    'An entry that nobody uses is often the other spelling of one that is. The verdict scale and the list of distortions are excepted: a class without claims belongs to them.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            file: 'vocabulary/topics.yml',
            replace: '- id: town-budget',
            by: '- id: schools\n  label: Schools\n  definition: Schools and their pupils.\n- id: town-budget',
          },
        ],
        at: 'schools',
      },
    ],
  },
  check({ facts, unread }, report, { vocabulary }) {
    // What could not be read may use anything.
    if (unread.length > 0 || facts.isDamaged) return;
    for (const name of VOCABULARY_NAMES) {
      if (name === 'verdicts' || name === 'distortions' || vocabulary.damaged.has(name)) continue;
      const used = new Set(facts.listUsed(name));
      // A misspelt id is one mistake: the entry that was meant is not unused too.
      for (const id of facts.listUsed(name)) {
        if (vocabulary[name].has(id)) continue;
        const meant = findMeant(id, name, vocabulary)?.id;
        if (meant !== undefined) used.add(meant);
      }
      vocabulary.lists[name].forEach(({ id }, i) => {
        if (used.has(id)) return;
        report({
          file: vocabulary.files[name],
          pointer: `/${i}/id`,
          message: `\`${id}\` is defined and never used.`,
          expected: 'an entry that an article uses',
          found: id,
          hint: 'use it, or take it out',
        });
      });
    }
  },
};
