// What somebody typed for an id of a vocabulary → the id.
import { UserError } from '../platform/userError.ts';
import { foldSpelling } from '../values/spelling.ts';
import { describeIds, findMeant } from '../vocabulary/meant.ts';
import type { Vocabulary, VocabularyName } from '../vocabulary/vocabulary.ts';

/**
 * The id itself, or the one whose label, name or alias was typed, in any script. Throws a UserError for anything else:
 * a near miss is told and not taken.
 */
export function chooseId(typed: string, name: VocabularyName, vocabulary: Vocabulary): string {
  if (vocabulary[name].has(typed)) return typed;
  const meant = findMeant(typed, name, vocabulary);
  const isNamed = meant?.name !== undefined || (meant && foldSpelling(meant.id) === foldSpelling(typed));
  if (meant && isNamed) return meant.id;
  const hint = meant ? ` Did you mean \`${meant.id}\`?` : ` It must be ${describeIds(name, vocabulary)}.`;
  throw new UserError(`\`${typed}\` is not in ${vocabulary.files[name]}.${hint}`);
}
