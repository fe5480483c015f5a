// An address leads to a page that people can read.

import { forEachAddress } from '../article/addresses.ts';
import { excerpt } from '../findings/finding.ts';
import { hostOf } from '../values/webHost.ts';
import type { Rule } from './engine/rule.ts';

const WORD =
  /(?:^|[/.?&=_-])(?:todo|tbd|fixme|xxx+|placeholder|changeme|lorem-ipsum|your-?(?:url|link|site|domain)|insert-?(?:url|link)(?:-?here)?|url-?here|link-?here)(?:$|[/.?&=_#-])/i;
// RFC 2606, RFC 6761 and RFC 6762: names that no public page has; and addresses of private networks.
const NOWHERE =
  /^(?:localhost|(?:.*\.)?(?:invalid|test|local|localhost|internal)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|169\.254\.[\d.]+|0\.0\.0\.0|\[::1?\])$/;

/**
 * What a host of the public net looks like: parts of letters, digits and hyphens between dots, none of them empty; or
 * an address of IPv6.
 */
const PUBLIC = /^(?:[\p{L}\p{M}\p{N}_-]{1,63}[.。．｡]){1,20}[\p{L}\p{M}\p{N}-]{1,63}\.?$|^\[/u;
const PLAIN = /^(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}$/;

export const placeholderAddress: Rule = {
  code: 'E06',
  title: 'An address leads to a page that anybody can read.',
  severity: 'error',
  warnsOfImported: true,
  scope: 'article',
  rationale: 'A word that holds a place, or a host of a private network, was never looked at by anybody else.',
  examples: {
    good: [{ edits: [{ replace: 'log/2024-04', by: 'log/todolists' }] }],
    bad: [
      { edits: [{ replace: 'log/2024-04', by: 'TODO' }], at: 'https://harbour.example.org/TODO' },
      {
        why: 'written twice',
        edits: [{ replace: 'https://harbour.example.org', by: 'https://https://harbour.example.org' }],
        at: 'https://https://harbour.example.org/log/2024-04',
      },
      {
        edits: [{ replace: 'https://harbour.example.org', by: 'http://localhost:8080' }],
        at: 'http://localhost:8080/log/2024-04',
      },
    ],
  },
  check(subject, report) {
    forEachAddress(subject, (address, pointer) => {
      const host = hostOf(address);
      const isPublic = PLAIN.test(host) || PUBLIC.test(host);
      if (isPublic && !WORD.test(address.slice(8)) && !NOWHERE.test(host)) return;
      report({
        ...(isPublic ? {} : { message: `No page can be at a host that is called \`${excerpt(host)}\`.` }),
        pointer,
        expected: 'the address of a public page',
        found: address,
        hint: 'write the address that was read, or null',
      });
    });
  },
};
