// The judgement of other fact-checkers is not evidence.
import { hostOf } from '../values/webHost.ts';
import type { Rule } from './engine/rule.ts';
/** Sites, or parts of them, that publish verdicts on claims. */
import SITES from './measures/fact-check-sites.json' with { type: 'json' };

/** What the paths of a site begin with that publish verdicts, by its host; '' where all do. */
const PATHS = new Map<string, string[]>();
for (const site of SITES) {
  const slash = site.indexOf('/');
  const host = slash < 0 ? site : site.slice(0, slash);
  const path = slash < 0 ? '' : site.slice(slash);
  PATHS.set(host, [...(PATHS.get(host) ?? []), path]);
}

export const factCheckSite: Rule = {
  code: 'E10',
  title: 'The judgement of a fact-checking site is not evidence.',
  severity: 'warning',
  scope: 'evidence',
  rationale:
    'A model that is trained on it learns to look up verdicts; an annotator who follows it has not judged. What the fact-checkers cite is the evidence.',
  examples: {
    good: [
      {
        why: 'The rest of a news site is news.',
        edits: [{ replace: 'https://harbour.example.org/log/2024-04', by: 'https://www.reuters.com/world/aldport' }],
      },
    ],
    bad: [
      {
        edits: [
          { replace: 'https://harbour.example.org/log/2024-04', by: 'https://www.snopes.com/fact-check/aldport' },
        ],
        at: 'https://www.snopes.com/fact-check/aldport',
      },
      {
        edits: [
          { replace: 'https://harbour.example.org/log/2024-04', by: 'https://www.reuters.com/fact-check/aldport' },
        ],
        at: 'https://www.reuters.com/fact-check/aldport',
      },
    ],
  },
  check({ evidence, evidencePointer }, report) {
    if (evidence.url === null || !isFactCheck(evidence.url)) return;
    report({
      pointer: `${evidencePointer}/url`,
      expected: 'the source itself',
      found: evidence.url,
      hint: 'cite what the fact-checkers cite',
    });
  },
};

/** A part of any site that says of itself what it publishes. */
const NAMED = /\/fact-?check(?:s|ed|er|ers|ing)?(?:\/|$)/i;

/**
 * Whether the host of an address, or a domain that it lies below, is such a site, or the address leads to a site's fact
 * checks.
 */
function isFactCheck(address: string): boolean {
  if (address.includes('/fact') && NAMED.test(pathOf(address))) return true;
  const host = hostOf(address);
  for (let from = 0; ; ) {
    const paths = PATHS.get(host.slice(from));
    if (paths?.some((path) => pathOf(address).startsWith(path))) return true;
    const dot = host.indexOf('.', from);
    if (dot < 0) return false;
    from = dot + 1;
  }
}

function pathOf(address: string): string {
  const start = address.indexOf('/', 8);
  return start < 0 ? '' : address.slice(start);
}
