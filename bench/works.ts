// Works → their medians, each work run in turn with the others.
import { resolve } from 'node:path';
import { measure, medianRun, type Run } from './measure.ts';
import type { Result } from './results.ts';
import type { Style } from './styles.ts';

/** What is measured: `before` makes ready for it and is not measured. */
export interface Work {
  name: string;
  command: string[];
  cwd?: string;
  before?: () => void;
}

/** Above this size everything is run once, in one style, and peers not at all. */
export const MANY = 20_000;

/** The command line of this project, with its compiled program, or of another checkout of it. */
export function launch(checkout = '.'): string[] {
  return [process.execPath, resolve(checkout, 'scripts/launch.js')];
}

/** Every work once, then every work again: what disturbs the machine for a while disturbs all. */
export function runAll(works: readonly Work[], articles: number, style: Style | null, rounds: number): Result[] {
  const runs = works.map((): (Run | null)[] => []);
  for (let round = 0; round < (articles > MANY ? 1 : rounds); round++) {
    for (const [i, { name, command, cwd, before }] of works.entries()) {
      before?.();
      runs[i]?.push(tell(articles, name, measure(command, cwd)));
    }
  }
  return works.map(({ name }, i) => ({ articles, style, name, ...medianRun(runs[i] ?? []) }));
}

/** Says on stderr what has been measured: a run of many articles takes hours. */
export function tell(articles: number, name: string, run: Run | null): Run | null {
  const words = run
    ? `${run.seconds.toFixed(2)} s, ${run.processor.toFixed(2)} s of processor, ${run.megabytes.toFixed(0)} MB`
    : 'fails';
  console.error(`${articles} articles, ${name}: ${words}`);
  return run;
}
