// A name of a vocabulary is not run by a spreadsheet.

import { namesOf } from '../vocabulary/entryNames.ts';
import { VOCABULARY_NAMES } from '../vocabulary/vocabulary.ts';
import type { Rule } from './engine/rule.ts';
import { isFormula } from './measures/formula.ts';

export const nameFormula: Rule = {
  code: 'V07',
  title: 'A name in a vocabulary does not begin like a formula.',
  severity: 'warning',
  scope: 'vocabulary',
  rationale:
    'Names stand in cells of their own; a spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`. A name that is printed so (+972 Magazine) is accepted with a reason.',
  examples: {
    good: [],
    bad: [
      { edits: [{ file: 'vocabulary/entities.yml', replace: 'name: Ada Archer', by: 'name: "@ada"' }], at: '@ada' },
    ],
  },
  check({ lists, files, damaged }, report) {
    for (const name of VOCABULARY_NAMES) {
      if (damaged.has(name)) continue;
      lists[name].forEach((entry, index) => {
        for (const { key, text } of namesOf(entry)) {
          if (isFormula(text))
            report({
              file: files[name],
              pointer: `/${index}/${key}`,
              expected: 'a name that begins with a letter or a digit',
              found: text,
              hint: 'leave the sign out where the name is ours; else accept it in an article that names it, with a suppression that says why',
            });
        }
      });
    }
  },
};
