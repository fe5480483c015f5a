// A suppression names a warning and a claim that there are.
import type { Rule } from './engine/rule.ts';

export const suppressionTarget: Rule = {
  code: 'D91',
  title: 'A suppression names a rule that warns, and a claim of its article.',
  severity: 'error',
  scope: 'dataset',
  rationale: 'Errors are never accepted, and an exception to nothing looks as if somebody had thought of something.',
  examples: {
    good: [
      {
        edits: [
          {
            replace: 'suppress: []',
            by: 'suppress: [{ code: E07, claim: gazette-2024-05-02-c02, reason: The council alone keeps books. }]',
          },
          { replace: 'stance: context', by: 'stance: supports' },
        ],
      },
      {
        why: 'Without a claim it holds for the whole article.',
        edits: [
          { replace: 'suppress: []', by: 'suppress: [{ code: E07, reason: The council alone keeps books. }]' },
          { replace: 'stance: context', by: 'stance: supports' },
        ],
      },
    ],
    bad: [
      {
        why: 'an error',
        edits: [{ replace: 'suppress: []', by: 'suppress: [{ code: C04, reason: We know. }]' }],
        at: 'C04',
      },
      {
        why: 'no rule',
        edits: [{ replace: 'suppress: []', by: 'suppress: [{ code: E99, reason: We know. }]' }],
        at: 'E99',
      },
      {
        why: 'no claim of the article',
        edits: [
          { replace: 'suppress: []', by: 'suppress: [{ code: E07, claim: herald-2024-05-03-c01, reason: We know. }]' },
        ],
        at: 'herald-2024-05-03-c01',
      },
    ],
  },
  check({ facts }, report, { severityOf }) {
    for (const article of facts.articles.listWith('suppressing')) {
      const { file, suppress } = facts.articles.get(article);
      const ids = new Set(facts.listIds(article));
      for (const { code, claim, pointer } of suppress) {
        const severity = severityOf(code);
        if (severity !== 'warning')
          report({
            file,
            pointer: `${pointer}/code`,
            message:
              severity === null ? `There is no rule ${code}.` : `${code} is an error; errors cannot be suppressed.`,
            expected: 'the code of a rule that warns',
            found: code,
            hint: severity === null ? 'docs/rules.md lists all rules' : 'put right what it reports',
          });
        else if (claim !== null && !ids.has(claim))
          report({
            file,
            pointer: `${pointer}/claim`,
            message: `The article has no claim \`${claim}\`.`,
            expected: 'the id of a claim of this article',
            found: claim,
          });
      }
    }
  },
};
