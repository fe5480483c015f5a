// Measured runs → the tables of docs/performance.md.
import { arch, cpus, platform, totalmem } from 'node:os';
import { judgeGoals } from './goals.ts';
import type { Result } from './results.ts';

/** The machine, as far as it says what it is. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim() || arch()}), ${memory} GiB of memory, ${platform()}, Node ${process.versions.node}`;
}

/** A line for each work at each size. The last column compares with the cold build of the same size. */
export function tabulateRuns(results: readonly Result[]): string {
  const lines = results.map(({ articles, name, seconds, processor, megabytes }) => {
    if (!(seconds > 0)) return `| ${articles} | ${name} | fails | | | |`;
    const cold = results.find((result) => result.articles === articles && result.name === 'cold build');
    const ratio = cold ? `${(seconds / cold.seconds).toFixed(2)} ×` : '';
    return `| ${articles} | ${name} | ${seconds.toFixed(2)} | ${processor.toFixed(2)} | ${megabytes.toFixed(0)} | ${ratio} |`;
  });
  return `| articles | work | seconds | processor seconds | MB at most | of the cold build |\n| ---: | --- | ---: | ---: | ---: | ---: |\n${lines.join('\n')}`;
}

/** A line for each goal; what misses it is in bold type. */
export function tabulateGoals(results: readonly Result[]): string {
  const lines = judgeGoals(results).map(({ work, goal, reached, met }) => {
    const word = met === null ? 'not fully measured' : met ? 'met' : '**missed**';
    return `| ${work} | ${goal} | ${word} | ${reached} |`;
  });
  return `| work | goal | | reached |\n| --- | --- | --- | --- |\n${lines.join('\n')}`;
}
