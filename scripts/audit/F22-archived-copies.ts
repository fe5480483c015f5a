// An archived copy is one of the page.
import { given } from '../exchange/missing.ts';
import { hostOf, isWithin } from '../values/webHost.ts';
import { pageOf, splitArchived } from '../values/webPage.ts';
import type { AuditRule } from './rule.ts';

const LOGIN = /(?:^|\/)(?:log-?in|sign-?in|signin|logon|checkpoint|authwall|consent)(?:\.\w+)?(?:\/|$)/i;

const MAPPING = `files: [{ path: claims.csv }]
fields: { text: claim }
lists: { evidence: { each: ".", fields: { url: page, archive_url: copy } } }
`;

export const archivedCopies: AuditRule = {
  code: 'F22',
  title: 'An archived copy is one of the page.',
  severity: 'warning',
  scope: 'list',
  rationale: 'A copy of a login page or of another site proves nothing, and nobody sees it until the page is gone.',
  examples: {
    good: [
      {
        mapping: MAPPING,
        files: {
          'claims.csv':
            'claim,page,copy\nOne,https://example.org/1,https://web.archive.org/web/20210601000000/http://www.example.org/1/\n',
        },
      },
    ],
    bad: [
      {
        mapping: MAPPING,
        files: {
          'claims.csv':
            'claim,page,copy\nOne,https://example.org/1,https://web.archive.org/web/20210601000000/https://example.org/login/?next=1\n',
        },
        at: 'login',
      },
      {
        mapping: MAPPING,
        files: {
          'claims.csv':
            'claim,page,copy\nOne,https://example.org/1,https://web.archive.org/web/20210601000000/https://example.com/1\n',
        },
        at: 'example.com',
      },
    ],
  },
  open(data, report) {
    const lists = data.mapping.lists.filter(({ name }) => data.itemField(name, 'archive_url'));
    return {
      record(record, number) {
        for (const { name } of lists)
          for (const item of record.lists[name] ?? []) {
            const copy = given(item.values['archive_url']);
            const archived = copy === null ? null : splitArchived(copy);
            if (!archived) continue;
            const url = given(item.values['url']);
            const message = judge(archived.address, url);
            if (message !== null)
              report({
                place: data.placeInItem(record, name, item, 'archive_url'),
                rows: [number],
                message,
                expected: url === null ? 'a copy of the page' : `a copy of ${url}`,
                found: archived.address,
              });
          }
      },
    };
  },
};

function judge(archived: string, url: string | null): string | null {
  if (url !== null && pageOf(url) === pageOf(archived)) return null;
  const path = archived.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  if (LOGIN.test(path)) return 'The archived copy is one of a login page.';
  if (url === null) return null;
  const [host, other] = [hostOf(splitArchived(url)?.address ?? url), hostOf(archived)];
  if (host === '' || other === '' || isWithin(host, other) || isWithin(other, host)) return null;
  return 'The archived copy is one of another site.';
}
