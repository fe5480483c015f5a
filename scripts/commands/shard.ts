// One step of a build in shards → what it hands over to the next, in the folder that all can reach.
import type { Command } from 'commander';
import { refusePublicPlace } from '../platform/repository.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { openJudged } from '../project/requireArticles.ts';
import type { ShardNumber } from '../shards/cutShards.ts';
import { type Done, ShardedProject } from '../shards/shardedProject.ts';
import {
  capturesOption,
  colourOptions,
  type DefineCommand,
  emptyOption,
  jobsOption,
  type Outside,
  rawOption,
  withOptions,
} from './command.ts';
import { showProgress } from './progress.ts';
import { chooseShard, shardOption, shardsOption, workOption } from './shardOptions.ts';

/** What all steps of one build in shards are told alike. */
export interface ShardedOptions {
  raw: string;
  work: string;
  captures?: string;
  allowEmpty?: boolean;
  /** A private edition, which holds the articles. */
  withText?: boolean;
  jobs?: number;
  /** What tells the program from its other versions. */
  program: string;
}

export const define: DefineCommand = (program, outside) => {
  const command = program
    .command('shard')
    .description('one step of a build in shards, on as many machines as there are: links, plan, examine; then `merge`');
  const { terminal, done, env } = outside;
  const step = (name: string, description: string) => addSharedOptions(command.command(name).description(description));
  step('links', 'find the claims of a shard that name others')
    .addOption(shardOption())
    .addOption(shardsOption())
    .action(async (options) =>
      done(
        await linkShard(
          { ...options, program: nameProgram(outside, options.raw) },
          chooseShard(options, env),
          terminal,
        ),
      ),
    );
  step('plan', 'once the links of all shards are there: find which claims say the same')
    .addOption(shardsOption().makeOptionMandatory())
    .action(async (options) => {
      done(await planShards({ ...options, program: nameProgram(outside, options.raw) }, options.shards, terminal));
    });
  step('examine', 'once there is a plan: examine the articles of a shard')
    .addOption(shardOption())
    .addOption(shardsOption())
    .action(async (options) =>
      done(
        await examineShard(
          { ...options, program: nameProgram(outside, options.raw) },
          chooseShard(options, env),
          terminal,
        ),
      ),
    );
};

/** The options that all steps must be told alike. */
export function addSharedOptions(command: Command): Command {
  return withOptions(
    command.addOption(rawOption()).addOption(workOption()).addOption(capturesOption()),
    emptyOption(),
    jobsOption(),
    ...colourOptions(),
  ).option('--with-text', 'a private edition that holds the articles; needs --captures');
}

/** The name of the program's version; one that runs from its sources does not know its own. */
export function nameProgram({ cacheOf }: Pick<Outside, 'cacheOf'>, raw: string): string {
  return cacheOf({ cache: true, raw })?.program ?? 'sources';
}

/** Opens the project as every step of the same build does. */
export function openSharded(project: Project, options: ShardedOptions, shards: number): ShardedProject {
  const { work, program, jobs, withText, captures } = options;
  if (withText) {
    if (captures === undefined) throw new UserError('--with-text needs --captures DIR.');
    refusePublicPlace(work);
  }
  return new ShardedProject(project, { work, shards, edition: withText ? 'private' : 'public', program, jobs });
}

/** `shard links`: gives the exit code. */
export async function linkShard(options: ShardedOptions, number: ShardNumber, terminal: Terminal): Promise<number> {
  const project = openSharded(openJudged(options), options, number.shards);
  return report(await project.link(number.shard), describe(project, number, 'links found'), terminal);
}

/** `shard plan`: gives the exit code. */
export async function planShards(options: ShardedOptions, shards: number, terminal: Terminal): Promise<number> {
  const project = openSharded(openJudged(options), options, shards);
  return report(await project.plan(), `plan of ${shards} shards made`, terminal);
}

/**
 * `shard examine`: gives the exit code, which is 0 whatever is found in the articles; `merge` reports it.
 */
export async function examineShard(options: ShardedOptions, number: ShardNumber, terminal: Terminal): Promise<number> {
  const project = openSharded(openJudged(options), options, number.shards);
  const done = await project.examine(number.shard, showProgress(terminal));
  return report(done, describe(project, number, 'examined'), terminal);
}

function describe(project: ShardedProject, { shard, shards }: ShardNumber, what: string): string {
  return `shard ${shard}/${shards}, ${project.count(shard)} articles: ${what}`;
}

function report(done: Done, what: string, terminal: Terminal): number {
  terminal.out(`${what}${done === 'kept' ? ' before, and nothing has changed since' : ''}\n`);
  return 0;
}
