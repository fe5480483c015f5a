// Arguments → a corpus, runs of this project and of others on it in turn, and a table of medians and ratios.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fillMarkers } from '../scripts/formats/markers.ts';
import { makeCorpus } from './corpus.ts';
import { articleId } from './labels.ts';
import { measure, medianRun, type Run } from './measure.ts';
import { PEERS, type Peer, preparePeer } from './peers.ts';
import { plotSizes } from './plot.ts';
import { profile, type Shares, tabulateShares } from './profile.ts';
import { describeMachine, tabulateGoals, tabulateRuns } from './report.ts';
import type { Result } from './results.ts';

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000' },
    peers: { type: 'string', default: '' },
    runs: { type: 'string', default: '3' },
    format: { type: 'string', default: 'table' },
    plot: { type: 'string' },
    write: { type: 'string' },
    from: { type: 'string' },
    profile: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
});

/** What is measured: `before` makes ready for it and is not measured. */
interface Work {
  name: string;
  command: string[];
  cwd?: string;
  before?: () => void;
}

const node = process.execPath;
const launch = [node, resolve('scripts/launch.js')];
const sizes = values.articles.split(',').map(Number);
const peers = values.peers.split(',').filter((name) => name !== '') as Peer[];
if (sizes.some((n) => !(n > 0)) || peers.some((name) => !PEERS.includes(name)) || !(Number(values.runs) > 0)) {
  console.error(
    `Usage: npm run bench -- [--articles N,M,…] [--runs N] [--peers ${PEERS.join(',')}] [--format table|json] [--plot FILE.svg] [--write FILE.md]
       [--from FILE.json,…] [--profile N] [--check]`,
  );
  process.exit(2);
}

/** Above this size everything is run once, and peers not at all. */
const MANY = 20_000;

const folder = mkdtempSync(join(tmpdir(), 'veritable-bench-'));
try {
  const results = values.from ? readResults(values.from.split(',')) : measureAll();
  if (values.plot) writeFileSync(values.plot, plotSizes(results));
  const tables = {
    machine: describeMachine(),
    runs: tabulateRuns(results),
    goals: tabulateGoals(results),
    ...(values.profile ? { profile: tabulateShares(profileBuild(Number(values.profile))) } : {}),
  };
  if (values.write) writeFileSync(values.write, fillMarkers(readFileSync(values.write, 'utf8'), tables).text);
  if (values.format === 'json') console.log(JSON.stringify(results, null, 2));
  else console.log(Object.values(tables).join('\n\n'));
  if (values.check) check(results);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Results that earlier runs printed with `--format json`, where what failed has null in place of numbers. Of a work that two of them measured the first counts. */
function readResults(paths: readonly string[]): Result[] {
  const results = paths.flatMap((path) => JSON.parse(readFileSync(path, 'utf8')) as Result[]);
  const known = new Set<string>();
  return results.filter(({ articles, name }) => {
    const work = `${articles} ${name}`;
    return !known.has(work) && known.add(work);
  });
}

function profileBuild(articles: number): Shares {
  const workspace = join(folder, 'profile');
  makeCorpus(workspace, articles);
  const places = ['--raw', join(workspace, 'raw'), '--out', join(workspace, 'out')];
  return profile([...launch, 'build', '--no-cache', '--jobs', '1', ...places]);
}

function measureAll(): Result[] {
  // Compiles the program, which is not measured.
  spawnSync(node, [...launch.slice(1), '--help']);
  const real: Work[] = [
    { name: 'real dataset: validate', command: [...launch, 'validate'] },
    { name: 'real dataset: build --check', command: [...launch, 'build', '--check'] },
  ];
  return [...runAll(real, 5), ...sizes.flatMap(measureSize)];
}

function measureSize(articles: number): Result[] {
  const workspace = join(folder, String(articles));
  makeCorpus(workspace, articles);
  const raw = join(workspace, 'raw');
  const out = (name: string) => join(workspace, `out-${name}`);
  const forget = (name: string) => () => rmSync(out(name), { recursive: true, force: true });
  const build = [...launch, 'build', '--raw', raw, '--out', out('own')];
  const edited = join(raw, 'articles', `${articleId(Math.floor(articles / 2))}.md`);
  let edits = 0;
  const edit = () =>
    writeFileSync(edited, readFileSync(edited, 'utf8').replace(/^title: .*$/m, `title: Edited ${++edits}`));
  const works: Work[] = [
    { name: 'cold build', command: [...build, '--no-cache'], before: forget('own') },
    { name: 'cold validate', command: [...launch, 'validate', '--raw', raw, '--no-cache'] },
    {
      name: 'obvious script',
      command: [node, '--import', 'tsx', 'bench/obvious.ts', raw, out('obvious')],
      before: forget('obvious'),
    },
    ...(articles > MANY ? [] : peers).map((peer): Work => ({ name: peer, ...preparePeer(peer, folder, raw) })),
  ];
  const floor = prepareFloor(raw);
  if (floor) works.push(floor);
  const results = runAll(works, articles);
  // What follows needs a cache that knows the corpus, and is run in this order.
  const validate = [...launch, 'validate', '--raw', raw];
  for (const command of [build, validate]) measure(command);
  wait(2500);
  for (const command of [build, validate]) measure(command);
  return [
    ...results,
    ...runAll(
      [
        { name: 'build, nothing changed', command: build },
        { name: 'validate, nothing changed', command: validate },
      ],
      articles,
    ),
    ...runAll(
      [
        { name: 'build, one article changed', command: build, before: edit },
        { name: 'validate, one article changed', command: validate, before: edit },
      ],
      articles,
    ),
  ];
}

/** No timed test: fails where bytes depend on the number of threads, or where an article costs much more among many than among few. */
function check(results: readonly Result[]): void {
  const [few = 0] = sizes;
  const raw = join(folder, String(few), 'raw');
  const sums = ['1', '2', '8'].map((jobs) => {
    const out = join(folder, `jobs-${jobs}`);
    measure([...launch, 'build', '--no-cache', '--raw', raw, '--out', out, '--jobs', jobs]);
    return readFileSync(join(out, 'SHA256SUMS'), 'utf8');
  });
  if (new Set(sums).size !== 1) fail('The bytes depend on the number of threads.');
  const costs = results
    .filter(({ name }) => name === 'cold build')
    .map(({ processor, articles }) => processor / articles);
  const [first = 0, last = 0] = [costs[0], costs.at(-1)];
  if (!(last <= 1.5 * first))
    fail(`An article costs ${(last / first).toFixed(2)} times as much among many as among few.`);
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** libyaml's event parser over all front matter, where a C compiler and libyaml are at hand. */
function prepareFloor(raw: string): Work | null {
  const program = join(folder, 'floor');
  const made = spawnSync('cc', ['-O2', '-o', program, 'bench/floor.c', '-lyaml']);
  return made.status === 0 ? { name: 'libyaml alone', command: [program, join(raw, 'articles')] } : null;
}

function wait(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Every work once, then every work again: what disturbs the machine for a while disturbs all. */
function runAll(works: readonly Work[], articles: number): Result[] {
  const runs = works.map((): (Run | null)[] => []);
  const rounds = articles > MANY ? 1 : Number(values.runs);
  for (let round = 0; round < rounds; round++) {
    for (const [i, { command, cwd, before }] of works.entries()) {
      before?.();
      runs[i]?.push(measure(command, cwd));
    }
  }
  return works.map(({ name }, i) => ({ articles, name, ...medianRun(runs[i] ?? []) }));
}
