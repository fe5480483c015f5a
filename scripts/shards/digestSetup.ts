// What parts depend on besides their files → a digest that is the same on every machine.
import type { PartSetup } from '../examine/part.ts';
import type { Project } from '../project/openProject.ts';
import { digestOf } from './handOver.ts';

/**
 * JSON, since it is the same on every machine; the digests of ledgers stand for the releases. Votes are digested with
 * the articles that they are on.
 */
export function digestSetup(
  { splits, vocabulary, votes: _, ...others }: Omit<PartSetup, 'released'>,
  { ledgerDigests }: Pick<Project, 'ledgerDigests'>,
): string {
  const { damaged, ...lists } = vocabulary;
  return digestOf({ ...others, ledgerDigests, splits: splits && [...splits], lists, damaged: [...damaged] });
}
