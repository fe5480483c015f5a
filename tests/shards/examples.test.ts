// The examples for clusters that cannot be run by the tests have the form and the commands that they must have.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import type { Outside } from '../../scripts/commands/command.ts';
import { define as defineMerge } from '../../scripts/commands/merge.ts';
import { define as defineShard } from '../../scripts/commands/shard.ts';

const read = (name: string) => readFileSync(`examples/cluster/${name}`, 'utf8');

/** The steps of the program with their options, which refuse what they do not know, and do nothing. */
function accepts(args: readonly string[]): string {
  const program = new Command().exitOverride();
  let called = '';
  for (const define of [defineShard, defineMerge]) define(program, {} as Outside);
  const silence = (command: Command): void => {
    command.exitOverride().configureOutput({ writeErr: () => {} });
    if (command.commands.length > 0) command.commands.forEach(silence);
    else
      command.action(() => {
        called = command.name();
      });
  };
  silence(program);
  program.parse([...args], { from: 'user' });
  return called;
}

interface Job {
  kind: string;
  metadata: { name: string; labels: { step: string } };
  spec: {
    completionMode?: string;
    completions?: number;
    template: { spec: { restartPolicy: string; containers: { image: string; args: string[] }[] } };
  };
}

test('Kubernetes: a Job for each step, as many completions as shards', () => {
  const documents = parseAllDocuments(read('kubernetes.yaml'));
  expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
  const jobs = documents.map((document) => document.toJS() as Job);
  expect(jobs.map(({ metadata }) => metadata.labels.step)).toEqual(['links', 'plan', 'examine', 'merge']);
  for (const { kind, metadata, spec } of jobs) {
    const [container] = spec.template.spec.containers;
    const args = container?.args ?? [];
    expect([kind, metadata.name, accepts(args)]).toEqual([
      'Job',
      `veritable-${metadata.labels.step}`,
      metadata.labels.step,
    ]);
    const shards = Number(args[args.indexOf('--shards') + 1]);
    const isIndexed = ['links', 'examine'].includes(metadata.labels.step);
    expect([spec.completionMode, spec.completions]).toEqual(isIndexed ? ['Indexed', shards] : [undefined, undefined]);
    expect(spec.template.spec.restartPolicy).toBe('Never');
  }
});

test('GitHub: the matrices have as many shards as SHARDS says, and every step is one of the program', () => {
  const { env, jobs } = parse(read('github.yml')) as {
    env: { SHARDS: number };
    jobs: Record<string, { strategy?: { matrix: { shard: number[] } }; steps: { run?: string }[] }>;
  };
  expect(Object.keys(jobs)).toEqual(['links', 'plan', 'examine', 'merge']);
  for (const [name, { strategy, steps }] of Object.entries(jobs)) {
    if (strategy) expect(strategy.matrix.shard).toEqual(Array.from({ length: env.SHARDS }, (_, i) => i + 1));
    const command = steps.map(({ run = '' }) => run).find((run) => run.startsWith('npx veritable ')) ?? '';
    const args = command.replaceAll('"$SHARD/$SHARDS"', '1/4').replaceAll('"$SHARDS"', '4').split(' ').slice(2);
    expect(accepts(args)).toBe(name);
  }
});

const hasPython = spawnSync('python3', ['-c', '']).status === 0;
(process.env['CI'] || hasPython ? test : test.skip)('Ray: the script is Python', () => {
  const script = 'import ast, sys; ast.parse(sys.stdin.read())';
  const { status, stderr } = spawnSync('python3', ['-c', script], { input: read('ray_build.py'), encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('an option that the program does not know would be refused here', () => {
  expect(() => accepts(['shard', 'links', '--shard', '1/2', '--work', 'x', '--job', '2'])).toThrow('unknown option');
  expect(() => accepts(['merge', '--work', 'x'])).toThrow('--shards');
});
