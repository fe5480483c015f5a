// No comment cuts a text short.
import { listCutValues, mayHoldComments } from '../yaml/comments.ts';
import type { Rule } from './engine/rule.ts';

export const cutByComment: Rule = {
  code: 'A25',
  title: 'No comment cuts a text short.',
  severity: 'error',
  scope: 'text',
  rationale:
    'To YAML, a `#` behind a space begins a comment: of `shut #again for eleven days` it reads `shut`, and the rest is lost without a word. Hashtags and numbers of cases are common in claims, so a text with a `#` in it needs quotation marks, and a remark on a text a line of its own.',
  examples: {
    good: [
      {
        why: 'A remark behind a word of a list.',
        edits: [{ replace: 'stance: refutes', by: 'stance: refutes # the log itself' }],
      },
      {
        why: 'A remark where there is no value.',
        edits: [{ replace: 'accessed: null', by: 'accessed: null # the page is gone' }],
      },
      {
        why: 'Quotation marks keep it.',
        edits: [
          {
            replace: 'title: Bridge reopens after long closure',
            by: 'title: "Bridge reopens #AldportStrong say voters"',
          },
        ],
      },
      {
        why: 'Without a space before it, it is a sign like others.',
        edits: [{ replace: 'title: Bridge reopens after long closure', by: 'title: Bridge#1 reopens' }],
      },
    ],
    bad: [
      {
        edits: [
          { replace: 'shows: The office logged a closure', by: 'shows: The office logged issue #12 as a closure' },
        ],
        at: '#12 as a closure of three days.',
      },
      {
        why: 'Nothing is left of it.',
        edits: [{ replace: 'quote: closed 9 to 11 April', by: 'quote: #BridgeOpen' }],
        at: '#BridgeOpen',
      },
      {
        why: 'The end of an address.',
        edits: [
          {
            replace: 'url: https://harbour.example.org/log/2024-04',
            by: 'url: https://harbour.example.org/log/2024-04 #april',
          },
        ],
        at: '#april',
      },
    ],
  },
  check({ yaml, yamlStart }, report) {
    if (!mayHoldComments(yaml)) return;
    for (const cut of listCutValues(yaml)) {
      const whole = yaml.slice(cut.valueStart, cut.end).trim();
      report({
        offsets: [cut.start + yamlStart, cut.end + yamlStart],
        message:
          cut.text === ''
            ? 'A value that begins with `#` is a comment, and nothing is read.'
            : `What is read ends before the \`#\`: \`${cut.text}\`.`,
        expected: 'quotation marks around a text with `#`, or the remark on a line of its own',
        found: cut.comment,
        hint: `write '${whole.replaceAll("'", "''")}' where the text is meant`,
      });
    }
  },
};
