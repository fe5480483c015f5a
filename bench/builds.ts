// A corpus → what it takes to validate and build it: cold, with nothing changed, and after one article has changed.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleId } from './labels.ts';
import { measure } from './measure.ts';
import type { Result } from './results.ts';
import type { Style } from './styles.ts';
import { launch, runAll, type Work } from './works.ts';

/** A corpus on the disk. */
export interface Corpus {
  folder: string;
  articles: number;
  style: Style;
}

/** Without a cache, beside the obvious script on the same files and whatever else is to be run in turn with them. */
export function measureCold(corpus: Corpus, rounds: number, before: string | null, others: readonly Work[]): Result[] {
  const { folder, articles, style } = corpus;
  const raw = join(folder, 'raw');
  const make = (name: string, out: string, command: string[]): Work => ({
    name,
    command,
    before: () => rmSync(join(folder, out), { recursive: true, force: true }),
  });
  const build = (checkout: string, out: string) => [
    ...launch(checkout),
    'build',
    '--no-cache',
    '--raw',
    raw,
    '--out',
    join(folder, out),
  ];
  const works: Work[] = [
    make('cold build', 'out', build('.', 'out')),
    { name: 'cold validate', command: [...launch(), 'validate', '--raw', raw, '--no-cache'] },
    make('obvious script', 'out-obvious', [
      process.execPath,
      ...['--import', 'tsx', 'bench/obvious.ts', raw, join(folder, 'out-obvious')],
    ]),
    ...(before === null ? [] : [make('cold build before', 'out-before', build(before, 'out-before'))]),
    ...others,
  ];
  const results = runAll(works, articles, style, rounds);
  for (const out of ['out-obvious', 'out-before']) rmSync(join(folder, out), { recursive: true, force: true });
  return results;
}

/** With a cache that knows the corpus. `when` stands behind the names of the works. */
export function measureWarm({ folder, articles, style }: Corpus, rounds: number, when = ''): Result[] {
  const raw = join(folder, 'raw');
  const build = [...launch(), 'build', '--raw', raw, '--out', join(folder, 'out')];
  const validate = [...launch(), 'validate', '--raw', raw];
  const edited = join(raw, 'articles', `${articleId(Math.floor(articles / 2))}.md`);
  let edits = 0;
  const edit = () =>
    writeFileSync(edited, readFileSync(edited, 'utf8').replace(/^title: .*$/m, `title: Edited ${++edits}`));
  for (const command of [build, validate]) measure(command);
  // Files that changed within the last two seconds are read again; only then are they known for good.
  wait(2500);
  for (const command of [build, validate]) measure(command);
  const unchanged: Work[] = [
    { name: `build, nothing changed${when}`, command: build },
    { name: `validate, nothing changed${when}`, command: validate },
  ];
  const changed: Work[] = [
    { name: `build, one article changed${when}`, command: build, before: edit },
    { name: `validate, one article changed${when}`, command: validate, before: edit },
  ];
  return [unchanged, changed].flatMap((works) => runAll(works, articles, style, rounds));
}

function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
