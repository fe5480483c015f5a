// Which shard a process is, as it is told or as its engine says.
import { describe, expect, test } from 'vitest';
import { chooseShard, shardOption } from '../../scripts/commands/shardOptions.ts';

const within = (variables: Record<string, string>) => (name: string) => variables[name];
const ofSlurm = (id: number, least: number, greatest: number) =>
  within({
    SLURM_ARRAY_TASK_ID: `${id}`,
    SLURM_ARRAY_TASK_COUNT: `${greatest - least + 1}`,
    SLURM_ARRAY_TASK_MIN: `${least}`,
    SLURM_ARRAY_TASK_MAX: `${greatest}`,
  });

test('--shard counts from 1 and comes before what the engine says', () => {
  expect(shardOption().parseArg?.('3/8', undefined)).toEqual({ shard: 3, shards: 8 });
  expect(chooseShard({ shard: { shard: 3, shards: 8 } }, ofSlurm(0, 0, 1))).toEqual({ shard: 3, shards: 8 });
});

test.each(['0/8', '9/8', '3', '3/0', '3/8/2', '-1/2', '1/10000', '٣/٨'])('--shard %s is refused', (text) => {
  expect(() => shardOption().parseArg?.(text, undefined)).toThrow('Two whole numbers are needed');
});

describe('in an array of Slurm', () => {
  test('tasks count from 0, and the whole array says how many there are', () => {
    expect(chooseShard({}, ofSlurm(0, 0, 7))).toEqual({ shard: 1, shards: 8 });
    expect(chooseShard({}, ofSlurm(7, 0, 7))).toEqual({ shard: 8, shards: 8 });
  });

  test('a task that is run again alone must be told of how many: its array says 1', () => {
    expect(() => chooseShard({}, ofSlurm(5, 5, 5))).toThrow('of how many is not known');
    expect(() => chooseShard({}, ofSlurm(0, 0, 0))).toThrow('of how many is not known');
    expect(chooseShard({ shards: 8 }, ofSlurm(5, 5, 5))).toEqual({ shard: 6, shards: 8 });
  });

  test('an array from 1 would leave out a shard', () => {
    expect(() => chooseShard({}, ofSlurm(1, 1, 8))).toThrow('say --shards n, for tasks from 0 to n - 1');
    expect(() => chooseShard({ shards: 8 }, ofSlurm(8, 1, 8))).toThrow('Task 8 is none of 8 shards');
  });
});

test('in an Indexed Job of Kubernetes --shards says how many there are', () => {
  const env = within({ JOB_COMPLETION_INDEX: '2' });
  expect(chooseShard({ shards: 4 }, env)).toEqual({ shard: 3, shards: 4 });
  expect(() => chooseShard({}, env)).toThrow('of how many is not known');
});

test('nothing and contradiction are refused', () => {
  expect(() => chooseShard({}, within({}))).toThrow('Say --shard k/n');
  expect(() => chooseShard({ shard: { shard: 1, shards: 2 }, shards: 3 }, within({}))).toThrow('--shards 3');
});
