// Texts, one by one → all of them in order, of which a few are in memory.
import type { Scratch, ScratchPiece } from '../scratch.ts';

/** So many texts are sorted at a time. */
const TOGETHER = 50_000;
/** So many are read at a time of each run of sorted texts. */
const READ = 500;

/** Sorts by UTF-16 units. What does not fit together is put away in runs that are sorted, and joined in the end. */
export class SortedTexts {
  private readonly away: Scratch;
  private readonly together: number;
  private texts: string[] = [];
  private readonly runs: ScratchPiece[][] = [];
  private count = 0;

  constructor(away: Scratch, together = TOGETHER) {
    this.away = away;
    this.together = together;
  }

  get size(): number {
    return this.count;
  }

  add(text: string): void {
    this.count += 1;
    if (this.texts.push(text) < this.together) return;
    this.texts.sort();
    const run: ScratchPiece[] = [];
    for (let at = 0; at < this.texts.length; at += READ)
      run.push(this.away.add(Buffer.from(JSON.stringify(this.texts.slice(at, at + READ)))));
    this.runs.push(run);
    this.texts = [];
  }

  /** All texts in order, those that are the same one after another. */
  *[Symbol.iterator](): Generator<string> {
    const runs = [...this.runs.map((run) => this.read(run)), [...this.texts].sort()[Symbol.iterator]()];
    const heads = runs.flatMap((run) => {
      const { value, done } = run.next();
      return done ? [] : [{ run, text: value as string }];
    });
    while (heads.length > 0) {
      let [first] = heads as [(typeof heads)[number]];
      for (const head of heads) if (head.text < first.text) first = head;
      yield first.text;
      const { value, done } = first.run.next();
      if (done) heads.splice(heads.indexOf(first), 1);
      else first.text = value;
    }
  }

  private *read(run: readonly ScratchPiece[]): Generator<string> {
    for (const piece of run) {
      const { buffer, byteOffset, byteLength } = this.away.read(piece);
      yield* JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf8')) as string[];
    }
  }
}
