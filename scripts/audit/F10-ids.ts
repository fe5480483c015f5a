// An id names one record, and is what its maker wrote.

import { given } from '../exchange/missing.ts';
import { follow, rootItem } from '../exchange/path.ts';
import { LargeNumber } from '../exchange/readJson.ts';
import { keyOf } from './columns.ts';
import type { AuditRule } from './rule.ts';

const E_NOTATION = /^\s*[+-]?\d+(?:[.,]\d+)?[eE]\+?\d+\s*$/;

export const ids: AuditRule = {
  code: 'F10',
  title: 'An id is given once, and nothing has bent it.',
  severity: 'error',
  scope: 'dataset',
  rationale:
    'Repeated ids join what does not belong together. A spreadsheet writes a long number as 1.29E+18, and many readers of JSON round a number beyond 2^53: the record cannot be found again. Ids in two splits are told by F11.',
  examples: {
    good: [
      {
        why: 'digits are text',
        files: { 'claims.csv': 'id,claim,verdict\n1293586098392768514,One,true\n00417,Two,true\n' },
      },
    ],
    bad: [
      { files: { 'claims.csv': 'id,claim,verdict\n7,One,true\n7,Two,true\n' }, at: '7' },
      { files: { 'claims.csv': 'id,claim,verdict\n1.29359E+18,One,true\n' }, at: '1.29359E+18' },
      { files: { 'claims.csv': 'id,claim,verdict\n 12,One,true\n' }, at: ' 12' },
      {
        mapping: 'files: [{ path: claims.jsonl }]\nfields: { id: id, text: claim }\n',
        files: { 'claims.jsonl': '{"id": 1293586098392768514, "claim": "One"}\n' },
        at: '1293586098392768514',
      },
    ],
  },
  open(data, report) {
    const field = data.field('id');
    if (!field) return {};
    const firsts: Map<number, number>[] = [];
    return {
      record(record, number) {
        const id = given(record.values.id);
        if (id === null) return;
        const place = () => data.placeOf(number, 'id');
        if (E_NOTATION.test(id)) {
          report({
            place: place(),
            rows: [number],
            message: 'A spreadsheet has rounded this id.',
            expected: 'every digit of the id',
            found: id,
            hint: 'take the ids from where the data came from, and keep spreadsheets away from the file',
          });
        } else if (id !== id.trim()) {
          report({
            place: place(),
            rows: [number],
            message: 'Space stands at an end of this id.',
            expected: id.trim(),
            found: JSON.stringify(id),
          });
        } else if (/^\d{16}/.test(id) && follow(rootItem(record.value), field.steps)[0]?.value instanceof LargeNumber) {
          report({
            place: place(),
            rows: [number],
            message: 'This id is a JSON number beyond 2^53, which most readers round.',
            expected: `"${id}", a text`,
            found: id,
          });
        }
        const split = data.splitOf(number);
        if (split < 0) return;
        firsts[split] ??= new Map();
        const known = firsts[split] as Map<number, number>;
        const key = keyOf(id);
        const first = known.get(key);
        if (first === undefined) {
          known.set(key, number);
          return;
        }
        const [is, was] = [data.verdictOf(number), data.verdictOf(first)];
        const verdicts = is !== null && was !== null && is !== was;
        const differ = data.contents.at(number) !== data.contents.at(first);
        report({
          place: place(),
          rows: [number, first],
          message: `The id is given twice${verdicts ? ', and the verdicts differ' : differ ? ', and the records differ' : ', with the same record'}.`,
          expected: 'an id of its own for each record',
          found: id,
          related: [{ ...data.placeOf(first, 'id'), message: 'It is first given here.' }],
        });
      },
    };
  },
};
