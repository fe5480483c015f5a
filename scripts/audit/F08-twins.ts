// A claim is there once.
import { PairTwins } from './pairTwins.ts';
import type { AuditRule } from './rule.ts';

export const twins: AuditRule = {
  code: 'F08',
  title: 'A claim is there once, and is not nearly said again.',
  severity: 'warning',
  scope: 'dataset',
  rationale:
    'Twins count twice in every figure and make a test easier than it looks. The same words: letters and digits in order, case set aside. Nearly: the words that are no numbers overlap by 0.8 at least, the numbers are the same, there are six words or more. Twins in two splits are told by F11.',
  examples: {
    good: [
      {
        why: 'another number is another claim',
        files: {
          'claims.csv':
            'id,claim,verdict\n1,The harbour office of Eskham counted 412 ships in the month of May,true\n2,The harbour office of Eskham counted 398 ships in the month of May,true\n',
        },
      },
    ],
    bad: [
      {
        files: { 'claims.csv': 'id,claim,verdict\n1,The bridge is shut,true\n2,THE BRIDGE IS SHUT!,true\n' },
        at: 'THE BRIDGE',
      },
      {
        files: {
          'claims.csv':
            'id,claim,verdict\n1,Most pupils of Corvale walk to school every day of the week,true\n2,Most pupils of Corvale walk to school each day of the week,true\n',
        },
        at: 'each day',
      },
    ],
  },
  open(data, report) {
    const pairs = new PairTwins(data);
    return {
      record(record, number) {
        const twin = data.wordings.twins.at(number);
        if (twin >= 0)
          report({
            place: data.placeOf(number, 'text'),
            rows: [number, twin],
            message: 'The claim is there already, in the same words.',
            expected: 'a claim that no other record makes',
            found: record.values.text ?? '',
            related: [{ ...data.placeOf(twin, 'text'), message: 'It is first made here.' }],
          });
        pairs.add(record, number, (item, { number: first }, apart) => {
          if (apart) return;
          report({
            place: data.placeInItem(record, 'evidence', item, 'text'),
            rows: [number, first],
            message: 'The claim and this piece of evidence are there already, in the same words.',
            found: item.values['text'] ?? '',
            related: [{ ...data.placeOf(first, 'text'), message: 'They first stand together here.' }],
          });
        });
      },
      end: () => tellNear(),
    };

    function tellNear(): void {
      for (const [number, other] of data.listNear()) {
        if (data.splitOf(number) !== data.splitOf(other)) continue;
        report({
          place: data.placeOf(number, 'text'),
          rows: [number, other],
          message: 'The claim says nearly the same as another.',
          expected: 'a claim that says something else, or the same claim once',
          related: [{ ...data.placeOf(other, 'text'), message: 'The other claim stands here.' }],
        });
      }
    }
  },
};
