// Evidence that counts as several goes back to several.
import { isPublished } from '../claims/status.ts';
import type { Rule } from './engine/rule.ts';

export const oneOrigin: Rule = {
  code: 'E07',
  title: 'Several pieces of evidence go back to more than one origin.',
  severity: 'warning',
  scope: 'claim',
  sparesImported: true,
  rationale:
    'Ten copies of one agency story are one story. Only evidence that decides is counted, and what the claimant itself published about its own words or acts is the primary source.',
  examples: {
    good: [
      {
        edits: [
          { replace: 'stance: context', by: 'stance: supports' },
          {
            replace:
              'title: Minutes of the meeting of 1 May 2024\n        publisher: Aldport Council\n        origin: aldport-council',
            by: 'title: Minutes of the meeting of 1 May 2024\n        publisher: Aldport Council\n        origin: aldport-herald',
          },
        ],
      },
    ],
    bad: [{ edits: [{ replace: 'stance: context', by: 'stance: supports' }], at: 'evidence' }],
  },
  check({ claim, pointer }, report, { vocabulary }) {
    if (claim.evidence.length < 2 || !isPublished(claim)) return;
    // Whether a misspelt claimant is the origin nobody knows yet.
    if (claim.claimant !== null && claim.claimant !== 'article' && !vocabulary.entities.has(claim.claimant)) return;
    let origin: string | null = null;
    let stance: string | null = null;
    let times = 0;
    for (const evidence of claim.evidence) {
      if (evidence.stance === 'context') continue;
      if (evidence.origin === null || evidence.origin === claim.claimant) return;
      if (times > 0 && (evidence.origin !== origin || evidence.stance !== stance)) return;
      origin = evidence.origin;
      stance = evidence.stance;
      times++;
    }
    if (times < 2 || origin === null) return;
    report({
      pointer: `${pointer}/evidence`,
      part: 'key',
      message: `All ${times} pieces of evidence that decide go back to \`${origin}\`.`,
      expected: 'a second origin',
      found: origin,
      hint: 'look for somebody else who saw it; where nobody could, suppress this with the reason',
    });
  },
};
