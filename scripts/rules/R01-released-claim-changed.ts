// A released claim changes only with an entry in its revisions.

import { excerpt } from '../findings/finding.ts';
import type { Rule } from './engine/rule.ts';

export const releasedClaimChanged: Rule = {
  code: 'R01',
  title: 'What was released of a claim changes only with an entry in its `revisions`.',
  severity: 'error',
  scope: 'release',
  rationale: 'Whoever used the data must be able to read from the data alone what was corrected, when and why.',
  examples: { good: [], bad: [] },
  check({ release, changed, facts }, report) {
    if (!release || changed.length === 0) return;
    const places = new Map<string, { file: string; pointer: string }>();
    for (let claim = 0; claim < facts.size; claim++)
      places.set(facts.id(claim), { file: facts.file(claim), pointer: facts.pointer(claim) });
    for (const { id, field, was, is } of changed) {
      // A verdict that waits for votes to be settled is no correction: its votes say why it is gone.
      if (field === 'verdict' && facts.isOpen(facts.find(id))) continue;
      const place = places.get(id);
      if (!place) continue;
      report({
        file: place.file,
        pointer: `${place.pointer}/${field}`,
        message: `The ${field.replace('_', ' ')} is not what version ${release.version} gives, and no revision says why.${was === null ? '' : ` It was \`${was}\`.`}`,
        expected: `an entry of \`revisions\` with \`field: ${field}\`, the released value in \`from\` and this one in \`to\``,
        found: excerpt(is),
        hint: 'add the revision, or put the released value back',
      });
    }
  },
};
