// The judgement of other fact-checkers is not evidence.
import { hostOf } from '../values/webHost.ts';
import type { Rule } from './engine/rule.ts';

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
    if (!isFactCheck(evidence.url)) return;
    report({
      pointer: `${evidencePointer}/url`,
      expected: 'the source itself',
      found: evidence.url,
      hint: 'cite what the fact-checkers cite',
    });
  },
};

/** Whether the host of an address, or a domain that it lies below, is such a site. */
function isFactCheck(address: string): boolean {
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
