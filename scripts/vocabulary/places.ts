// A place in an article → the vocabulary that it takes an id of.
import type { VocabularyName } from './vocabulary.ts';

const PLACES: readonly [RegExp, VocabularyName][] = [
  [/^\/(?:claims\/\d+\/reviews\/\d+\/)?publisher$/, 'publishers'],
  [/^\/rights\/license$/, 'licences'],
  [/^\/claims\/\d+\/(?:claimant|asserted_by)$/, 'entities'],
  [/^\/claims\/\d+\/(?:(?:annotations|reviews)\/\d+\/)?verdict$/, 'verdicts'],
  [/^\/claims\/\d+\/distortion$/, 'distortions'],
  [/^\/claims\/\d+\/topics\/\d+$/, 'topics'],
];

/** `pointer` is a JSON Pointer in an article; null where no id of a vocabulary stands. */
export function vocabularyAt(pointer: string): VocabularyName | null {
  return PLACES.find(([place]) => place.test(pointer))?.[1] ?? null;
}
