// A cache, a project and what is wanted of it → what an earlier run found of the same.

import type { Dataset } from '../dataset/renderDataset.ts';
import type { Project } from '../project/openProject.ts';
import { releasedRowsOf } from '../release/recordRows.ts';
import { type Cache, Recall } from './buildCache.ts';
import type { Check, CheckOptions } from './checkProject.ts';
import { stampBatches, toSetup } from './examineArticles.ts';

/** Opens what is known of a project; `out` is where a build writes. Null without a cache, and for a private edition, whose text is kept nowhere else. */
export function openRecall(
  cache: Cache | undefined,
  project: Project,
  { edition, out = null }: Pick<CheckOptions, 'edition'> & { out?: string | null } = {},
): Recall | null {
  if (!cache || edition === 'private') return null;
  const rows = out === null ? 'counted' : 'rendered';
  return new Recall(cache, project, toSetup(project, { edition, rows }, releasedRowsOf(project.history)), out);
}

/** The judgement of an earlier run, where nothing at all has changed since. */
export function recallCheck(recall: Recall | null, project: Project): Check | null {
  return recall?.recallCheck(stampBatches(project, recall)) ?? null;
}

/** The same, and the dataset that was built then, where it lies untouched. */
export function recallBuild(recall: Recall | null, project: Project): { check: Check; dataset: Dataset } | null {
  const dataset = recall?.recallDataset();
  const check = dataset ? recallCheck(recall, project) : null;
  return dataset && check ? { check, dataset } : null;
}
