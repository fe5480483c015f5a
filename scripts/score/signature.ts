// What a score was made from and how → one line that goes with the number into a paper (after Post 2018, sacrebleu).
import type { DatasetIdentity } from './about.ts';
import { RESAMPLES, SEED } from './bootstrap.ts';

/** Goes up with every change that moves a number. */
const SCORER = 1;

export interface Signed {
  dataset: DatasetIdentity;
  split: string | null;
  scale: string;
  claims: number;
  groups: number;
  classes: readonly string[];
  /** How a missing prediction was counted, where any was. */
  missing: number;
  /** The similarity that evidence was compared by, where any was. */
  similarity: string | null;
}

/** Parts are joined by `|`, which is written as %7C inside one. */
export function renderSignature(signed: Signed): string {
  const { dataset, split, scale, claims, groups, classes, missing, similarity } = signed;
  const version = dataset.version === null ? '' : `@${dataset.version}`;
  return [
    `veritable-score:${SCORER}`,
    `data:${dataset.name}${version}#${dataset.digest.slice(0, 12)}`,
    `split:${split ?? 'all'}`,
    `n:${claims}`,
    `scale:${scale}`,
    `classes:${classes.join(',')}`,
    'macro:occurring',
    `boot:groups${groups}x${RESAMPLES}s${SEED}`,
    ...(missing === 0 ? [] : [`missing:wrong${missing}`]),
    ...(similarity === null ? [] : [`sim:${similarity}`]),
  ]
    .map((part) => part.replaceAll('|', '%7C'))
    .join('|');
}
