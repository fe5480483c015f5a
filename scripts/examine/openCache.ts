// A cache, a project and what is wanted of it → what an earlier run kept of the same.
import type { Dataset } from '../formats/dataset.ts';
import type { Project } from '../project/openProject.ts';
import { BuildCache, type Cache } from './buildCache.ts';
import type { Check } from './check.ts';
import type { CheckOptions } from './checkOptions.ts';
import { setupOf, stampBatches } from './examineArticles.ts';

/**
 * Opens what is kept of a project; `out` is where a build writes. Null without a cache, and for a private edition,
 * whose text is kept nowhere else.
 */
export function openCache(
  cache: Cache | undefined,
  project: Project,
  { edition, out = null }: Pick<CheckOptions, 'edition'> & { out?: string | null } = {},
): BuildCache | null {
  if (!cache || edition === 'private') return null;
  const rows = out === null ? 'counted' : 'rendered';
  return new BuildCache(cache, project, setupOf(project, { edition, rows }), out);
}

/** The judgement of an earlier run, where nothing at all has changed since. */
export function loadCheck(cache: BuildCache | null, project: Project): Check | null {
  return cache?.loadCheck(stampBatches(project, cache)) ?? null;
}

/** The same, and the dataset that was built then, where it lies untouched. */
export function loadBuild(cache: BuildCache | null, project: Project): { check: Check; dataset: Dataset } | null {
  const dataset = cache?.loadDataset();
  const check = dataset ? loadCheck(cache, project) : null;
  return dataset && check ? { check, dataset } : null;
}
