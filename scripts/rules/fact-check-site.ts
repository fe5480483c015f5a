// The judgement of other fact-checkers is not evidence.
import { hostOf, isWithin } from '../values/webHost.ts';
import type { Rule } from './rule.ts';

/** Sites, or parts of them, that publish verdicts on claims. */
const SITES: readonly string[] = [
  'snopes.com',
  'politifact.com',
  'factcheck.org',
  'fullfact.org',
  'stopfake.org',
  'polygraph.info',
  'leadstories.com',
  'checkyourfact.com',
  'factcheck.afp.com',
  'factual.afp.com',
  'factuel.afp.com',
  'faktencheck.afp.com',
  'factcheckni.org',
  'factcheck.kz',
  'factcheck.bg',
  'factcheck.ge',
  'africacheck.org',
  'altnews.in',
  'boomlive.in',
  'vishvasnews.com',
  'factly.in',
  'newschecker.in',
  'maldita.es',
  'newtral.es',
  'chequeado.com',
  'correctiv.org/faktencheck',
  'mimikama.org',
  'demagog.org.pl',
  'demagog.cz',
  'demagog.sk',
  'konkret24.tvn24.pl',
  'pagellapolitica.it',
  'facta.news',
  'voxukraine.org/en/voxcheck',
  'voxcheck.voxukraine.org',
  'provereno.media',
  'euvsdisinfo.eu',
  'logicallyfacts.com',
  'verafiles.org',
  'rappler.com/newsbreak/fact-check',
  'reuters.com/fact-check',
  'reuters.com/article/factcheck',
  'apnews.com/ap-fact-check',
  'apnews.com/hub/ap-fact-check',
  'usatoday.com/story/news/factcheck',
  'washingtonpost.com/politics/fact-checker',
  'teyit.org',
  'dogrulukpayi.com',
  'tfc-taiwan.org.tw',
  'factcheckcenter.jp',
  'newsguardtech.com',
  'sciencefeedback.co',
  'climatefeedback.org',
  'healthfeedback.org',
];
const BY_HOST = SITES.map((site) => {
  const slash = site.indexOf('/');
  return slash < 0 ? { host: site, path: '' } : { host: site.slice(0, slash), path: site.slice(slash) };
});

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
    const host = hostOf(evidence.url);
    for (const site of BY_HOST) {
      if (!isWithin(host, site.host) || (site.path !== '' && !pathOf(evidence.url).startsWith(site.path))) continue;
      report({
        pointer: `${evidencePointer}/url`,
        expected: 'the source itself',
        found: evidence.url,
        hint: 'cite what the fact-checkers cite',
      });
      return;
    }
  },
};

function pathOf(address: string): string {
  const start = address.indexOf('/', 8);
  return start < 0 ? '' : address.slice(start);
}
