// Nothing is dated after the label that rests on it.
import { parseEdtf } from '../values/edtf.ts';
import type { Rule } from './engine/rule.ts';

export const lateDate: Rule = {
  code: 'C08',
  title: 'Nothing is dated after the label that rests on it.',
  severity: 'error',
  scope: 'claim',
  rationale:
    'Nobody can judge by a page that is not there yet. The newest vote is what dates are compared with; no clock is read.',
  examples: {
    good: [{ why: 'An event may lie ahead.', edits: [{ replace: 'event_date: 2024-04', by: 'event_date: 2025-04' }] }],
    bad: [
      { edits: [{ replace: 'published: 2024-04-30', by: 'published: 2024-05-10' }], at: '2024-05-10' },
      { edits: [{ replace: 'accessed: null', by: 'accessed: 2025-05-09' }], at: '2025-05-09' },
      {
        why: 'Where several dates lie after the vote, it is the vote that is wrong.',
        edits: [{ replace: 'date: 2024-05-09', by: 'date: 2023-05-09' }],
        at: '2023-05-09',
      },
    ],
  },
  check({ claim, pointer }, report, _, { file, article }) {
    let newest = '';
    let vote = 0;
    for (let i = 0; i < claim.annotations.length; i++) {
      const date = claim.annotations[i]?.date ?? '';
      if (date > newest) {
        newest = date;
        vote = i;
      }
    }
    if (newest === '') return;
    const late: { pointer: string; date: string }[] = [];
    const { claim_date: dated } = claim;
    const made = dated === null ? null : (parseEdtf(dated)?.first ?? null);
    if (dated !== null && made !== null && made > newest) {
      // A claim that is dated after its article is the finding of another rule.
      const published = article.published === null ? null : parseEdtf(article.published);
      if (!isLater(dated, published?.last ?? '9999') && isLater(dated, newest))
        late.push({ pointer: `${pointer}/claim_date`, date: dated });
    } else if (made !== null) {
      for (let i = 0; i < claim.annotations.length; i++) {
        const date = claim.annotations[i]?.date ?? '';
        if (date >= made) continue;
        report({
          pointer: `${pointer}/annotations/${i}/date`,
          message: 'The vote is older than the claim.',
          expected: `${made} or later`,
          found: date,
          related: [{ file, pointer: `${pointer}/claim_date`, message: 'The claim is dated here.' }],
        });
      }
    }
    for (let i = 0; i < claim.evidence.length; i++) {
      const evidence = claim.evidence[i];
      if (!evidence) continue;
      const { published, accessed } = evidence;
      if (published !== null && isLater(published, newest))
        late.push({ pointer: `${pointer}/evidence/${i}/published`, date: published });
      if (accessed !== null && isLater(accessed, newest))
        late.push({ pointer: `${pointer}/evidence/${i}/accessed`, date: accessed });
    }
    const [only] = late;
    if (!only) return;
    const cast = `${pointer}/annotations/${vote}/date`;
    if (late.length === 1)
      report({
        pointer: only.pointer,
        message: 'The date lies after the newest vote on the claim.',
        expected: `${newest} or earlier`,
        found: only.date,
        related: [{ file, pointer: cast, message: 'The newest vote is dated here.' }],
      });
    else
      report({
        pointer: cast,
        message: `The newest vote is older than ${late.length} dates of the claim.`,
        expected: `a day after ${late.map(({ date }) => date).sort()[0]}`,
        found: newest,
        related: late.slice(0, 3).map((place) => ({ file, pointer: place.pointer, message: 'This date is later.' })),
      });
  },
};

/** Whether an EDTF date surely lies after a day. */
function isLater(date: string, day: string): boolean {
  const first = parseEdtf(date)?.first;
  return first !== null && first !== undefined && first > day;
}
