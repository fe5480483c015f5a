// What all shards have examined → dataset/, or what would change there.
import type { Terminal } from '../platform/terminal.ts';
import { build } from './build.ts';
import type { DefineCommand } from './command.ts';
import { addSharedOptions, nameProgram, openSharded, type ShardedOptions } from './shard.ts';
import { shardsOption } from './shardOptions.ts';

export interface MergeOptions extends ShardedOptions {
  shards: number;
  out?: string;
  check?: boolean;
}

export const define: DefineCommand = (program, outside) => {
  const { terminal, clock, done } = outside;
  addSharedOptions(program.command('merge'))
    .description('write the dataset from what all shards have examined')
    .addOption(shardsOption().makeOptionMandatory())
    .option('--out <dir>', 'where the dataset is written (default: dataset beside the raw folder)')
    .option('--check', 'write nothing; fail where the committed dataset is not what the build yields')
    .action(async (options) =>
      done(await merge({ ...options, program: nameProgram(outside, options.raw) }, terminal, clock)),
    );
};

/** `merge`: a build whose articles were examined before; writes and reports what it would have. */
export async function merge(options: MergeOptions, terminal: Terminal, clock: () => number): Promise<number> {
  const { shards, ...others } = options;
  return build(
    { ...others, handOver: (project) => openSharded(project, options, shards).handedOver() },
    terminal,
    clock,
  );
}
