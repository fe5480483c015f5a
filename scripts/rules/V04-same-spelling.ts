// Entries differ in more than spelling.
import { foldSpelling } from '../values/spelling.ts';
import { namesOf } from '../vocabulary/entryNames.ts';
import { VOCABULARY_NAMES } from '../vocabulary/vocabulary.ts';
import type { Rule } from './engine/rule.ts';

export const sameSpelling: Rule = {
  code: 'V04',
  title: 'Entries of a vocabulary differ in more than spelling.',
  severity: 'warning',
  scope: 'vocabulary',
  rationale:
    'Case, accents, spaces and hyphens do not make another person or topic; the counts of one would be split over two. Two that really have one name are accepted with a reason.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          {
            file: 'vocabulary/entities.yml',
            replace: '- id: ada-archer',
            by: '- id: aldport_council\n  name: The council\n  kind: government\n- id: ada-archer',
          },
          { file: 'articles/herald-2024-05-03.md', replace: 'claimant: article', by: 'claimant: aldport_council' },
        ],
        at: 'aldport_council',
      },
      {
        edits: [{ file: 'vocabulary/topics.yml', replace: 'label: Town budget', by: 'label: River-Traffic' }],
        at: 'River-Traffic',
      },
    ],
  },
  check({ lists, files, damaged }, report) {
    for (const name of VOCABULARY_NAMES) {
      if (damaged.has(name)) continue;
      const first = new Map<string, { index: number; pointer: string; id: string; text: string }>();
      lists[name].forEach((entry, index) => {
        for (const { key, text } of namesOf(entry)) {
          const place = { index, pointer: `/${index}/${key}`, id: entry.id, text };
          const folded = foldSpelling(text);
          const other = first.get(folded);
          if (!other) first.set(folded, place);
          else if (other.id !== entry.id) {
            report({
              file: files[name],
              pointer: place.pointer,
              message: `\`${text}\` is \`${other.text}\` of \`${other.id}\` in another spelling.`,
              expected: 'a name that no other entry has',
              found: text,
              hint: 'make them one entry, or tell them apart; two that really have one name are accepted in `suppress` of an article that names this one',
              related: [{ file: files[name], pointer: other.pointer, message: 'The other one stands here.' }],
            });
            return;
          }
        }
      });
    }
  },
};
