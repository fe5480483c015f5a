// An address leads to a page that people can read.

import { forEachAddress } from '../article/addresses.ts';
import { hostOf } from '../values/webHost.ts';
import type { Rule } from './engine/rule.ts';

const WORD =
  /(?:^|[/.?&=_-])(?:todo|tbd|fixme|xxx+|placeholder|changeme|lorem-ipsum|your-?(?:url|link|site|domain)|insert-?(?:url|link)(?:-?here)?|url-?here|link-?here)(?:$|[/.?&=_#-])/i;
// RFC 2606, RFC 6761 and RFC 6762: names that no public page has; and addresses of private networks.
const NOWHERE =
  /^(?:localhost|(?:.*\.)?(?:invalid|test|local|localhost|internal)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|0\.0\.0\.0|\[::1?\])$/;

export const placeholderAddress: Rule = {
  code: 'E06',
  title: 'An address leads to a page that anybody can read.',
  severity: 'error',
  scope: 'article',
  rationale: 'A word that holds a place, or a host of a private network, was never looked at by anybody else.',
  examples: {
    good: [{ edits: [{ replace: 'log/2024-04', by: 'log/todolists' }] }],
    bad: [
      { edits: [{ replace: 'log/2024-04', by: 'TODO' }], at: 'https://harbour.example.org/TODO' },
      {
        edits: [{ replace: 'https://harbour.example.org', by: 'http://localhost:8080' }],
        at: 'http://localhost:8080/log/2024-04',
      },
    ],
  },
  check(subject, report) {
    forEachAddress(subject, (address, pointer) => {
      const host = hostOf(address);
      if (!WORD.test(address.slice(8)) && !NOWHERE.test(host)) return;
      report({
        pointer,
        expected: 'the address of a public page',
        found: address,
        hint: 'write the address that was read, or null',
      });
    });
  },
};
