// raw/ while it is edited → findings, again after every change.

import { WatchedProject } from '../examine/watchedProject.ts';
import { locateFindings } from '../findings/locate.ts';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { readSourceText } from '../platform/reading.ts';
import type { Terminal } from '../platform/terminal.ts';
import { takeTurns } from '../platform/turns.ts';
import { UserError } from '../platform/userError.ts';
import { watchFolders } from '../platform/watching.ts';
import { toPath } from '../project/openProject.ts';
import { requireFolders } from '../project/requireArticles.ts';
import { renderReport } from './reporting.ts';
import { selectFindings, type ValidateOptions } from './selectFindings.ts';

/**
 * Milliseconds without a further change after which files are read: an editor's write in several steps is seen as one.
 */
export const STILL = 20;

/** Milliseconds of work after which it is seen whether something has changed. */
const SLICE = 100;
/** So many articles take so long that it is said what is going on. */
const MANY = 100;

/**
 * `npm run validate -- --watch`: what changed is judged anew, and the whole dataset with it. Each round begins with a
 * line `Validating …` and ends with the summary, so that an editor's problem matcher knows when its list is complete.
 * Ends with exit code 0 when `until` is fulfilled.
 */
export async function watch(
  options: ValidateOptions,
  terminal: Terminal,
  clock: () => number,
  until: Promise<void>,
): Promise<number> {
  const { raw, captures } = options;
  if (options.format !== 'text' || options.output !== undefined)
    throw new UserError('--watch writes text to the terminal: it goes with neither --format nor --output.');
  requireFolders(raw);
  const kept = new WatchedProject({ raw, captures });
  let newest = 0;
  /** Where something else has changed meanwhile, the round is given up: the next one goes on from what was examined. */
  const judge = async (isTouched: (file: string) => boolean, number: number) => {
    requireFolders(raw);
    const began = clock();
    const round = kept.begin(isTouched);
    if (round.missing > MANY) terminal.err(`Examining ${round.missing} articles …\n`);
    while (round.missing > 0) {
      const from = clock();
      round.advance(() => clock() - from > SLICE);
      await new Promise((done) => setImmediate(done));
      if (number !== newest) return;
    }
    const { findings, summary } = selectFindings(options, round.project, round.judge());
    const located = locateFindings(findings, readSourceText);
    const report = await renderReport(located, summary, 'text', readSourceText, terminal.colour);
    terminal.out(`Validating ${toPath(raw)} …\n\n${report}`);
    terminal.err(`${Math.round(clock() - began)} ms. Waiting for changes; Ctrl+C ends.\n`);
  };
  await judge(() => false, newest);
  // Rounds wait for one another, so that reports never mix.
  const turns = takeTurns((message) =>
    terminal.err(`${sanitiseForTerminal(message)}\nWaiting for changes; Ctrl+C ends.\n`),
  );
  const onChange = (paths: ReadonlySet<string>) => {
    const number = ++newest;
    turns.run(() => judge(touchedBy(raw, paths), number));
  };
  const close = watchFolders(listFolders(raw, captures), onChange, STILL);
  await until;
  close();
  await turns.end();
  return 0;
}

/** Which articles are to be examined again: those that changed; all where anything but articles and votes did. */
export function touchedBy(raw: string, changed: ReadonlySet<string>): (file: string) => boolean {
  const paths = new Set([...changed].map(toPath));
  const own = ['articles', 'votes'].map((name) => `${toPath(raw)}/${name}/`);
  const elsewhere = [...paths].some((path) => !own.some((folder) => path.startsWith(folder)));
  return (file) => elsewhere || paths.has(file);
}

/** Folders in which something may lie that findings depend on. */
export function listFolders(raw: string, captures?: string): string[] {
  const names = ['', '/articles', '/vocabulary', '/vocabulary/verdict-maps', '/sources', '/captures', '/votes'];
  const below = names.map((name) => `${toPath(raw)}${name}`);
  const home = toPath(`${raw}/..`);
  return [...new Set([...below, home, `${home}/releases`, ...(captures === undefined ? [] : [toPath(captures)])])];
}
