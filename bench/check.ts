// A few articles in every style, on one thread and on several → whether the bytes are the same, and whether work grows
// as it should.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCorpus } from './corpus.ts';
import { measure } from './measure.ts';
import type { Result } from './results.ts';
import { STYLE_NAMES, STYLES } from './styles.ts';
import { launch } from './works.ts';

/** What is wrong, a line each; nothing here is timed but against itself. */
export function findFaults(folder: string, articles: number, results: readonly Result[]): string[] {
  const faults: string[] = [];
  const digests = new Map<string, string>();
  for (const style of STYLE_NAMES) {
    const workspace = join(folder, `check ${style}`);
    makeCorpus(workspace, articles, style);
    const sums = ['1', '2', '8'].slice(0, style === 'by hand' ? 3 : 1).map((jobs) => {
      const out = join(workspace, `out-${jobs}`);
      const raw = join(workspace, 'raw');
      const run = measure([...launch(), 'build', '--no-cache', '--raw', raw, '--out', out, '--jobs', jobs]);
      return run ? readFileSync(join(out, 'SHA256SUMS'), 'utf8') : `${style} with ${jobs} threads fails`;
    });
    if (new Set(sums).size !== 1) faults.push('The bytes depend on the number of threads.');
    digests.set(style, sums[0] ?? '');
  }
  for (const style of STYLE_NAMES) {
    const same = digests.get(style) === digests.get('by hand');
    if (same === (STYLES[style].scripts ?? false))
      faults.push(same ? `${style}: has the bytes of other labels.` : `${style}: the same labels, other bytes.`);
  }
  for (const style of STYLE_NAMES) faults.push(...findGrowth(results, style));
  return faults;
}

/** An article must not cost much more among many than among few. */
function findGrowth(results: readonly Result[], style: string): string[] {
  const costs = results
    .filter((result) => result.name === 'cold build' && result.style === style)
    .map(({ processor, articles }) => processor / articles);
  const [first, last] = [costs[0], costs.at(-1)];
  if (first === undefined || last === undefined || last <= 1.5 * first) return [];
  return [`${style}: an article costs ${(last / first).toFixed(2)} times as much among many as among few.`];
}
