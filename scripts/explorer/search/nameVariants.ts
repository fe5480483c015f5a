// Entities with their aliases → groups of words that are one name in different spellings.
import type { EntityRow, RawSpellings } from '../../schemas/generated/types.ts';
import { compareCodePoints } from '../../values/order.ts';
import { foldWord, splitWords } from './foldWords.ts';

/**
 * Groups the spellings of one name. Two one-word names of an entity are spellings of each other (Kyiv, Kiev); so
 * are, for a person, the words at the same place of two names with as many words (Volodymyr Zelenskyy, Vladimir
 * Zelensky). Titles of bodies are left alone: "Chinese government" and "Chinese authorities" share no spelling.
 * @param others spellings of names that are no entities, read like those of a person.
 * @returns folded words, in each group the usual spelling first; a word is in one group at most.
 */
export function groupSpellings(entities: readonly EntityRow[], others: RawSpellings = []): string[][] {
  const all = [
    ...entities.map(({ name, aliases, kind }) => ({ names: [name, ...aliases], byPlace: kind === 'person' })),
    ...others.map((names) => ({ names, byPlace: true })),
  ];
  const leader = new Map<string, string>();
  const find = (word: string): string => {
    const next = leader.get(word) ?? word;
    return next === word ? word : find(next);
  };
  const heads = new Set<string>();
  const join = (one: string, other: string): void => {
    const [a, b] = [find(one), find(other)];
    // The spelling that already stands for others goes on doing so.
    const [word, head] = heads.has(a) ? [b, a] : [a, b];
    if (word !== head) leader.set(word, head);
    heads.add(head);
  };
  for (const { names, byPlace } of all) {
    const byLength = new Map<number, string[][]>();
    for (const name of names) {
      const words = splitWords(name).map(foldWord);
      if (words.length > 1 && !byPlace) continue;
      byLength.set(words.length, [...(byLength.get(words.length) ?? []), words]);
    }
    for (const [first, ...rest] of byLength.values()) {
      for (const other of rest) {
        for (const [at, word] of other.entries()) {
          const same = first?.[at];
          if (same !== undefined && same !== word) join(word, same);
        }
      }
    }
  }
  const groups = new Map<string, string[]>();
  for (const word of leader.keys()) {
    const head = find(word);
    if (word !== head) groups.set(head, [...(groups.get(head) ?? []), word]);
  }
  return [...groups]
    .map(([head, words]) => [head, ...words.sort(compareCodePoints)])
    .sort((one, other) => compareCodePoints(one[0] ?? '', other[0] ?? ''));
}
