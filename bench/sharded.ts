// A corpus → what it takes to build it in shards, step after step, beside a build on one thread.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './builds.ts';
import { measure, medianRun, type Run } from './measure.ts';
import type { Result } from './results.ts';
import { launch, MANY, tell } from './works.ts';

/** A shard should have so many articles at least: see docs/scale.md. */
const A_SHARD = 10_000;

/** Names of the works. Of the steps of all shards together: their times added up, and the memory of the largest. */
export const SHARDS = {
  alone: 'build, one thread',
  links: 'shards: links',
  plan: 'shards: plan',
  examine: 'shards: examine',
  merge: 'shards: merge',
  together: 'shards: all steps',
} as const;
type Step = Exclude<keyof typeof SHARDS, 'alone' | 'together'>;

/** Round after round a build and all steps, on one thread each, so that what disturbs the machine disturbs both. */
export function measureSharded({ folder, articles, style }: Corpus, rounds: number): Result[] {
  const [raw, work, out] = [join(folder, 'raw'), join(folder, 'work'), join(folder, 'out-shards')];
  const shards = Math.max(1, Math.round(articles / A_SHARD));
  const run = (...args: string[]) => measure([...launch(), ...args, '--raw', raw, '--jobs', '1']);
  const each = (step: Step) =>
    addUp(
      Array.from({ length: shards }, (_, i) => run('shard', step, '--shard', `${i + 1}/${shards}`, '--work', work)),
    );
  const runs: Record<keyof typeof SHARDS, (Run | null)[]> = {
    alone: [],
    links: [],
    plan: [],
    examine: [],
    merge: [],
    together: [],
  };
  const clear = () => {
    for (const made of [work, out]) rmSync(made, { recursive: true, force: true });
  };
  for (let round = 0; round < (articles > MANY ? 1 : rounds); round++) {
    clear();
    runs.alone.push(tell(articles, SHARDS.alone, run('build', '--no-cache', '--out', out)));
    clear();
    mkdirSync(work);
    const all = ['--shards', `${shards}`, '--work', work];
    const steps = {
      links: each('links'),
      plan: run('shard', 'plan', ...all),
      examine: each('examine'),
      merge: run('merge', ...all, '--out', out),
    };
    for (const step of Object.keys(steps) as Step[]) runs[step].push(tell(articles, SHARDS[step], steps[step]));
    runs.together.push(addUp(Object.values(steps)));
  }
  clear();
  return (Object.keys(SHARDS) as (keyof typeof SHARDS)[]).map((work) => ({
    ...{ articles, style, name: SHARDS[work] },
    ...medianRun(runs[work]),
  }));
}

/** Runs one after another as one; null where one of them failed. */
function addUp(runs: readonly (Run | null)[]): Run | null {
  const sum: Run = { seconds: 0, processor: 0, megabytes: 0 };
  for (const run of runs) {
    if (run === null) return null;
    sum.seconds += run.seconds;
    sum.processor += run.processor;
    sum.megabytes = Math.max(sum.megabytes, run.megabytes);
  }
  return sum;
}
