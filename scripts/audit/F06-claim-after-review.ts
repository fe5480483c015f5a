// A claim is made before somebody reviews it.
import { readDate, swapDay } from '../exchange/dateForm.ts';
import { given } from '../exchange/missing.ts';
import type { ListItem } from '../exchange/record.ts';
import { type Days, isAfter } from '../values/edtf.ts';
import { dayInAddress, dayOfArchive } from './addressDay.ts';
import type { AuditRule } from './rule.ts';

const MAPPING = `files: [{ path: claims.csv }]
fields: { text: claim, claim_date: day }
lists: { reviews: { each: ".", fields: { url: review } } }
`;

export const claimAfterReview: AuditRule = {
  code: 'F06',
  title: 'A claim is not made after its own review.',
  severity: 'error',
  scope: 'list',
  rationale:
    'What was checked had been said before. A claim date behind the review is wrong, often because day and month have changed places. The day of the review is that in its address, else that of its archived copy, else the one that is mapped.',
  examples: {
    good: [
      {
        mapping: MAPPING,
        files: { 'claims.csv': 'claim,day,review\nOne,2021-05-08,https://desk.example.org/2021/05/08/one\n' },
      },
    ],
    bad: [
      {
        mapping: MAPPING,
        files: { 'claims.csv': 'claim,day,review\nOne,2021-08-05,https://desk.example.org/2021/05/08/one\n' },
        at: '2021-08-05',
      },
    ],
  },
  open(data, report) {
    const form = data.field('claim_date')?.form ?? null;
    const reviewForm = data.itemField('reviews', 'published')?.form ?? null;
    return {
      record(record, number) {
        const written = given(record.values.claim_date);
        const claimed = written === null ? null : readDate(written, form);
        if (written === null || !claimed) return;
        for (const review of record.lists.reviews ?? []) {
          const reviewed = dayOf(review, reviewForm);
          if (!reviewed || isAfter(claimed, reviewed) !== true) continue;
          const swapped = claimed.first !== null && claimed.first === claimed.last ? swapDay(claimed.first) : null;
          const isSwapped = swapped !== null && isAfter({ first: swapped, last: swapped }, reviewed) !== true;
          const day = reviewed.last ?? reviewed.first ?? '';
          report({
            place: data.placeOf(number, 'claim_date'),
            rows: [number],
            message: `The claim is dated after its own review${isSwapped ? ': day and month have changed places' : ''}.`,
            expected: `${day} or before`,
            found: written,
            hint: isSwapped ? `was ${swapped} meant?` : 'look the day up in the review',
          });
          return;
        }
      },
    };
  },
};

function dayOf({ values }: ListItem, form: string | null): Days | null {
  const [address, archive] = [given(values['url']), given(values['archive_url'])];
  const published = given(values['published']);
  return (
    (address === null ? null : (dayInAddress(address) ?? dayOfArchive(address))) ??
    (archive === null ? null : (dayInAddress(archive) ?? dayOfArchive(archive))) ??
    (published === null ? null : readDate(published, form))
  );
}
