// YAML is written with spaces.
import type { Rule } from './engine/rule.ts';

export const tabs: Rule = {
  code: 'A18',
  title: 'YAML is written with spaces, not with tabs.',
  severity: 'error',
  scope: 'text',
  rationale: 'YAML refuses tabs as indentation, and what a tab separates looks different in every editor.',
  examples: {
    good: [
      { why: "The article's own text may hold tabs.", edits: [{ replace: 'Ferries carried', by: 'Ferries\tcarried' }] },
    ],
    bad: [
      { edits: [{ replace: 'nature: original', by: 'nature:\toriginal' }], at: '\t' },
      { why: 'as indentation', edits: [{ replace: '  license: CC', by: '\tlicense: CC' }], at: '\t' },
    ],
  },
  check({ yaml, yamlStart }, report) {
    const at = yaml.indexOf('\t');
    if (at < 0) return;
    let end = at + 1;
    while (yaml.charCodeAt(end) === 9) end++;
    report({
      offsets: [at + yamlStart, end + yamlStart],
      expected: 'spaces',
      found: 'a tab',
      hint: 'two spaces a level; inside quoted text write \\t',
    });
  },
};
