// A folder of captures that was named holds every capture.
import type { Rule } from './engine/rule.ts';

export const captureMissing: Rule = {
  code: 'Q03',
  title: 'A capture is missing in the folder that was named.',
  severity: 'error',
  scope: 'article',
  rationale: 'Who asks for the quotations to be checked must not be told that all is well when some were not.',
  examples: { good: [], bad: [] },
  check({ text }, report) {
    if (text.kind !== 'absent' || !text.required) return;
    report({
      pointer: '/capture/file',
      message: `There is no capture ${text.looked}.`,
      hint: 'put the capture there, or leave out --captures',
    });
  },
};
