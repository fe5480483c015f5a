// Counts of claims by split → the files of claims that hold one split each, by the names that Hugging Face expects.
import type { ManifestCounts } from '../schemas/generated/types.ts';

/** A Parquet file of the claims of one split. */
export interface SplitFile {
  /** As the column `split` has it, and as Hugging Face calls it. */
  split: string;
  name: string;
  path: string;
  rows: number;
}

/** Hugging Face's names of splits. */
const HUB_NAMES: Readonly<Record<string, string>> = { train: 'train', dev: 'validation', test: 'test' };

type Counts = Pick<ManifestCounts, 'claims' | 'claims_by_split'>;

/**
 * None where there are no splits, or one holds all claims: the whole file is that split. Claims that are excluded, or
 * have no split yet, are in none of them.
 */
export function listSplitFiles(counts: Counts): SplitFile[] {
  if (nameWhole(counts) !== MIXED) return [];
  return Object.entries(counts.claims_by_split ?? {}).flatMap(([split, rows]) => {
    const name = HUB_NAMES[split];
    return name === undefined || rows === 0 ? [] : [{ split, name, path: `claims-${name}.parquet`, rows }];
  });
}

/** What a file is called that holds claims of several splits: no hub takes it for one of them (`all` is a keyword). */
const MIXED = 'full';

/**
 * What Hugging Face calls the whole of each file: the split that all claims are in, and `train` where there are no
 * splits, as its readers expect.
 */
export function nameWhole({ claims, claims_by_split }: Counts): string {
  const [first] = Object.entries(claims_by_split ?? {});
  if (!first) return 'train';
  return (first[1] === claims ? HUB_NAMES[first[0]] : undefined) ?? MIXED;
}
