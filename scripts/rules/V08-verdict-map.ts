// A verdict map gives every word of its source one verdict of the scale.
import { MapJudge } from '../vocabulary/verdictMap.ts';
import type { Rule } from './engine/rule.ts';

export const verdictMap: Rule = {
  code: 'V08',
  title: 'A verdict map gives every word of its source one verdict of the scale.',
  severity: 'error',
  scope: 'vocabulary',
  rationale:
    'A word with two verdicts is two verdicts, by chance; a verdict that the scale does not have is lost. A sentence in place of a word is a text that was taken for a rating. F13 asks the same of the maps of others.',
  examples: {
    good: [
      {
        edits: [
          {
            file: 'vocabulary/verdict-maps/some-dataset.yml',
            replace: '',
            by: '- { native: Falsch, verdict: refuted }\n- { native: Halbwahr, verdict: misleading, lossy: true }\n',
          },
        ],
      },
    ],
    bad: [
      {
        edits: [
          {
            file: 'vocabulary/verdict-maps/some-dataset.yml',
            replace: '',
            by: '- { native: Falsch, verdict: refuted }\n- { native: FALSCH, verdict: misleading }\n',
          },
        ],
        at: 'FALSCH',
      },
      {
        edits: [
          {
            file: 'vocabulary/verdict-maps/some-dataset.yml',
            replace: '',
            by: '- { native: Falsch, verdict: wrong }\n',
          },
        ],
        at: 'Falsch',
      },
    ],
  },
  check({ verdictMaps, verdicts, damaged }, report) {
    for (const { file, entries } of verdictMaps) {
      const judge = new MapJudge<number>(damaged.has('verdicts') ? null : (id) => verdicts.has(id));
      entries.forEach(({ native, verdict }, i) => {
        for (const { message, expected, first } of judge.judge(native, verdict, i))
          report({
            file,
            pointer: `/${i}/native`,
            message,
            found: `${native} → ${verdict}`,
            ...(expected === undefined ? {} : { expected }),
            ...(first === undefined
              ? {}
              : { related: [{ file, pointer: `/${first}/native`, message: 'It is first mapped here.' }] }),
          });
      });
    }
  },
};
