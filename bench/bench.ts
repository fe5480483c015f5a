// Arguments → corpora, runs of this project and of others on them in turn, and tables of medians, ratios and goals.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillMarkers } from '../scripts/formats/markers.ts';
import { type Arguments, type Group, readArguments, USAGE } from './arguments.ts';
import { measureCold, measureWarm } from './builds.ts';
import { findFaults } from './check.ts';
import { makeCorpus } from './corpus.ts';
import { prepareFloor, preparePeer } from './peers.ts';
import { plotSizes } from './plot.ts';
import { profile, type Shares, tabulateShares } from './profile.ts';
import { measurePublishing, PUBLISHING, RELEASED } from './publishing.ts';
import { describeMachine, tabulateGoals, tabulateRuns, tabulateStyles } from './report.ts';
import { type Result, readResults } from './results.ts';
import { measureSharded, SHARDS } from './sharded.ts';
import type { Style } from './styles.ts';
import { launch, MANY, runAll } from './works.ts';

const options = understand();
if (options) {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-bench-'));
  try {
    run(folder, options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function understand(): Arguments | null {
  try {
    const read = readArguments(process.argv.slice(2));
    if (read === null) console.log(USAGE);
    return read;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    process.exitCode = 2;
    return null;
  }
}

function run(folder: string, { from, sizes, profile: articles, plot, write, json, check, ...asked }: Arguments): void {
  const results = from.length > 0 ? readResults(from) : measureAll(folder, sizes, asked);
  if (plot !== null) writeFileSync(plot, plotSizes(results.filter(isDrawn)));
  const tables = {
    machine: describeMachine(),
    goals: tabulateGoals(results),
    styles: tabulateStyles(results),
    runs: tabulateRuns(results),
    ...(articles === null ? {} : { profile: tabulateShares(profileBuild(folder, articles)) }),
  };
  if (write !== null) writeFileSync(write, fillMarkers(readFileSync(write, 'utf8'), tables).text);
  console.log(json ? JSON.stringify(results, null, 2) : Object.values(tables).join('\n\n'));
  if (!check) return;
  for (const fault of findFaults(folder, Math.min(...sizes), results)) {
    console.error(fault);
    process.exitCode = 1;
  }
}

/** The cold works on the labels by hand, which are run at every size. */
function isDrawn({ style, name }: Result): boolean {
  const others: readonly string[] = ['cold build before', ...PUBLISHING, ...Object.values(SHARDS)];
  return style === 'by hand' && !others.includes(name) && !name.endsWith(RELEASED);
}

function profileBuild(folder: string, articles: number): Shares {
  const workspace = join(folder, 'profile');
  makeCorpus(workspace, articles);
  const places = ['--raw', join(workspace, 'raw'), '--out', join(workspace, 'out')];
  return profile([...launch(), 'build', '--no-cache', '--jobs', '1', ...places]);
}

type Asked = Pick<Arguments, 'styles' | 'groups' | 'peers' | 'runs' | 'before'>;

function measureAll(folder: string, sizes: readonly number[], asked: Asked): Result[] {
  // Compiles the programs, which is not measured.
  for (const checkout of ['.', asked.before ?? '.']) {
    const [node = '', ...program] = launch(checkout);
    spawnSync(node, [...program, '--help']);
  }
  const real = [
    { name: 'validate', command: [...launch(), 'validate'] },
    { name: 'build --check', command: [...launch(), 'build', '--check'] },
  ];
  const [many, usual] = [sizes.filter((size) => size > MANY), sizes.filter((size) => size <= MANY)];
  return [
    ...runAll(real, 5, null, asked.runs),
    ...usual.flatMap((articles) => asked.styles.flatMap((style) => measureStyle(folder, articles, style, asked))),
    ...many.flatMap((articles) => measureStyle(folder, articles, 'by hand', asked)),
  ];
}

/** Of many articles these take so long that they are to be asked for. */
const LONG: readonly Group[] = ['publishing', 'shards'];

/** All of a size and style. What does not read labels, and peers, are measured in one style only. */
function measureStyle(
  parent: string,
  articles: number,
  style: Style,
  { groups, peers, runs, before }: Asked,
): Result[] {
  const folder = join(parent, `${articles} ${style}`);
  makeCorpus(folder, articles, style);
  const corpus = { folder, articles, style };
  const [usual, raw] = [style === 'by hand', join(folder, 'raw')];
  const floor = usual ? prepareFloor(parent, raw) : null;
  const others = usual && articles <= MANY ? peers.map((peer) => preparePeer(peer, parent, raw)) : [];
  const isWanted = (group: Group) => groups?.includes(group) ?? (articles <= MANY || !LONG.includes(group));
  const results: Result[] = [];
  if (isWanted('cold')) results.push(...measureCold(corpus, runs, before, [...others, ...(floor ? [floor] : [])]));
  if (usual && isWanted('warm')) results.push(...measureWarm(corpus, runs));
  if (usual && isWanted('shards')) results.push(...measureSharded(corpus, runs));
  // Last of all: it leaves a release behind.
  if (usual && isWanted('publishing')) results.push(...measurePublishing(corpus));
  rmSync(folder, { recursive: true, force: true });
  return results;
}
