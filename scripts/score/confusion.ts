// Gold and predicted verdicts → accuracy, F1 and recall, of all and of each class.

/**
 * How often each class of gold was predicted as each: `counts[gold * (width + 1) + predicted]`, the last column for
 * claims without a prediction.
 */
export interface Confusion {
  classes: readonly string[];
  counts: Float64Array;
}

export interface ClassScores {
  precision: number;
  recall: number;
  f1: number;
  /** Claims of the class. */
  support: number;
}

export interface VerdictScores {
  claims: number;
  accuracy: number;
  /** Mean F1 of the classes that occur in gold or predictions. */
  macro_f1: number;
  /** Mean recall of the classes that occur in gold. */
  balanced_accuracy: number;
}

/**
 * What one matrix of counts gives. All shares are from 0 to 1; where nothing was predicted or nothing is there, a share
 * is 0.
 */
export function scoreCounts(width: number, counts: Float64Array): VerdictScores {
  let claims = 0;
  let right = 0;
  let f1 = 0;
  let occurring = 0;
  let recall = 0;
  let inGold = 0;
  for (let c = 0; c < width; c++) {
    const { hits, gold, predicted } = sumClass(width, counts, c);
    claims += gold;
    right += hits;
    if (gold > 0) {
      inGold++;
      recall += hits / gold;
    }
    if (gold + predicted > 0) {
      occurring++;
      f1 += (2 * hits) / (gold + predicted);
    }
  }
  return {
    claims,
    accuracy: claims === 0 ? 0 : right / claims,
    macro_f1: occurring === 0 ? 0 : f1 / occurring,
    balanced_accuracy: inGold === 0 ? 0 : recall / inGold,
  };
}

/** Precision, recall, F1 and support of every class. */
export function scoreClasses({ classes, counts }: Confusion): Map<string, ClassScores> {
  return new Map(
    classes.map((name, c) => {
      const { hits, gold, predicted } = sumClass(classes.length, counts, c);
      return [
        name,
        {
          precision: predicted === 0 ? 0 : hits / predicted,
          recall: gold === 0 ? 0 : hits / gold,
          f1: gold + predicted === 0 ? 0 : (2 * hits) / (gold + predicted),
          support: gold,
        },
      ];
    }),
  );
}

function sumClass(width: number, counts: Float64Array, c: number): { hits: number; gold: number; predicted: number } {
  let gold = counts[c * (width + 1) + width] as number;
  let predicted = 0;
  for (let other = 0; other < width; other++) {
    gold += counts[c * (width + 1) + other] as number;
    predicted += counts[other * (width + 1) + c] as number;
  }
  return { hits: counts[c * (width + 1) + c] as number, gold, predicted };
}

/** What always guessing the commonest class would give: the first in the order of the scale where several are. */
export function guessMajority({ classes, counts }: Confusion): Confusion & { verdict: string } {
  const width = classes.length;
  const support = classes.map((_, c) => sumClass(width, counts, c).gold);
  const commonest = support.indexOf(Math.max(...support));
  const guessed = new Float64Array(counts.length);
  for (let c = 0; c < width; c++) guessed[c * (width + 1) + commonest] = support[c] as number;
  return { classes, counts: guessed, verdict: classes[commonest] ?? '' };
}
