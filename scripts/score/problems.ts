// What is wrong with predictions → all of it, by kind, before any number.

/** Kinds of problems, each with the sentence that says it. */
export const SENTENCES = {
  unreadable: 'a line that cannot be read',
  columns: 'a record with another number of columns than the header',
  column_missing: 'a column is missing, or there twice',
  evidence: 'evidence that is neither an address, nor a document and a sentence, nor a text',
  no_id: 'a prediction without an id',
  repeated: 'a claim is predicted twice',
  unknown_id: 'an id that the dataset does not have',
  unknown_verdict: 'a verdict that the scale does not have',
  probability: 'a probability that is no number from 0 to 1',
  probability_verdict: 'a probability of a verdict that the scale does not have',
  probability_sum: 'probabilities that do not sum to 1 ± 0.000001',
  probability_part: 'probabilities for some claims and not for others',
  missing: 'predictions are missing',
  about: 'what the predictions say of themselves cannot be read',
  unsaid: 'the predictions do not say which dataset and version they are for',
  other_dataset: 'the predictions are for another dataset, version or split',
  trained_on: 'the system was trained on claims that are tied to those it is scored on',
  trained_on_unknown: 'the system was trained on a split that the dataset does not have',
  pairs: 'similarities that do not fit the claims',
} as const;
export type ProblemKind = keyof typeof SENTENCES;

/** Where a problem is: a line of the file from 1 where it is one, and what stands there. */
export interface Place {
  line: number | null;
  text: string;
}

export interface Problem {
  kind: ProblemKind;
  sentence: string;
  count: number;
  /** The first places. */
  places: readonly Place[];
  /** What may be meant or done. */
  hint: string | null;
}

/** So many places of each kind are kept. */
const KEPT = 5;

export class Problems {
  private readonly found = new Map<ProblemKind, { count: number; places: Place[]; hint: string | null }>();

  add(kind: ProblemKind, place: Place, hint: string | null = null): void {
    const entry = this.found.get(kind) ?? { count: 0, places: [], hint };
    entry.count++;
    if (entry.places.length < KEPT) entry.places.push(place);
    this.found.set(kind, entry);
  }

  get isEmpty(): boolean {
    return this.found.size === 0;
  }

  /** In the order of {@link SENTENCES}. */
  list(): Problem[] {
    return (Object.keys(SENTENCES) as ProblemKind[]).flatMap((kind) => {
      const entry = this.found.get(kind);
      return entry ? [{ kind, sentence: SENTENCES[kind], ...entry }] : [];
    });
  }
}
