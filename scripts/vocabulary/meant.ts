// An id that no entry has → the entry that was probably meant.
import { foldSpelling } from '../values/spelling.ts';
import { findNearest } from './nearest.ts';
import type { Vocabulary, VocabularyName } from './vocabulary.ts';

/** The entity that has the id for a name or alias in another spelling (then with that name), else the entry with the nearest id; null where none is near. */
export function findMeant(
  id: string,
  name: VocabularyName,
  vocabulary: Vocabulary,
): { id: string; name?: string } | null {
  const owner = name === 'entities' ? findOwner(id, vocabulary) : null;
  if (owner) return owner;
  const nearest = findNearest(id, vocabulary[name].keys());
  return nearest === null ? null : { id: nearest };
}

function findOwner(id: string, { entities }: Vocabulary): { id: string; name: string } | null {
  const folded = foldSpelling(id);
  for (const entity of entities.values()) {
    const aliases: unknown = entity.aliases;
    for (const name of [entity.name, ...(Array.isArray(aliases) ? (aliases as unknown[]) : [])])
      if (typeof name === 'string' && foldSpelling(name) === folded) return { id: entity.id, name };
  }
  return null;
}
