// An opened project → what is wrong in it and its counts, judged now or as an earlier run judged the same.
import type { Cache } from '../examine/buildCache.ts';
import type { Check } from '../examine/check.ts';
import { checkProject } from '../examine/checkProject.ts';
import { loadCheck, openCache } from '../examine/openCache.ts';
import type { Terminal } from '../platform/terminal.ts';
import type { Project } from '../project/openProject.ts';
import { showProgress } from './progress.ts';

/** What was kept counts only where nothing at all has changed since. */
export async function checkOrLoad(
  project: Project,
  options: { jobs?: number | undefined; cache?: Cache | undefined },
  terminal: Terminal,
): Promise<Check> {
  const cache = openCache(options.cache, project);
  try {
    const kept = loadCheck(cache, project);
    if (kept) return kept;
    const check = await checkProject(project, { jobs: options.jobs, cache, onProgress: showProgress(terminal) });
    await cache?.finish(check);
    return check;
  } finally {
    cache?.close();
  }
}
