// A command → how long it ran, and how much memory it and its threads held at most.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Wall clock and processor time in seconds, peak memory in megabytes. */
export interface Run {
  seconds: number;
  processor: number;
  megabytes: number;
}

/**
 * Runs a program to its end, through GNU time, which knows the peak; null, and its last words on stderr, where it
 * fails.
 */
export function measure(command: readonly string[], cwd = '.'): Run | null {
  const report = join(tmpdir(), `veritable-bench-${process.pid}.txt`);
  const began = performance.now();
  const { status, stdout, stderr, error } = spawnSync('time', ['-q', '-f', '%M %U %S', '-o', report, ...command], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - began) / 1000;
  if (error) throw new Error(`GNU time is needed (Debian: apt install time). ${error.message}`);
  if (status !== 0) {
    console.error(`${command.join(' ')} ended with ${status}:\n${`${stdout}\n${stderr}`.slice(-600)}`);
    return null;
  }
  const [kilobytes = 0, user = 0, system = 0] = readFileSync(report, 'utf8').trim().split(' ').map(Number);
  return { seconds, processor: user + system, megabytes: kilobytes / 1024 };
}

/** The middle one of the runs by each measure; not a number where one failed. */
export function medianRun(runs: readonly (Run | null)[]): Run {
  if (runs.some((run) => run === null)) return { seconds: Number.NaN, processor: Number.NaN, megabytes: Number.NaN };
  const done = runs.filter((run) => run !== null);
  const middle = (of: (run: Run) => number) =>
    done.map(of).sort((a, b) => a - b)[Math.floor((done.length - 1) / 2)] ?? 0;
  return {
    seconds: middle((run) => run.seconds),
    processor: middle((run) => run.processor),
    megabytes: middle((run) => run.megabytes),
  };
}
