// A verdict map gives every native word one target that exists.

import type { RecordPlace } from '../exchange/record.ts';
import { MapJudge } from '../vocabulary/verdictMap.ts';
import type { AuditRule } from './rule.ts';
import { forEachPair } from './verdictPairs.ts';

const MAPPING = 'verdict_maps: { files: [map.tsv], classes: classes.tsv }\n';
const CLASSES = 'true\ttrue\nmixed\tpartly true|misleading\n';

export const verdictMaps: AuditRule = {
  code: 'F13',
  title: 'A verdict map gives every native word one target that exists.',
  severity: 'error',
  scope: 'file',
  rationale:
    'A word with two targets is two verdicts, by chance; a target in two classes too; one that no class has is lost. A sentence in place of a word is a text that was taken for a rating.',
  examples: {
    good: [{ mapping: MAPPING, files: { 'map.tsv': 'wahr\ttrue\nWahr \ttrue\n', 'classes.tsv': CLASSES } }],
    bad: [
      { mapping: MAPPING, files: { 'map.tsv': 'wahr\ttrue\nWahr\tmisleading\n', 'classes.tsv': CLASSES }, at: 'Wahr' },
      { mapping: MAPPING, files: { 'map.tsv': 'wahr\tcorrect\n', 'classes.tsv': CLASSES }, at: 'wahr' },
      { mapping: MAPPING, files: { 'map.tsv': '', 'classes.tsv': `${CLASSES}false\tmisleading\n` }, at: 'misleading' },
      {
        mapping: MAPPING,
        files: { 'map.tsv': 'The bridge was not shut for eleven days but for three\ttrue\n', 'classes.tsv': CLASSES },
        at: 'eleven days',
      },
    ],
  },
  open(data, report) {
    return {
      end() {
        const { maps, classes } = data.verdictMaps;
        const targets = classes ? readClasses(classes) : null;
        const judge = new MapJudge<RecordPlace>(targets && ((target) => targets.has(target)));
        for (const { file, text } of maps)
          forEachPair(text, (native, target, line) => {
            const place = { file, row: null, line, pointer: '' };
            const remark = { place, rows: [], found: `${native} → ${target}` };
            if (target === '') {
              report({
                ...remark,
                message: 'The line has no target.',
                expected: 'a word, a tab and its target',
                found: native,
              });
              return;
            }
            for (const { first, ...said } of judge.judge(native, target, place))
              report({
                ...remark,
                ...said,
                ...(first ? { related: [{ ...first, message: 'It is first mapped here.' }] } : {}),
              });
          });
      },
    };

    function readClasses({ file, text }: { file: string; text: string }): Set<string> {
      const classOf = new Map<string, string>();
      forEachPair(text, (name, list, line) => {
        for (const target of list.split('|').map((part) => part.trim())) {
          const known = classOf.get(target);
          if (known !== undefined && known !== name)
            report({
              place: { file, row: null, line, pointer: '' },
              rows: [],
              message: `The target \`${target}\` is in two classes, \`${known}\` and \`${name}\`.`,
              expected: 'one class for each target',
              found: target,
            });
          else classOf.set(target, name);
        }
      });
      return new Set(classOf.keys());
    }
  },
};
