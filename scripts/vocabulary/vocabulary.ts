// Entries of raw/vocabulary/*.yml → lookups.
import type {
  RawDistortions,
  RawEntities,
  RawLicences,
  RawPublishers,
  RawTopics,
  RawVerdicts,
  VerdictMap,
} from '../schemas/generated/types.ts';

/** The entries of every vocabulary as they were written. */
export interface VocabularyEntries {
  verdicts: RawVerdicts;
  publishers: RawPublishers;
  entities: RawEntities;
  topics: RawTopics;
  licences: RawLicences;
  distortions: RawDistortions;
}

export type VocabularyName = keyof VocabularyEntries;
export const VOCABULARY_NAMES: readonly VocabularyName[] = [
  'verdicts',
  'publishers',
  'entities',
  'topics',
  'licences',
  'distortions',
];

/**
 * Lookups by id. `files` says which file defines a vocabulary, `lists` keeps the order and the doubles that a lookup
 * would hide.
 */
export interface Vocabulary {
  files: Record<VocabularyName, string>;
  lists: VocabularyEntries;
  /** Vocabularies that could not be read in full, so that nobody knows what else they define. */
  damaged: ReadonlySet<VocabularyName>;
  verdicts: ReadonlyMap<string, RawVerdicts[number]>;
  publishers: ReadonlyMap<string, RawPublishers[number]>;
  entities: ReadonlyMap<string, RawEntities[number]>;
  topics: ReadonlyMap<string, RawTopics[number]>;
  licences: ReadonlyMap<string, RawLicences[number]>;
  /** What the words of each source stand for: raw/vocabulary/verdict-maps/<source>.yml. */
  verdictMaps: readonly { file: string; entries: VerdictMap }[];
  /** Empty where the project has no such list. */
  distortions: ReadonlyMap<string, RawDistortions[number]>;
}

/** Builds the lookups; of two entries with one id the first counts. */
export function buildVocabulary(
  lists: VocabularyEntries,
  files: Record<VocabularyName, string>,
  damaged: ReadonlySet<VocabularyName> = new Set(),
  verdictMaps: Vocabulary['verdictMaps'] = [],
): Vocabulary {
  return {
    verdictMaps,
    files,
    lists,
    damaged,
    verdicts: index(lists.verdicts),
    publishers: index(lists.publishers),
    entities: index(lists.entities),
    topics: index(lists.topics),
    licences: index(lists.licences),
    distortions: index(lists.distortions),
  };
}

function index<T extends { id: string }>(entries: readonly T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const entry of entries) if (!map.has(entry.id)) map.set(entry.id, entry);
  return map;
}
