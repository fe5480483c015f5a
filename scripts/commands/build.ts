// raw/ → dataset/, or what would change there.

import { renderDataset } from '../dataset/renderDataset.ts';
import { PROSE, renderProse } from '../dataset/renderProse.ts';
import type { Cache } from '../examine/buildCache.ts';
import { loadBuild, openCache } from '../examine/openCache.ts';
import type { FormerParts } from '../examine/part.ts';
import type { Dataset } from '../formats/dataset.ts';
import { listDatasetFiles } from '../formats/datasetFiles.ts';
import { writeFileAtomic } from '../platform/files.ts';
import { compareFiles, listOwned } from '../platform/folderFiles.ts';
import { recoverFolder, replaceFolder } from '../platform/folderSwap.ts';
import type { LockHolder } from '../platform/lock.ts';
import { listFiles, readSourceText, readTextIfAny } from '../platform/reading.ts';
import { refusePublicPlace } from '../platform/repository.ts';
import { removeAbandoned } from '../platform/siblings.ts';
import type { Terminal } from '../platform/terminal.ts';
import { UserError } from '../platform/userError.ts';
import { beside, type Project, toPath } from '../project/openProject.ts';
import { openJudged, requireFolders } from '../project/requireArticles.ts';
import { countOf } from '../values/countOf.ts';
import {
  cacheOption,
  capturesOption,
  colourOptions,
  type DefineCommand,
  emptyOption,
  jobsOption,
  rawOption,
  withOptions,
} from './command.ts';
import { showProgress } from './progress.ts';
import { reportFindings, sayNothingWritten } from './reporting.ts';

export interface BuildOptions {
  raw: string;
  allowEmpty?: boolean;
  out?: string;
  captures?: string;
  withText?: boolean;
  check?: boolean;
  jobs?: number;
  /** Where results are kept from run to run. */
  cache?: Cache | undefined;
  /** Opens the parts that shards have examined, where they have. */
  handOver?: (project: Project) => FormerParts;
}

export const define: DefineCommand = (program, { terminal, clock, cacheOf, done }) => {
  const command = program
    .command('build')
    .description('validate raw/ and write the dataset')
    .addOption(rawOption())
    .option('--out <dir>', 'where the dataset is written (default: dataset beside the raw folder)')
    .addOption(capturesOption())
    .option('--with-text', 'a private edition that holds the articles; needs --captures and --out')
    .option('--check', 'write nothing; fail where the committed dataset is not what the build yields');
  withOptions(command, emptyOption(), jobsOption(), cacheOption(), ...colourOptions()).action(async (options) =>
    done(await build({ ...options, cache: cacheOf(options) }, terminal, clock)),
  );
};

/**
 * `npm run build:dataset`: validates first, and writes nothing where there is an error (exit code 1). With `check`
 * nothing is written, and what differs from the committed files is named (exit code 1).
 */
export async function build(options: BuildOptions, terminal: Terminal, clock: () => number): Promise<number> {
  const began = clock();
  const edition = options.withText ? 'private' : 'public';
  const out = chooseOut(options);
  // Nothing is written, not even what an earlier build left is put right, where the folder is mistyped.
  requireFolders(options.raw);
  const onWait = (holder: LockHolder) =>
    terminal.err(`Waiting for another build${holder.pid === null ? '' : ` (process ${holder.pid})`} …\n`);
  const recovery = await recoverFolder(out, { onWait });
  if (recovery !== 'nothing to do')
    terminal.err(`An earlier build did not end; its replacement of ${toPath(out)} was ${recovery}.\n`);
  const project = openJudged(options);
  // Before anything is written: a piece may be missing.
  const handedOver = options.handOver?.(project);
  const cache = options.check || handedOver ? null : openCache(options.cache, project, { edition, out });
  const settings = { edition, jobs: options.jobs, cache, handedOver, onProgress: showProgress(terminal) } as const;
  const isOwn = toPath(out) === defaultOut(project) && edition === 'public';
  // What is rewritten at the end must be text that can be: that is asked before anything is written.
  const readProse = isOwn
    ? readAll(
        PROSE.map((name) => beside(project, name)),
        project.home,
      )
    : () => null;
  // Listed when the folder is locked, since another build may be making it until then. In the project's own folder the
  // names are enough: after a merge its manifest may be unreadable, and a build is what puts that right.
  let known: Set<string> | null = null;
  const owned = (path: string) => {
    known ??= new Set([...listOwned(out), ...(isOwn ? listDatasetFiles(edition, project) : [])]);
    return known.has(path);
  };
  let result: Rendered | null = loadBuild(cache, project);
  let changed: string[] = [];
  if (options.check) result = await renderDataset(project, null, settings);
  else if (!result) {
    const fill = async (staging: string) => {
      await removeAbandoned(project.home);
      const rendered = await renderDataset(project, staging, settings);
      changed = rendered.dataset ? compareFiles(out, rendered.dataset.measured, cache?.loadDataset()?.measured) : [];
      return rendered;
    };
    const isStale = (dataset: Dataset) =>
      [...listOwned(out)].some((path) => !dataset.measured.some((file) => file.path === path));
    const keep = ({ dataset }: Rendered) => !dataset || (changed.length === 0 && !isStale(dataset));
    result = await replaceFolder(out, fill, { owned, keep, onWait });
    if (result.dataset) await cache?.finish(result.check, result.dataset);
  }
  cache?.close();
  const { check, dataset } = result;
  if (check.findings.length > 0)
    terminal.out(await reportFindings(check.findings, check.summary, 'text', readSourceText, terminal.colour));
  if (!dataset) {
    terminal.out(sayNothingWritten(check.summary.errors));
    return 1;
  }
  const prose = isOwn
    ? renderProse(project, check, dataset, readProse)
    : { files: new Map<string, string>(), unknown: [] };
  for (const marker of prose.unknown) terminal.err(`No number is known for the marker ${marker}.\n`);
  if (options.check) return reportDrift(out, dataset, [...prose.files.keys()], terminal);
  for (const [path, text] of prose.files) await writeFileAtomic(path, text);
  terminal.out(summarise(out, dataset, changed.length, [...prose.files.keys()], clock() - began));
  return 0;
}

type Rendered = Awaited<ReturnType<typeof renderDataset>>;

/** Where a project's dataset lies when nothing else is said. */
export function defaultOut(project: Pick<Project, 'home'>): string {
  return beside(project, 'dataset');
}

function chooseOut(options: BuildOptions): string {
  if (!options.withText) return options.out ?? defaultOut({ home: toPath(`${options.raw}/..`) });
  if (options.captures === undefined || options.out === undefined)
    throw new UserError('--with-text needs --captures DIR and --out DIR.');
  if (options.check) throw new UserError('--check is for the committed dataset, which holds no text.');
  refusePublicPlace(options.out);
  return options.out;
}

function reportDrift(out: string, dataset: Dataset, prose: readonly string[], terminal: Terminal): number {
  const differing = compareFiles(out, dataset.measured).map(
    (name) => `${toPath(out)}/${name} is not what the build yields.`,
  );
  const foreign = listFiles(out, '*')
    .filter((name) => !dataset.measured.some(({ path }) => path === name))
    .map((name) => `${toPath(out)}/${name} is not a file of the dataset.`);
  const drift = [...differing, ...foreign, ...prose.map((path) => `${path} holds numbers that are out of date.`)];
  for (const line of drift) terminal.out(`${line}\n`);
  if (drift.length > 0) terminal.out('Run `npm run build:dataset` and commit the result.\n');
  else terminal.out('The dataset is what the build yields.\n');
  return drift.length > 0 ? 1 : 0;
}

function summarise(out: string, dataset: Dataset, changed: number, prose: readonly string[], ms: number): string {
  const { counts, entries, version } = dataset;
  const verdicts = Object.entries(counts.claims_by_verdict)
    .filter(([, n]) => n > 0)
    .map(([verdict, n]) => `${n} ${verdict}`);
  const width = Math.max(...entries.map(({ path }) => path.length));
  const files = entries.map(
    ({ path, bytes, rows }) =>
      `  ${path.padEnd(width)}  ${String(bytes).padStart(9)} bytes${rows === null ? '' : `  ${rows} rows`}`,
  );
  const written = changed === 0 ? 'unchanged' : `${countOf(changed, 'file')} changed`;
  return [
    `${countOf(counts.articles, 'article')}, ${countOf(counts.claims, 'claim')} (${verdicts.join(', ') || 'none'}), version ${version}`,
    `${toPath(out)}/ (${written})`,
    ...files,
    ...prose.map((path) => `${path}: numbers brought up to date`),
    `${(ms / 1000).toFixed(2)} s\n`,
  ].join('\n');
}

/** Reads files now, and gives their texts later. */
function readAll(paths: readonly string[], home: string): (path: string) => string | null {
  const texts = new Map(paths.map((path) => [path, readTextIfAny(path, home)]));
  return (path) => texts.get(path) ?? null;
}
