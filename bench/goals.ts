// Measured runs → every goal, what was reached, and whether that meets it.
import { CLAIMS_EACH } from './labels.ts';
import type { Result } from './results.ts';

/** `met` is null where a part of it was not measured, or where nothing says how far is enough. */
export interface Outcome {
  work: string;
  goal: string;
  reached: string;
  met: boolean | null;
}

/** What rules over the whole dataset may keep of a claim: its id, and sketches of its words. */
const BYTES_A_CLAIM = 256;

/** The size for which most goals are set, and the next one. */
const [USUAL, LARGE] = [10_000, 100_000];

/** A part of an outcome: words, and whether it is as wanted; null where it was not measured. */
type Part = { words: string; met: boolean } | { words: string; met: null };

/** Judges the runs by the goals: limits of time and memory, and ratios between works of one size, which were run in turn. */
export function judgeGoals(results: readonly Result[]): Outcome[] {
  const find = (name: string, articles: number) =>
    results.find((result) => result.name === name && result.articles === articles && result.seconds > 0);
  const seconds = (name: string, most: number, articles = USUAL): Part =>
    atMost(name, find(name, articles)?.seconds, most, (n) => `${n.toFixed(2)} s`);
  const megabytes = (name: string, most: number): Part =>
    atMost(name, find(name, USUAL)?.megabytes, most, (n) => `${n.toFixed(0)} MB`);
  /** How many times as long another work takes. */
  const faster = (other: string, least: number): Part => {
    const [own, its] = [find('cold build', USUAL), find(other, USUAL)];
    if (!own || !its) return { words: `${other}: not measured`, met: null };
    const ratio = its.seconds / own.seconds;
    return { words: `${ratio.toFixed(1)} times faster than ${other} (wanted: ${least})`, met: ratio >= least };
  };
  const longer = (other: string, most: number): Part => {
    const [own, its] = [find('cold build', USUAL), find(other, USUAL)];
    if (!own || !its) return { words: `${other}: not measured`, met: null };
    const ratio = own.seconds / its.seconds;
    return { words: `${ratio.toFixed(1)} times as long as ${other} (wanted: ${most})`, met: ratio <= most };
  };
  /** The growth of memory from the usual size to the large one, less the share of it that is asked for nothing. */
  const growth = (name: string, most: number): Part => {
    const [usual, large] = [find(name, USUAL), find(name, LARGE)];
    if (!usual || !large) return { words: `${name}: not measured at ${LARGE}`, met: null };
    const rest = Math.max(0, large.megabytes - most * usual.megabytes) * 2 ** 20;
    const bytes = Math.round(rest / (LARGE * CLAIMS_EACH));
    const words = `${name} at ${LARGE} ${large.megabytes.toFixed(0)} MB, ${bytes} bytes a claim beyond ${most} times`;
    return { words, met: bytes <= BYTES_A_CLAIM };
  };
  /** How much more processor time an article costs in a larger dataset. */
  const dearer = (name: string, few: number, many: number): Part => {
    const [less, more] = [find(name, few), find(name, many)];
    if (!less || !more) return { words: `${name} from ${few} to ${many}: not measured`, met: null };
    const percent = 100 * (more.processor / many / (less.processor / few) - 1);
    return {
      words: `${name} from ${few} to ${many}: ${percent > 0 ? '+' : '−'}${Math.abs(percent).toFixed(0)} %`,
      met: percent <= 15,
    };
  };
  return [
    outcome(
      `cold validation and build of CSV and JSON, ${USUAL} articles (measured: all rules, all formats)`,
      'at least 5 times faster than the obvious script, 15 times faster than Velite and content-collections; at most 2 times libyaml’s parse alone',
      [
        faster('obvious script', 5),
        faster('velite', 15),
        faster('content-collections', 15),
        longer('libyaml alone', 2),
      ],
    ),
    outcome('the same with every rule on and every format written', 'at least 4 times faster than the obvious script', [
      faster('obvious script', 4),
    ]),
    outcome(
      'peak memory',
      `at most 300 MB at ${USUAL} articles, at most 1.4 times that at ${LARGE} but for what rules over the whole dataset need (${BYTES_A_CLAIM} bytes a claim)`,
      [
        megabytes('cold build', 300),
        megabytes('cold validate', 300),
        growth('cold build', 1.4),
        growth('cold validate', 1.4),
      ],
    ),
    outcome('cost of an article as work grows, in processor time', 'within 15 %', [
      dearer('cold build', 1000, USUAL),
      dearer('cold build', USUAL, LARGE),
      dearer('cold validate', 1000, USUAL),
      dearer('cold validate', USUAL, LARGE),
    ]),
    outcome('nothing changed', `at most 0.9 s at ${USUAL} articles`, [
      seconds('build, nothing changed', 0.9),
      seconds('validate, nothing changed', 0.9),
    ]),
    outcome('one article changed', 'at most 1.5 times that', [
      seconds('build, one article changed', 1.35),
      seconds('validate, one article changed', 1.35),
    ]),
    outcome('the real dataset (5 articles)', 'at most 0.7 s in all', [
      seconds('real dataset: validate', 0.7, 5),
      seconds('real dataset: build --check', 0.7, 5),
    ]),
  ];
}

function atMost(name: string, value: number | undefined, most: number, show: (value: number) => string): Part {
  if (value === undefined) return { words: `${name}: not measured`, met: null };
  return { words: `${name} ${show(value)}`, met: value <= most };
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
