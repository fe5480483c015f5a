// The same words have the same verdict.
import { given } from '../exchange/missing.ts';
import { PairTwins } from './pairTwins.ts';
import type { AuditRule } from './rule.ts';

export const oppositeTwins: AuditRule = {
  code: 'F09',
  title: 'The same words have the same verdict.',
  severity: 'error',
  scope: 'dataset',
  rationale:
    'One of the two labels is wrong, and whoever trains on the data learns both. For nearly the same words it is a warning.',
  examples: {
    good: [],
    bad: [
      {
        files: { 'claims.csv': 'id,claim,verdict\n1,The bridge is shut,true\n2,The bridge is shut.,false\n' },
        at: 'false',
      },
    ],
  },
  open(data, report) {
    const pairs = new PairTwins(data);
    const stances = data.itemField('evidence', 'stance') !== undefined;
    return {
      record(record, number) {
        const twin = data.wordings.twins.at(number);
        if (twin >= 0) compare(number, twin, false);
        if (stances)
          pairs.add(record, number, (item, { number: first, stance: was }) => {
            const is = given(item.values['stance']);
            if (is === null || was === null || is === was) return;
            report({
              place: data.placeInItem(record, 'evidence', item, 'stance'),
              rows: [number, first],
              message: 'The same claim and the same evidence have another label elsewhere.',
              expected: was,
              found: is,
              related: [{ ...data.placeOf(first, 'text'), message: 'They first stand together here.' }],
            });
          });
      },
      end() {
        for (const [number, other] of data.listNear())
          if (data.splitOf(number) === data.splitOf(other)) compare(number, other, true);
      },
    };

    function compare(number: number, other: number, near: boolean): void {
      const [is, was] = [data.verdictOf(number), data.verdictOf(other)];
      if (is === null || was === null || is === was) return;
      report({
        place: data.placeOf(number, 'verdict'),
        rows: [number, other],
        message: `${near ? 'Nearly the same' : 'The same'} words have another verdict elsewhere.`,
        ...(near ? { severity: 'warning' as const } : {}),
        expected: was,
        found: is,
        related: [{ ...data.placeOf(other, 'verdict'), message: 'The other verdict stands here.' }],
      });
    }
  },
};
