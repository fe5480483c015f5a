// An address names a page and not the way to it.
import { forEachAddress } from '../article/addresses.ts';
import type { Rule } from './engine/rule.ts';

// Parameters that say where a reader came from, by what their makers document; none of them chooses the page.
const NAMES =
  'utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|ysclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|_ga|_gl|_hsenc|_hsmi|hsctatracking|vero_id|oly_anon_id|oly_enc_id|wickedid|s_cid|ncid|cmpid|ref_src|ref_url|smid|at_medium|at_campaign|at_custom[0-9]|xtor|spm|source=rss';
const PARAMETER = `([?&])(?:${NAMES})(?:=[^&#]*)?(?=&|#|$)`;
const TRACKING = new RegExp(PARAMETER, 'i');
const EVERY = new RegExp(PARAMETER, 'gi');

export const tracking: Rule = {
  code: 'E04',
  title: 'An address holds no tracking parameters.',
  severity: 'warning',
  scope: 'article',
  rationale: 'They say where a reader came from, make one page look like two, and may lead back to a person.',
  examples: {
    good: [{ edits: [{ replace: 'log/2024-04', by: 'log?month=2024-04' }] }],
    bad: [
      {
        edits: [{ replace: 'log/2024-04', by: 'log?month=4&utm_source=letter&fbclid=abc#top' }],
        at: 'https://harbour.example.org/log?month=4&utm_source=letter&fbclid=abc#top',
      },
      { edits: [{ replace: 'bridge-reopens', by: 'bridge-reopens?utm_medium=mail' }], at: 'utm_medium' },
    ],
  },
  check(subject, report) {
    forEachAddress(subject, (address, pointer) => {
      if (!address.includes('?') || !TRACKING.test(address)) return;
      const value = clean(address);
      report({
        pointer,
        expected: value,
        found: address,
        hint: 'the address without them leads to the same page',
        fix: { title: 'take the tracking parameters out', changes: [{ kind: 'set', pointer, value }] },
      });
    });
  },
};

function clean(address: string): string {
  return address
    .replace(EVERY, (_, sign: string) => (sign === '?' ? '?' : ''))
    .replace('?&', '?')
    .replace(/\?(?=#|$)/, '');
}
