// Predictions of one system or two, joined with the claims → the whole score.
import { type Bootstrap, bootstrapScores, type Interval } from './bootstrap.ts';
import { type Calibration, measureCalibration } from './calibration.ts';
import {
  type ClassScores,
  type Confusion,
  guessMajority,
  scoreClasses,
  scoreCounts,
  type VerdictScores,
} from './confusion.ts';
import type { Joined, JudgedClaim } from './joinPredictions.ts';
import { testMcNemar } from './mcnemar.ts';
import type { EvidenceScores } from './scoreEvidence.ts';

export interface SystemScore {
  name: string;
  scores: VerdictScores;
  intervals: Bootstrap['intervals'][number];
  per_class: Record<string, ClassScores>;
  /** Of each class of gold, how often each was predicted; `(none)` where a prediction is missing. */
  confusion: Record<string, Record<string, number>>;
  calibration: Calibration | null;
  evidence: EvidenceScores | null;
  missing: number;
  skipped: Joined['skipped'];
}

export interface Comparison {
  /** Claims that one of the two alone has right, and McNemar's exact two-sided p. */
  first_alone_right: number;
  second_alone_right: number;
  mcnemar_p: number;
  /** Macro-F1 of the first less that of the second. */
  macro_f1_difference: number;
  interval: Interval;
  bootstrap_p: number | null;
}

export interface Scored {
  claims: number;
  groups: number;
  classes: readonly string[];
  majority: { verdict: string; scores: VerdictScores };
  systems: SystemScore[];
  comparison: Comparison | null;
}

/** The part of a system's score that does not come from counting verdicts. */
export interface NamedSystem {
  name: string;
  joined: Joined;
  evidence: EvidenceScores | null;
}

export const NONE = '(none)';

/**
 * All systems have the same claims in the same order. Groups are articles; a claim whose article is not known is a
 * group of its own.
 */
export function scoreSystems(classes: readonly string[], systems: readonly NamedSystem[]): Scored {
  const claims = (systems[0] as NamedSystem).joined.claims;
  const width = classes.length;
  const { groups, size } = numberGroups(claims);
  const cells = systems.map(({ joined }) =>
    Int32Array.from(joined.claims, ({ gold, predicted }) => gold * (width + 1) + (predicted < 0 ? width : predicted)),
  );
  const confusions = cells.map((own): Confusion => {
    const counts = new Float64Array(width * (width + 1));
    for (const cell of own) counts[cell] = (counts[cell] as number) + 1;
    return { classes, counts };
  });
  const { intervals, difference } = bootstrapScores({ width, cells, groups, size });
  const majority = guessMajority(confusions[0] as Confusion);
  const scored = systems.map(({ name, joined, evidence }, i): SystemScore => {
    const confusion = confusions[i] as Confusion;
    return {
      name,
      scores: scoreCounts(width, confusion.counts),
      intervals: intervals[i] as Bootstrap['intervals'][number],
      per_class: Object.fromEntries(scoreClasses(confusion)),
      confusion: tabulate(confusion),
      calibration: measureCalibration(
        joined.claims.flatMap(({ probabilities, predicted, gold }) =>
          probabilities === null ? [] : { probabilities, predicted, gold },
        ),
      ),
      evidence,
      missing: joined.missing,
      skipped: joined.skipped,
    };
  });
  return {
    claims: claims.length,
    groups: size,
    classes,
    majority: { verdict: majority.verdict, scores: scoreCounts(width, majority.counts) },
    systems: scored,
    comparison: systems.length === 2 ? compare(systems, scored, difference) : null,
  };
}

function compare(
  systems: readonly NamedSystem[],
  scored: readonly SystemScore[],
  difference: Bootstrap['difference'],
): Comparison {
  const [first = [], second = []] = systems.map(({ joined }) =>
    joined.claims.map(({ gold, predicted }) => gold === predicted),
  );
  const firstAlone = first.filter((right, i) => right && !second[i]).length;
  const secondAlone = second.filter((right, i) => right && !first[i]).length;
  const [a = 0, b = 0] = scored.map(({ scores }) => scores.macro_f1);
  return {
    first_alone_right: firstAlone,
    second_alone_right: secondAlone,
    mcnemar_p: testMcNemar(firstAlone, secondAlone),
    macro_f1_difference: a - b,
    interval: difference?.interval ?? null,
    bootstrap_p: difference?.p ?? null,
  };
}

function numberGroups(claims: readonly JudgedClaim[]): { groups: Int32Array; size: number } {
  const numbers = new Map<string, number>();
  const groups = Int32Array.from(claims, ({ claim: { id, article } }) => {
    const key = article === null ? `claim ${id}` : `article ${article}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
  return { groups, size: numbers.size };
}

function tabulate({ classes, counts }: Confusion): SystemScore['confusion'] {
  const width = classes.length;
  const names = [...classes, NONE];
  return Object.fromEntries(
    classes.map((gold, i) => {
      const row = names.map((predicted, j): [string, number] => [predicted, counts[i * (width + 1) + j] as number]);
      return [gold, Object.fromEntries(row.filter(([name, n]) => name !== NONE || n > 0))];
    }),
  );
}
