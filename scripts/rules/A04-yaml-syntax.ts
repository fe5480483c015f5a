// The front matter must be YAML that can be read.
import type { Rule } from './engine/rule.ts';

export const yamlSyntax: Rule = {
  code: 'A04',
  title: 'The front matter must be YAML that can be read.',
  severity: 'error',
  scope: 'form',
  rationale: 'One stray bracket can change the meaning of everything below it.',
  examples: {
    good: [
      {
        why: 'A colon inside a value needs quotation marks.',
        edits: [{ replace: 'title: Bridge reopens', by: 'title: "Bridge reopens: a chronicle" # ' }],
      },
    ],
    bad: [
      {
        edits: [{ replace: 'title: Bridge reopens', by: 'title: Bridge: reopens' }],
        at: 'Bridge: reopens after long closure',
      },
    ],
  },
};
