// Entries differ in more than one letter.
import { foldSpelling } from '../values/spelling.ts';
import { namesOf } from '../vocabulary/entryNames.ts';
import { VOCABULARY_NAMES } from '../vocabulary/vocabulary.ts';
import type { Rule } from './engine/rule.ts';

/** Shorter names are one letter apart by chance too often. */
const SHORTEST = 8;
const DIGIT = /\p{N}/u;

export const nearEntry: Rule = {
  code: 'V06',
  title: 'Entries of a vocabulary differ in more than one letter.',
  severity: 'warning',
  scope: 'vocabulary',
  rationale:
    'A long name that is one letter away from another is more often a slip or a transliteration than somebody else.',
  examples: {
    good: [],
    bad: [
      {
        edits: [
          { file: 'vocabulary/publishers.yml', replace: 'id: harbour-herald', by: 'id: the-gazete' },
          { file: 'articles/herald-2024-05-03.md', replace: 'publisher: harbour-herald', by: 'publisher: the-gazete' },
        ],
        at: 'the-gazete',
      },
    ],
  },
  check({ lists, files, damaged }, report) {
    for (const name of VOCABULARY_NAMES) {
      if (damaged.has(name)) continue;
      const seen = new Map<string, { index: number; id: string; key: string; text: string }>();
      lists[name].forEach((entry, index) => {
        for (const { key, text } of namesOf(entry)) {
          const folded = foldSpelling(text);
          if (folded.length < SHORTEST || folded.length > 200) continue;
          // Two words are at most one letter apart only if leaving out one letter, or none, of each can give the same
          // text.
          const forms = leaveOneOut(folded);
          const near = forms
            .map((form) => seen.get(form))
            .find((other) => other && other.id !== entry.id && !sameFold(other.text, folded));
          for (const form of forms) if (!seen.has(form)) seen.set(form, { index, id: entry.id, key, text });
          if (!near) continue;
          report({
            file: files[name],
            pointer: `/${index}/${key}`,
            message: `\`${text}\` is very near to \`${near.text}\`.`,
            expected: 'a name that nobody mixes up',
            found: text,
            hint: 'make them one entry, give them names that differ more, or accept it in an article that names one of them',
            related: [
              { file: files[name], pointer: `/${near.index}/${near.key}`, message: 'The other one stands here.' },
            ],
          });
          return;
        }
      });
    }
  },
};

function sameFold(text: string, folded: string): boolean {
  return foldSpelling(text) === folded;
}

function leaveOneOut(word: string): string[] {
  const forms = [word];
  // Names that differ in a number are meant to differ.
  for (let i = 0; i < word.length; i++)
    if (!DIGIT.test(word.charAt(i))) forms.push(word.slice(0, i) + word.slice(i + 1));
  return forms;
}
