// A shard of a project → what the rules find that look at one file.
import type { Check } from '../examine/check.ts';
import type { CheckOptions } from '../examine/checkOptions.ts';
import { examineParts, joinParts, toSetup } from '../examine/examineArticles.ts';
import { startExaminers } from '../examine/examiners.ts';
import { FactKeeper } from '../examine/factKeeper.ts';
import { sizeOf } from '../platform/reading.ts';
import type { Project } from '../project/openProject.ts';
import { releasedRowsOf } from '../release/recordRows.ts';
import { Facts } from '../rules/engine/facts.ts';
import { gatherUnknown } from '../rules/engine/gatherUnknown.ts';
import { applySuppressions, judgeDrafts, judgeVocabulary } from '../rules/engine/run.ts';
import { cutFiles, type ShardNumber } from './cutShards.ts';

/**
 * Judges the articles of one shard by the rules that need no other; what all articles share is judged with the first
 * shard. All shards together report what a check of the project does but for the rules over everything.
 */
export async function checkShard(
  project: Project,
  { shard, shards }: ShardNumber,
  { jobs, onProgress }: Pick<CheckOptions, 'jobs' | 'onProgress'>,
): Promise<Pick<Check, 'findings' | 'summary'>> {
  const { vocabulary, drafts, articleFiles } = project;
  const tree = articleFiles.map((file) => [file, sizeOf(file)] as const);
  const batches = (cutFiles(tree, shards)[shard - 1] ?? []).map((files) => ({ files, stamps: [] }));
  const articles = batches.reduce((sum, { files }) => sum + files.length, 0);
  const setup = toSetup(project, { rows: 'counted' }, releasedRowsOf(project.history));
  const examiners = startExaminers(setup, articles, jobs);
  const keeper = new FactKeeper();
  try {
    const totals = await joinParts(examineParts(examiners, batches, new Map()), articles, { onProgress }, keeper);
    const shared = shard === 1 ? [...judgeDrafts(drafts), ...judgeVocabulary(vocabulary)] : [];
    const all = [...shared, ...gatherUnknown(totals.findings, vocabulary)];
    const { findings } = applySuppressions(all, new Facts(totals.facts), vocabulary);
    const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
    const { claims, quotations } = totals;
    const summary = { articles, claims, errors: count('error'), warnings: count('warning'), quotations };
    return { findings, summary };
  } finally {
    keeper.close();
    await examiners.close();
  }
}
