import { describe, expect, it } from 'vitest';
import { judgeGoals } from '../../bench/goals.ts';
import { tabulateGoals, tabulateRuns } from '../../bench/report.ts';
import type { Result } from '../../bench/results.ts';

const run = (articles: number, name: string, seconds: number, others: Partial<Result> = {}): Result => ({
  articles,
  name,
  seconds,
  processor: seconds,
  megabytes: 100,
  ...others,
});

const judge = (work: string, ...results: Result[]) =>
  judgeGoals(results).find((outcome) => outcome.work.includes(work));

describe('Goals of the benchmark', () => {
  it('meets a ratio where another work takes that many times as long', () => {
    const build = run(10_000, 'cold build', 4);
    expect(judge('every rule', build, run(10_000, 'obvious script', 16))?.met).toBe(true);
    expect(judge('every rule', build, run(10_000, 'obvious script', 15.9))?.met).toBe(false);
  });

  it('compares works of one size only', () => {
    expect(judge('every rule', run(1000, 'cold build', 1), run(10_000, 'obvious script', 16))?.met).toBeNull();
  });

  it('says what was not measured, and does not call it met', () => {
    const outcome = judge('nothing changed', run(10_000, 'build, nothing changed', 0.3));
    expect(outcome?.met).toBeNull();
    expect(outcome?.reached).toBe('build, nothing changed 0.30 s; validate, nothing changed: not measured');
  });

  it('misses a goal of which one part is missed, whatever else was not measured', () => {
    const outcome = judge('nothing changed', run(10_000, 'build, nothing changed', 0.91));
    expect(outcome?.met).toBe(false);
    expect(outcome?.reached).toContain('**build, nothing changed 0.91 s**');
  });

  it('counts processor time an article as work grows', () => {
    const results = ['cold build', 'cold validate'].flatMap((name) => [
      run(1000, name, 9, { processor: 1 }),
      run(10_000, name, 1, { processor: 11 }),
      run(100_000, name, 1, { processor: 120 }),
    ]);
    const outcome = judge('as work grows', ...results);
    expect(outcome?.met).toBe(true);
    expect(outcome?.reached).toContain('cold build from 1000 to 10000: +10 %');
    results.push(run(5, 'real dataset: validate', 0.1));
    expect(
      judge('as work grows', ...results.map((result) => ({ ...result, processor: result.articles ** 1.2 })))?.met,
    ).toBe(false);
  });

  it('allows memory to grow by what rules over the whole dataset keep of a claim', () => {
    const results = (large: number) =>
      ['cold build', 'cold validate'].flatMap((name) => [
        run(10_000, name, 1, { megabytes: 200 }),
        run(100_000, name, 1, { megabytes: large }),
      ]);
    expect(judge('peak memory', ...results(280))?.reached).toContain('0 bytes a claim beyond 1.4 times');
    expect(judge('peak memory', ...results(500))?.met).toBe(true);
    expect(judge('peak memory', ...results(550))?.met).toBe(false);
  });

  it('takes a work that failed for one that was not measured, and says so in the table of runs', () => {
    const failed = run(10_000, 'obvious script', Number.NaN);
    const results = [run(10_000, 'cold build', 4), failed];
    expect(judge('every rule', ...results)?.met).toBeNull();
    expect(tabulateRuns(results).split('\n').at(-1)).toBe('| 10000 | obvious script | fails | | | |');
    expect(tabulateGoals(results)).toContain('not fully measured');
  });
});
