// Words of a source and what each stands for → where such a map contradicts itself.

/** So many words make a sentence, and no rating. */
const SENTENCE = 8;

/** What is wrong with a pair; `first` is where its word was mapped before. */
export interface MapRemark<Place> {
  message: string;
  expected?: string;
  first?: Place;
}

/** The form in which native values are looked up in a map: outer space and case are set aside. */
export function foldNative(value: string): string {
  return value.trim().toLowerCase();
}

/** Judges the pairs of a map, or of several that are one, in their order. */
export class MapJudge<Place> {
  private readonly isTarget: ((target: string) => boolean) | null;
  private readonly firsts = new Map<string, { target: string; place: Place }>();

  /** @param isTarget whether a target exists; null where nobody knows */
  constructor(isTarget: ((target: string) => boolean) | null) {
    this.isTarget = isTarget;
  }

  judge(native: string, target: string, place: Place): MapRemark<Place>[] {
    const remarks: MapRemark<Place>[] = [];
    const key = foldNative(native);
    const known = this.firsts.get(key);
    if (!known) this.firsts.set(key, { target, place });
    else if (known.target !== target)
      remarks.push({
        message: `The word \`${native.trim()}\` has two targets.`,
        expected: known.target,
        first: known.place,
      });
    if (this.isTarget && !this.isTarget(target)) remarks.push({ message: `No class has the target \`${target}\`.` });
    if (native.trim().split(/\s+/).length >= SENTENCE)
      remarks.push({ message: 'This is a sentence, and no rating.', expected: 'the word of a scale' });
    return remarks;
  }
}
