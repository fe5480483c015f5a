// What parts depend on besides their files → a digest that is the same on every machine.
import type { PartSetup } from '../examine/part.ts';
import { digestOf } from './handOver.ts';

/**
 * JSON, since it is the same on every machine; the digest of the releases stands for them. Votes are digested with the
 * articles that they are on.
 */
export function digestSetup({ released, splits, vocabulary, votes: _, ...others }: PartSetup): string {
  const { damaged, ...lists } = vocabulary;
  const { digest, compare } = released;
  return digestOf({ ...others, digest, compare, splits: splits && [...splits], lists, damaged: [...damaged] });
}
