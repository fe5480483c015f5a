// raw/ → how many of what there are, for a terminal or a program.
import { Option } from 'commander';
import { mayBeVotedOn } from '../claims/status.ts';
import type { Cache } from '../examine/buildCache.ts';
import { eachClaim } from '../examine/eachClaim.ts';
import { renderStats, type Stats } from '../findings/renderStats.ts';
import type { Terminal } from '../platform/terminal.ts';
import type { Project } from '../project/openProject.ts';
import { openJudged } from '../project/requireArticles.ts';
import type { TableName } from '../schemas/generated/tables.ts';
import { collectCoverage, type VoteCoverage } from '../votes/coverage.ts';
import { renderCoverage } from '../votes/renderCoverage.ts';
import { checkOrLoad } from './checkOrLoad.ts';
import {
  cacheOption,
  capturesOption,
  type DefineCommand,
  emptyOption,
  jobsOption,
  rawOption,
  withOptions,
} from './command.ts';

export interface StatsOptions {
  raw: string;
  captures?: string;
  format: 'text' | 'json';
  votes?: boolean;
  allowEmpty?: boolean;
  jobs?: number;
  cache?: Cache | undefined;
}

export const define: DefineCommand = (program, { terminal, cacheOf, done }) => {
  const command = program
    .command('stats')
    .description('count verdicts, votes and their agreement, and what lacks an archived copy or a quotation')
    .addOption(rawOption())
    .addOption(capturesOption())
    .option('--votes', 'say too who has voted on what, and how far votes agree in each article')
    .addOption(new Option('--format <format>', 'of the numbers').choices(['text', 'json']).default('text'));
  withOptions(command, emptyOption(), jobsOption(), cacheOption()).action(async (options) =>
    done(await stats({ ...options, cache: cacheOf(options) }, terminal)),
  );
};

/**
 * `npm run stats`: the numbers of what would be published. Exit code 1 where labels have errors, for what has one may
 * be missing from them.
 */
export async function stats(options: StatsOptions, terminal: Terminal): Promise<number> {
  const project = openJudged(options);
  const { summary, tally } = await checkOrLoad(project, options, terminal);
  const coverageOf = (name: TableName, column: string) => {
    const fill = tally.fill.get(name);
    return { rows: fill?.rows ?? 0, filled: fill?.filled[column] ?? 0 };
  };
  const numbers: Stats = {
    summary,
    counts: tally.counts(project.vocabulary),
    coverage: {
      'claims.quote': coverageOf('claims', 'quote'),
      'evidence.quote': coverageOf('evidence', 'quote'),
      'evidence.archive_url': coverageOf('evidence', 'archive_url'),
      'articles.archive_url': coverageOf('articles', 'archive_url'),
    },
  };
  const votes = options.votes ? coverVotes(project) : null;
  const told =
    options.format === 'json'
      ? `${JSON.stringify({ ...numbers, ...(votes ? { votes } : {}) }, null, 2)}\n`
      : renderStats(numbers) + (votes ? renderCoverage(votes) : '');
  terminal.out(told);
  return summary.errors > 0 ? 1 : 0;
}

/** Reads the claims once more: what only this command asks for is kept by no other. */
function coverVotes(project: Project): VoteCoverage {
  const coverage = collectCoverage();
  for (const { article, joined } of eachClaim(project)) if (mayBeVotedOn(joined)) coverage.add(article, joined);
  return coverage.finish();
}
