// An article file begins with YAML front matter between lines of three hyphens.
import type { Rule } from './engine/rule.ts';

export const frontMatter: Rule = {
  code: 'A03',
  title: 'An article file begins with YAML front matter between lines of three hyphens.',
  severity: 'error',
  scope: 'form',
  rationale: 'The labels are the front matter. Without its marks nothing says where they end and the text begins.',
  examples: {
    good: [],
    bad: [
      {
        why: 'Front matter that other tools would run as a program is never read.',
        edits: [{ replace: '---\nid: gazette', by: '--- js\nid: gazette' }],
        at: '--- js',
      },
    ],
  },
};
