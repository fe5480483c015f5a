// The program as engines run it: steps that are killed at any moment, or run twice at once, are run again.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeCorpus } from '../../bench/corpus.ts';
import fc from '../property.ts';

vi.setConfig({ testTimeout: 3_600_000, hookTimeout: 120_000 });

const SHARDS = 3;
/** How often a step is killed: `VERITABLE_KILLS=100` for whoever has the time. */
const KILLS = Number(process.env['VERITABLE_KILLS'] ?? 6);
const root = mkdtempSync(join(tmpdir(), 'veritable-killed-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const raw = join(root, 'raw');

const commandOf = (...parts: string[]) => ['scripts/launch.js', ...parts, '--raw', raw];
const atWork = (work: string) => ['--work', join(root, work)];

function run(...parts: string[]): number {
  const { status, stderr } = spawnSync(process.execPath, commandOf(...parts), { encoding: 'utf8' });
  expect(stderr).toBe('');
  return status ?? -1;
}

interface Started {
  child: ChildProcess;
  ended: Promise<{ code: number | null; err: string }>;
}

function start(...parts: string[]): Started {
  const child = spawn(process.execPath, commandOf(...parts), { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return { child, ended: new Promise((resolve) => child.on('close', (code) => resolve({ code, err }))) };
}

function stepsOf(work: string): string[][] {
  const each = (name: string) =>
    Array.from({ length: SHARDS }, (_, i) => ['shard', name, '--shard', `${i + 1}/${SHARDS}`, ...atWork(work)]);
  const plan = ['shard', 'plan', '--shards', `${SHARDS}`, ...atWork(work)];
  const merge = ['merge', '--shards', `${SHARDS}`, ...atWork(work), '--out', join(root, `${work}-dataset`)];
  return [...each('links'), plan, ...each('examine'), merge];
}

const sums = (out: string) => readFileSync(join(root, out, 'SHA256SUMS'), 'utf8');

let alone = '';
/** What a step takes here and now, in milliseconds. */
let usual = 0;
beforeAll(() => {
  makeCorpus(root, 90);
  expect(run('build', '--out', join(root, 'alone'), '--jobs', '1', '--no-cache')).toBe(0);
  alone = sums('alone');
  const began = Date.now();
  for (const step of stepsOf('usual')) expect(run(...step)).toBe(0);
  usual = (Date.now() - began) / stepsOf('usual').length;
});

test('steps one after another give the bytes of a build', () => {
  expect(sums('usual-dataset')).toBe(alone);
});

test('killed with -9 at a random moment, and run again: the bytes are the same', async () => {
  const moments = fc.sample(
    fc.record({ step: fc.nat(2 * SHARDS + 1), at: fc.double({ min: 0.2, max: 1, noNaN: true }) }),
    KILLS,
  );
  let ends = 0;
  for (const [i, step] of stepsOf('killed').entries()) {
    for (const { at } of moments.filter((moment) => moment.step === i)) {
      const { child, ended } = start(...step);
      await sleep(at * usual);
      child.kill('SIGKILL');
      if ((await ended).code !== null) ends++;
    }
    // The dataset may be told to have been put right.
    const { code, err } = await start(...step).ended;
    expect(code, `${step.join(' ')}: ${err}`).toBe(0);
  }
  expect(ends, 'steps that ended before they were killed').toBeLessThan(KILLS);
  expect(sums('killed-dataset')).toBe(alone);
});

test('a shard that runs twice at once, as after a requeue, spoils nothing', async () => {
  const steps = stepsOf('doubled');
  for (const step of steps.slice(0, -1)) {
    const both = [start(...step), start(...step)];
    for (const { ended } of both) expect(await ended).toMatchObject({ code: 0 });
  }
  expect(run(...(steps.at(-1) ?? []))).toBe(0);
  expect(sums('doubled-dataset')).toBe(alone);
});

test('inside an array the engine says which shard it is; a mistake ends with 2', () => {
  const links = (env: Record<string, string>, ...more: string[]) =>
    spawnSync(process.execPath, commandOf('shard', 'links', ...more, ...atWork('array')), {
      encoding: 'utf8',
      env: { ...process.env, ...env },
    });
  const slurm = {
    SLURM_ARRAY_TASK_ID: '1',
    SLURM_ARRAY_TASK_COUNT: '3',
    SLURM_ARRAY_TASK_MIN: '0',
    SLURM_ARRAY_TASK_MAX: '2',
  };
  expect(links(slurm).stdout).toMatch(/^shard 2\/3, \d+ articles: links found\n$/);
  expect(links({ JOB_COMPLETION_INDEX: '2' }, '--shards', '3').stdout).toMatch(/^shard 3\/3, /);
  expect(links({ JOB_COMPLETION_INDEX: '2' })).toMatchObject({ status: 2, stdout: '' });
  const early = spawnSync(process.execPath, commandOf('shard', 'plan', '--shards', '3', ...atWork('array')), {
    encoding: 'utf8',
  });
  expect(early).toMatchObject({ status: 2, stdout: '' });
  expect(early.stderr).toContain('links-1-of-3.piece is not there: run `shard links --shard 1/3`');
});
