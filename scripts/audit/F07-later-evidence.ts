// Evidence is as old as the claim, where the dataset says so.
import { readDate } from '../exchange/dateForm.ts';
import { given } from '../exchange/missing.ts';
import { isAfter } from '../values/edtf.ts';
import { dayInAddress } from './addressDay.ts';
import type { AuditRule } from './rule.ts';

const MAPPING = `files: [{ path: claims.csv }]
fields: { text: claim, claim_date: day }
lists: { evidence: { each: ".", fields: { url: page } } }
declared: { evidence_before_claim: true }
`;

export const laterEvidence: AuditRule = {
  code: 'F07',
  title: 'Evidence is not later than the claim, where the dataset promises that.',
  severity: 'warning',
  scope: 'list',
  rationale:
    'A system that is tested on such a dataset must not see what came after the claim, least of all the checks of it. Judged only where the mapping declares `evidence_before_claim`.',
  examples: {
    good: [
      {
        mapping: MAPPING,
        files: { 'claims.csv': 'claim,day,page\nOne,2021-05-04,https://example.org/2021/05/02/x\n' },
      },
    ],
    bad: [
      {
        mapping: MAPPING,
        files: { 'claims.csv': 'claim,day,page\nOne,2021-05-04,https://example.org/2021/05/20/x\n' },
        at: 'https://example.org/2021/05/20/x',
      },
    ],
  },
  open(data, report) {
    if (!data.mapping.declared.evidence_before_claim) return {};
    const form = data.field('claim_date')?.form ?? null;
    const evidenceForm = data.itemField('evidence', 'published')?.form ?? null;
    return {
      record(record, number) {
        const written = given(record.values.claim_date);
        const claimed = written === null ? null : readDate(written, form);
        if (!claimed) return;
        for (const item of record.lists.evidence ?? []) {
          const address = given(item.values['url']);
          const published = given(item.values['published']);
          const day =
            (address === null ? null : dayInAddress(address)) ??
            (published === null ? null : readDate(published, evidenceForm));
          if (!day || isAfter(day, claimed) !== true) continue;
          report({
            place: data.placeInItem(record, 'evidence', item, address === null ? 'published' : 'url'),
            rows: [number],
            message: 'The evidence is later than the claim.',
            expected: `evidence of ${claimed.last ?? claimed.first} or before`,
            found: day.first ?? '',
          });
        }
      },
    };
  },
};
