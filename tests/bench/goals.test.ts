import { describe, expect, it } from 'vitest';
import { judgeGoals } from '../../bench/goals.ts';
import { tabulateGoals, tabulateRuns, tabulateStyles } from '../../bench/report.ts';
import type { Result } from '../../bench/results.ts';
import { STYLE_NAMES, type Style } from '../../bench/styles.ts';

const run = (articles: number, name: string, seconds: number, others: Partial<Result> = {}): Result => ({
  articles,
  style: 'by hand',
  name,
  seconds,
  processor: seconds,
  megabytes: 100,
  ...others,
});

const judge = (work: string, ...results: Result[]) =>
  judgeGoals(results).find((outcome) => outcome.work.includes(work));

describe('Goals of the benchmark', () => {
  const build = (seconds: number, others: Partial<Result> = {}) => run(10_000, 'cold build', seconds, others);
  const script = (seconds: number, others: Partial<Result> = {}) => run(10_000, 'obvious script', seconds, others);
  const inAllStyles = (make: (style: Style) => Result[]) => STYLE_NAMES.flatMap(make);
  const OBVIOUS = 'obvious script';
  const judgeBy = (goal: string, ...results: Result[]) =>
    judgeGoals(results).find((outcome) => outcome.goal.includes(goal));

  it('meets a ratio where another work takes that many times as long, in every style', () => {
    const results = (last: number) =>
      inAllStyles((style) => [build(4, { style }), script(style === STYLE_NAMES.at(-1) ? last : 9, { style })]);
    expect(judgeBy(OBVIOUS, ...results(6))?.met).toBe(true);
    expect(judgeBy(OBVIOUS, ...results(5.9))?.met).toBe(false);
    expect(judgeBy(OBVIOUS, build(4), script(9))?.met).toBeNull();
  });

  it('compares works of one size only', () => {
    const results = inAllStyles((style) => [run(1000, 'cold build', 1, { style }), script(16, { style })]);
    expect(judgeBy(OBVIOUS, ...results)?.met).toBeNull();
  });

  it('compares the dearest style with the cheapest by processor time', () => {
    const results = (dearest: number) =>
      [1000, 10_000].flatMap((articles) =>
        inAllStyles((style) => [
          run(articles, 'cold build', 1, { style, processor: style === 'PyYAML' ? dearest : 10 }),
        ]),
      );
    expect(judge('the dearest style', ...results(13))?.met).toBe(true);
    expect(judge('the dearest style', ...results(13.1))?.met).toBe(false);
    expect(judge('the dearest style', ...results(13.1))?.reached).toContain('1.31 times (PyYAML against by hand)');
    expect(judge('the dearest style', ...results(13).slice(1))?.met).toBeNull();
  });

  it('misses a goal where a work of this project fails', () => {
    const failed = run(10_000, 'release', Number.NaN);
    expect(judgeBy('each ends', failed)).toMatchObject({ met: false });
    expect(judgeBy('each ends', failed)?.reached).toContain('**release fails**');
  });

  it('says what was not measured, and does not call it met', () => {
    const outcome = judge('nothing changed', run(10_000, 'build, nothing changed', 0.3));
    expect(outcome?.met).toBeNull();
    expect(outcome?.reached).toBe('build, nothing changed 0.30 s; validate, nothing changed: not measured');
  });

  it('misses a goal of which one part is missed, whatever else was not measured', () => {
    const outcome = judge('nothing changed', run(10_000, 'build, nothing changed', 0.61));
    expect(outcome?.met).toBe(false);
    expect(outcome?.reached).toContain('**build, nothing changed 0.61 s**');
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
    expect(judge('peak memory at', ...results(280))?.reached).toContain('0 bytes a claim beyond 1.4 times');
    expect(judge('peak memory at', ...results(500))?.met).toBe(true);
    expect(judge('peak memory at', ...results(550))?.met).toBe(false);
  });

  it('compares all steps of shards with a build on one thread, by processor time', () => {
    const shards = (together: number) =>
      [20_000, 100_000].flatMap((articles) => [
        run(articles, 'build, one thread', 99, { processor: 100 }),
        run(articles, 'shards: all steps', 1, { processor: together }),
      ]);
    expect(judge('all steps of shards', ...shards(115))?.met).toBe(true);
    expect(judge('all steps of shards', ...shards(116))?.met).toBe(false);
    expect(judge('all steps of shards', ...shards(115).slice(2))?.met).toBeNull();
    const merge = (processor: number, megabytes: number) =>
      judge('merge of shards', ...shards(1), run(100_000, 'shards: merge', 1, { processor, megabytes }));
    expect(merge(25, 300)?.met).toBe(true);
    expect(merge(26, 300)?.met).toBe(false);
    expect(merge(25, 301)?.met).toBe(false);
  });

  it('compares nothing with a script that failed, and says so in the table of runs', () => {
    const results = [build(4), script(Number.NaN)];
    expect(judgeBy(OBVIOUS, ...results)?.met).toBeNull();
    expect(tabulateRuns(results).split('\n').at(-1)).toBe('| 10000 | obvious script | fails |  |  |  |');
    expect(tabulateStyles(results)).toContain('| 10000 | by hand | 4.00 (4.00), 100 MB |  | fails |');
    expect(tabulateGoals(results)).toContain('not fully measured');
  });
});
