// Measured runs → every goal, what was reached, and whether that meets it.
import { CLAIMS_EACH } from './labels.ts';
import { atMost, compare, findRun, type Part, type Which } from './parts.ts';
import { ENDING, PUBLISHING } from './publishing.ts';
import type { Result } from './results.ts';
import { SHARDS } from './sharded.ts';
import { STYLE_NAMES } from './styles.ts';

/** `met` is null where a part of it was not measured. */
export interface Outcome {
  work: string;
  goal: string;
  reached: string;
  met: boolean | null;
}

/** What rules over the whole dataset may keep of a claim: its id, and sketches of its words. */
const BYTES_A_CLAIM = 256;

/** The size for which most goals are set, the one below it and the one above. */
const [FEW, USUAL, LARGE] = [1000, 10_000, 100_000];

/**
 * Judges the runs by the goals: limits of time and memory, and ratios between works of one size, which were run in
 * turn.
 */
export function judgeGoals(results: readonly Result[]): Outcome[] {
  const usual = (name: string): Which => ({ name, articles: USUAL });
  const seconds = (which: Which, most: number) => atMost(results, which, 'seconds', most);
  const megabytes = (which: Which, most: number) => atMost(results, which, 'megabytes', most);
  const real = (name: string): Which => ({ name, articles: 5, style: null });
  const styles = STYLE_NAMES.map((style) => ({ ...usual('cold build'), style }));
  return [
    outcome('cold build, the dearest style', 'at most 1.3 times the cheapest, in processor time', [
      spread(results, FEW),
      spread(results, USUAL),
    ]),
    outcome(
      `cold build, every style, ${USUAL} articles`,
      'at least 1.5 times faster than the obvious script',
      styles.map((own) =>
        compare(results, [{ ...own, name: 'obvious script' }, own], 'seconds', own.style, (ratio) => ratio >= 1.5),
      ),
    ),
    outcome(
      `peak memory of a cold build, every style, ${USUAL} articles`,
      'at most 300 MB',
      styles.map((own) => {
        const { words, met } = megabytes(own, 300);
        return { words: words.replace(own.name, own.style), met };
      }),
    ),
    outcome(`cold build, by hand, ${USUAL} articles`, 'at most 1.4 times the processor time of the version before', [
      compare(
        results,
        [usual('cold build'), usual('cold build before')],
        'processor',
        'cold build',
        (ratio) => ratio <= 1.4,
      ),
    ]),
    outcome(`nothing changed, ${USUAL} articles`, 'at most 0.6 s', [
      seconds(usual('build, nothing changed'), 0.6),
      seconds(usual('validate, nothing changed'), 0.6),
    ]),
    outcome(`one article changed, ${USUAL} articles`, 'validate at most 1.2 s, build at most 3 s', [
      seconds(usual('validate, one article changed'), 1.2),
      seconds(usual('build, one article changed'), 3),
    ]),
    outcome('the real dataset (5 articles)', 'validate at most 0.4 s, build --check at most 0.7 s', [
      seconds(real('validate'), 0.4),
      seconds(real('build --check'), 0.7),
    ]),
    outcome(
      `${PUBLISHING.join(', ')}, ${USUAL} articles`,
      'each ends, in at most 400 MB',
      PUBLISHING.map((name) => megabytes(usual(name), 400)),
    ),
    outcome(`release, ${USUAL} articles`, 'at most 6 times a cold build', [
      compare(results, [usual('release'), usual('cold build')], 'seconds', 'release', (ratio) => ratio <= 6),
    ]),
    outcome(
      `build, ${ENDING.join(', ')}, ${LARGE} articles`,
      'each ends, in at most 600 MB',
      ['cold build', ...ENDING].map((name) => atMost(results, { name, articles: LARGE }, 'megabytes', 600)),
    ),
    outcome(
      'all steps of shards and their merge, 10000 articles a shard',
      'at most 1.15 times `build --jobs 1`, in processor time',
      [...[2 * USUAL, LARGE].map((articles) => ofBuild(results, SHARDS.together, articles, 1.15))],
    ),
    outcome(
      `merge of shards, ${LARGE} articles`,
      'at most a quarter of `build --jobs 1`, in processor time, and 300 MB',
      [
        ofBuild(results, SHARDS.merge, LARGE, 0.25),
        atMost(results, { name: SHARDS.merge, articles: LARGE }, 'megabytes', 300),
      ],
    ),
    outcome(
      `peak memory at ${LARGE} articles`,
      `at most 1.4 times that at ${USUAL} but for what rules over the whole dataset need (${BYTES_A_CLAIM} bytes a claim)`,
      [growth(results, 'cold build', 1.4), growth(results, 'cold validate', 1.4)],
    ),
    outcome('cost of an article as work grows, in processor time', 'within 15 %', [
      dearer(results, 'cold build', FEW, USUAL),
      dearer(results, 'cold build', USUAL, LARGE),
      dearer(results, 'cold validate', FEW, USUAL),
      dearer(results, 'cold validate', USUAL, LARGE),
    ]),
  ];
}

/** A work of shards against a build on one thread, in processor time. */
function ofBuild(results: readonly Result[], name: string, articles: number, most: number): Part {
  const pair = [
    { name, articles },
    { name: SHARDS.alone, articles },
  ] as const;
  return compare(results, pair, 'processor', `at ${articles}`, (ratio) => ratio <= most);
}

/** The dearest style against the cheapest. Known only where every style was measured. */
function spread(results: readonly Result[], articles: number): Part {
  const runs = STYLE_NAMES.map((style) => findRun(results, { name: 'cold build', articles, style }));
  const failed = STYLE_NAMES.find((_, i) => runs[i] === 'fails');
  if (failed !== undefined) return { words: `at ${articles} ${failed} fails`, met: false };
  const known = runs.filter((run): run is Result => run !== null && run !== 'fails');
  if (known.length < STYLE_NAMES.length) return { words: `not every style measured at ${articles}`, met: null };
  const sorted = known.sort((a, b) => a.processor - b.processor);
  const [cheapest, dearest] = [sorted[0] as Result, sorted.at(-1) as Result];
  const ratio = dearest.processor / cheapest.processor;
  return {
    words: `at ${articles} ${ratio.toFixed(2)} times (${dearest.style} against ${cheapest.style})`,
    met: ratio <= 1.3,
  };
}

/** The growth of memory from the usual size to the large one, less the share of it that is asked for nothing. */
function growth(results: readonly Result[], name: string, most: number): Part {
  const [usual, large] = [findRun(results, { name, articles: USUAL }), findRun(results, { name, articles: LARGE })];
  if (usual === 'fails' || large === 'fails') return { words: `${name} fails`, met: false };
  if (!usual || !large) return { words: `${name}: not measured at ${LARGE}`, met: null };
  const rest = Math.max(0, large.megabytes - most * usual.megabytes) * 2 ** 20;
  const bytes = Math.round(rest / (LARGE * CLAIMS_EACH));
  const words = `${name} ${large.megabytes.toFixed(0)} MB, ${bytes} bytes a claim beyond ${most} times`;
  return { words, met: bytes <= BYTES_A_CLAIM };
}

/** How much more processor time an article costs in a larger dataset. */
function dearer(results: readonly Result[], name: string, few: number, many: number): Part {
  const [less, more] = [findRun(results, { name, articles: few }), findRun(results, { name, articles: many })];
  const label = `${name} from ${few} to ${many}`;
  if (less === 'fails' || more === 'fails') return { words: `${label}: fails`, met: false };
  if (!less || !more) return { words: `${label}: not measured`, met: null };
  const percent = 100 * (more.processor / many / (less.processor / few) - 1);
  return { words: `${label}: ${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(0)} %`, met: percent <= 15 };
}

function outcome(work: string, goal: string, parts: readonly Part[]): Outcome {
  const missed = parts.some(({ met }) => met === false);
  const unknown = parts.some(({ met }) => met === null);
  return {
    work,
    goal,
    reached: parts.map(({ words, met }) => (met === false ? `**${words}**` : words)).join('; '),
    met: missed ? false : unknown ? null : true,
  };
}
