// Entities with their aliases → groups of words that are one name in different spellings.
import type { EntityRow } from '../../schemas/generated/types.ts';
import { compareCodePoints } from '../../values/order.ts';
import { foldWord, splitWords } from './foldWords.ts';

/**
 * Groups the spellings of one name. Two one-word names of an entity are spellings of each other (Kyiv, Kiev); so
 * are, for a person, the words at the same place of two names with as many words (Volodymyr Zelenskyy, Vladimir
 * Zelensky). Titles of bodies are left alone: "Chinese government" and "Chinese authorities" share no spelling.
 * @returns folded words, each group and the groups themselves sorted; a word is in one group at most.
 */
export function groupSpellings(entities: readonly EntityRow[]): string[][] {
  const leader = new Map<string, string>();
  const find = (word: string): string => {
    const next = leader.get(word) ?? word;
    return next === word ? word : find(next);
  };
  const join = (one: string, other: string): void => {
    leader.set(find(one), find(other));
  };
  for (const entity of entities) {
    const byLength = new Map<number, string[][]>();
    for (const name of [entity.name, ...entity.aliases]) {
      const words = splitWords(name).map(foldWord);
      if (words.length > 1 && entity.kind !== 'person') continue;
      byLength.set(words.length, [...(byLength.get(words.length) ?? []), words]);
    }
    for (const [first, ...others] of byLength.values()) {
      for (const other of others) {
        for (const [at, word] of other.entries()) {
          const same = first?.[at];
          if (same !== undefined && same !== word) join(word, same);
        }
      }
    }
  }
  const groups = new Map<string, Set<string>>();
  for (const word of leader.keys()) {
    const head = find(word);
    groups.set(head, (groups.get(head) ?? new Set([head])).add(word));
  }
  return [...groups.values()]
    .map((group) => [...group].sort(compareCodePoints))
    .filter((group) => group.length > 1)
    .sort((one, other) => compareCodePoints(one[0] ?? '', other[0] ?? ''));
}
