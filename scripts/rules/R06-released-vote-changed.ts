// A released vote stays as it was cast.

import { ownerOf } from '../claims/claimNumber.ts';
import { excerpt } from '../findings/finding.ts';
import type { Rule } from './engine/rule.ts';
import { sayCorrection } from './measures/correction.ts';

export const releasedVoteChanged: Rule = {
  code: 'R06',
  title: 'A released vote is changed or taken out only with an entry in `revisions`.',
  severity: 'error',
  scope: 'release',
  rationale:
    'Agreement is measured from votes as they were cast; who changes one afterwards changes what was measured, and nobody could tell.',
  examples: { good: [], bad: [] },
  check({ release, votes, facts, cast }, report) {
    if (!release) return;
    for (const { id, was, now } of votes) {
      const claim = facts.find(id);
      if (claim < 0) continue;
      const pointer = `${facts.pointer(claim)}/annotations`;
      const from = `\`from: "${now?.annotator ?? 'ANNOTATOR'}: ${was}"\``;
      // A vote of a file of its own is put right there.
      const line =
        now && cast.get(ownerOf(id))?.find((one) => one.claim === id && one.vote.annotator === now.annotator);
      const place = now ? { pointer: `${pointer}/${now.at}/${now.column}` } : { pointer, part: 'key' as const };
      report({
        ...(line ? { file: line.file, offsets: line.offsets } : { file: facts.file(claim), ...place }),
        message: now
          ? `The ${now.column} of ${now.annotator}'s vote is not what version ${release.version} gives, and no revision says why. That vote was for \`${was}\`.`
          : `A vote for \`${was}\` that version ${release.version} gives is not here, and no revision says why.`,
        expected: `the vote as it was released, or an entry of \`revisions\` with \`field: annotations\`, ${from} and ${now ? 'the vote as it is now in `to`, written like that' : '`to: null`'}`,
        ...(now ? { found: excerpt(now.is) } : {}),
        hint: now
          ? `put the vote back as it was cast; ${sayCorrection(now.annotator, was, now.verdict, now.isAlone)}`
          : 'put the vote back as it was cast, or say in `revisions` why it had to go',
      });
    }
  },
};
