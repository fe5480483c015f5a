// An id that no entry has → the entry that was probably meant.
import { foldSpelling } from '../values/spelling.ts';
import { findNearest } from './nearest.ts';
import type { Vocabulary, VocabularyName } from './vocabulary.ts';

/**
 * The entry that has the id in another spelling, or for its label, name or alias (then with that name), else the one
 * with the nearest id; null where none is near.
 */
export function findMeant(
  id: string,
  name: VocabularyName,
  vocabulary: Vocabulary,
): { id: string; name?: string } | null {
  const owner = findOwner(id, vocabulary.lists[name]);
  if (owner) return owner;
  const nearest = findNearest(id, vocabulary[name].keys());
  return nearest === null ? null : { id: nearest };
}

function findOwner(id: string, entries: readonly { id: string }[]): { id: string; name?: string } | null {
  const folded = foldSpelling(id);
  if (folded === '') return null;
  const same = entries.find((entry) => foldSpelling(entry.id) === folded);
  if (same) return { id: same.id };
  for (const entry of entries) {
    const name = listNames(entry).find((one) => foldSpelling(one) === folded);
    if (name !== undefined) return { id: entry.id, name };
  }
  return null;
}

function listNames(entry: { id: string }): string[] {
  const { label, name, aliases } = entry as { id: string; label?: unknown; name?: unknown; aliases?: unknown };
  return [label, name, ...(Array.isArray(aliases) ? (aliases as unknown[]) : [])].filter(
    (name) => typeof name === 'string',
  );
}

/** What may stand where an id is wanted, for a message: the ids themselves where they are few. */
export function describeIds(name: VocabularyName, vocabulary: Vocabulary): string {
  const ids = [...vocabulary[name].keys()];
  const file = vocabulary.files[name];
  if (ids.length === 0) return `an id that ${file} defines, and it defines none yet`;
  return ids.length <= 12 ? `one of ${ids.join(', ')}` : `one of the ${ids.length} ids in ${file}`;
}
