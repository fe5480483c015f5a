// Options and the variables of an engine → which shard of how many.
import { InvalidArgumentError, Option } from 'commander';
import { UserError } from '../platform/userError.ts';
import type { ShardNumber } from '../shards/cutShards.ts';

const MOST = 9999;

const IN_AN_ARRAY = 'the k-th of n shards, from 1; inside an array of Slurm or an Indexed Job it is known';

export const shardOption = (description = IN_AN_ARRAY): Option =>
  new Option('--shard <k/n>', description).argParser(parseShard);

export const shardsOption = (): Option =>
  new Option('--shards <n>', 'how many shards there are').argParser(parseShards);

export const workOption = (): Option =>
  new Option('--work <dir>', 'the folder that all shards can reach, where they hand over').makeOptionMandatory();

function parseShard(text: string): ShardNumber {
  const [, shard, shards] = (/^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? []).map(Number);
  if (!shard || !shards || shard > shards)
    throw new InvalidArgumentError('Two whole numbers are needed, the first not above the second: 3/8.');
  return { shard, shards };
}

function parseShards(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST}.`);
  return Number(text);
}

/**
 * Which shard is meant: the one that is named, or the task of the array that the program runs in, which counts from 0.
 * The size of an array of Slurm is believed only where it is run whole: an array of one task that is run again says 1.
 * @throws UserError where nothing or something contradictory says it
 */
export function chooseShard(
  { shard, shards }: { shard?: ShardNumber; shards?: number },
  env: (name: string) => string | undefined,
): ShardNumber {
  if (shard) {
    if (shards !== undefined && shards !== shard.shards)
      throw new UserError(`--shard says ${shard.shards} shards, --shards ${shards}.`);
    return shard;
  }
  const index = env('SLURM_ARRAY_TASK_ID') ?? env('JOB_COMPLETION_INDEX');
  if (index === undefined) throw new UserError('Which shard? Say --shard k/n.');
  const all = shards ?? readSlurmCount(env);
  if (all === null)
    throw new UserError(
      `This is task ${index}, but of how many is not known: say --shards n, for tasks from 0 to n - 1.`,
    );
  if (!/^\d{1,4}$/.test(index) || Number(index) >= all)
    throw new UserError(`Task ${index} is none of ${all} shards: tasks count from 0.`);
  return { shard: Number(index) + 1, shards: all };
}

function readSlurmCount(env: (name: string) => string | undefined): number | null {
  const [count, least, greatest] = ['COUNT', 'MIN', 'MAX'].map((name) => Number(env(`SLURM_ARRAY_TASK_${name}`)));
  return count && count > 1 && count <= MOST && least === 0 && greatest === count - 1 ? count : null;
}
