// Evidence is not the review that it leads to, nor the claim itself.
import { given } from '../exchange/missing.ts';
import type { RecordPlace } from '../exchange/record.ts';
import { hostOf } from '../values/webHost.ts';
import { pageOf, splitArchived } from '../values/webPage.ts';
import { int32 } from './columns.ts';
import type { AuditRule } from './rule.ts';

const MAPPING = `files: [{ path: claims.csv }]
fields: { text: claim }
lists:
  evidence: { each: ".", fields: { url: page } }
  reviews: { each: ".", fields: { url: review } }
  appearances: { each: ".", fields: { url: made } }
`;

export const circularEvidence: AuditRule = {
  code: 'F21',
  title: 'Evidence is neither a review of the claim nor the claim itself.',
  severity: 'warning',
  scope: 'list',
  rationale:
    'Whoever is to check a claim must not be handed the verdict: its own review, or a page of a site that reviews claims of this dataset. Where the evidence is the page on which the claim was made, nothing supports it but itself.',
  examples: {
    good: [
      {
        mapping: MAPPING,
        files: { 'claims.csv': 'claim,page,review,made\nOne,https://log.example.org/1,https://desk.example.org/1,\n' },
      },
    ],
    bad: [
      {
        mapping: MAPPING,
        files: {
          'claims.csv': 'claim,page,review,made\nOne,http://www.desk.example.org/1/,https://desk.example.org/1,\n',
        },
        at: 'http://www.desk',
      },
      {
        mapping: MAPPING,
        files: { 'claims.csv': 'claim,page,review,made\nOne,https://desk.example.org/2,https://desk.example.org/1,\n' },
        at: 'https://desk.example.org/2',
      },
      {
        mapping: MAPPING,
        files: {
          'claims.csv': 'claim,page,review,made\nOne,https://soc.example.com/p/1,,https://soc.example.com/p/1\n',
        },
        at: 'https://soc',
      },
    ],
  },
  open(data, report) {
    const reviewing = new Set<string>();
    /** Evidence by host, which is judged when all reviews are known. */
    const byHost = new Map<string, { numbers: ReturnType<typeof int32>; pointers: string[] }>();
    return {
      record({ lists, ...record }, number) {
        const reviews = new Set<string>();
        for (const { values } of lists.reviews ?? [])
          for (const address of [given(values['url']), given(values['archive_url'])])
            if (address !== null) {
              reviews.add(pageOf(address));
              const host = originOf(address);
              if (host !== '') reviewing.add(host);
            }
        const own = new Set<string>();
        for (const { values } of lists.appearances ?? [])
          for (const address of [given(values['url']), given(values['archive_url'])])
            if (address !== null) own.add(pageOf(address));
        for (const item of lists.evidence ?? []) {
          const address = given(item.values['url']);
          if (address === null) continue;
          const page = pageOf(address);
          const place = data.placeInItem({ ...record, lists }, 'evidence', item, 'url');
          const isReview = reviews.has(page);
          if (isReview || own.has(page)) {
            tell(
              place,
              number,
              isReview
                ? 'The evidence is the review of this very claim.'
                : 'The evidence is the page on which the claim was made.',
              address,
            );
            continue;
          }
          const host = originOf(address);
          if (host === '') continue;
          const entry = byHost.get(host) ?? { numbers: int32(), pointers: [] };
          byHost.set(host, entry);
          entry.numbers.push(number);
          entry.pointers.push(place.pointer);
        }
      },
      end() {
        for (const [host, { numbers, pointers }] of byHost) {
          if (!reviewing.has(host)) continue;
          pointers.forEach((pointer, i) => {
            const number = numbers.at(i);
            tell(
              { ...data.placeOf(number), pointer },
              number,
              'The evidence is on a site that reviews claims of this dataset.',
              host,
            );
          });
        }
      },
    };

    function tell(place: RecordPlace, number: number, message: string, found: string): void {
      report({
        place,
        rows: [number],
        message,
        expected: 'a page that says what happened, not what the verdict is',
        found,
      });
    }
  },
};

/** The host of the page, without a Web Archive around it. */
function originOf(address: string): string {
  return hostOf(splitArchived(address)?.address ?? address);
}
