// Measured runs → the tables of docs/performance.md.
import { arch, cpus, platform, totalmem } from 'node:os';
import { judgeGoals } from './goals.ts';
import { findRun } from './parts.ts';
import type { Result } from './results.ts';
import { STYLE_NAMES } from './styles.ts';

/** The machine, as far as it says what it is. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores (${cpu?.model.trim() || arch()}), ${memory} GiB of memory, ${platform()}, Node ${process.versions.node}`;
}

/**
 * A line for each size and style: seconds of wall, in brackets of processor, and peak memory, of this project and of
 * the obvious script.
 */
export function tabulateStyles(results: readonly Result[]): string {
  const sizes = [...new Set(results.filter(({ style }) => style !== null).map(({ articles }) => articles))];
  const rows = sizes.flatMap((articles) =>
    STYLE_NAMES.flatMap((style) => {
      const cells = ['cold build', 'cold validate', 'obvious script'].map((name) => {
        const run = findRun(results, { name, articles, style });
        if (run === null || run === 'fails') return run ?? '';
        return `${run.seconds.toFixed(2)} (${run.processor.toFixed(2)}), ${run.megabytes.toFixed(0)} MB`;
      });
      return cells.some((cell) => cell !== '') ? [[String(articles), style, ...cells]] : [];
    }),
  );
  return tabulate(['articles', 'style', 'cold build', 'cold validate', 'obvious script'], '>', rows);
}

/**
 * A line for each work on the labels as they are written by hand, at each size. The last column compares with the cold
 * build of the same size.
 */
export function tabulateRuns(results: readonly Result[]): string {
  const shown = results.filter(({ style }) => style === null || style === 'by hand');
  const rows = shown.map(({ articles, style, name, seconds, processor, megabytes }) => {
    const work = style === null ? `real dataset: ${name}` : name;
    if (!(seconds > 0)) return [String(articles), work, 'fails', '', '', ''];
    const cold = findRun(results, { name: 'cold build', articles, style });
    const ratio = cold === null || cold === 'fails' ? '' : `${(seconds / cold.seconds).toFixed(2)} ×`;
    return [String(articles), work, seconds.toFixed(2), processor.toFixed(2), megabytes.toFixed(0), ratio];
  });
  const heads = ['articles', 'work', 'seconds', 'processor seconds', 'MB at most', 'of the cold build'];
  return tabulate(heads, '> >>>>', rows);
}

/** A line for each goal; what misses it is in bold type. */
export function tabulateGoals(results: readonly Result[]): string {
  const rows = judgeGoals(results).map(({ work, goal, reached, met }) => {
    const word = met === null ? 'not fully measured' : met ? 'met' : '**missed**';
    return [work, goal, word, reached];
  });
  return tabulate(['work', 'goal', '', 'reached'], '', rows);
}

/** `sides` has a sign for each column: `>` where it holds numbers. */
function tabulate(heads: readonly string[], sides: string, rows: readonly (readonly string[])[]): string {
  const rule = heads.map((_, i) => (sides[i] === '>' ? '---:' : '---'));
  return [heads, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
