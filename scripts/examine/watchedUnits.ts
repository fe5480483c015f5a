// Articles and what they gave, in groups of neighbours → which are to be examined, and what all of them give together.
import { formBatches } from './batches.ts';
import type { Part } from './part.ts';
import { addTo, startTotals, type Totals } from './totals.ts';

/** Some articles, one after another in the order of the dataset, and what they gave. */
interface Unit {
  files: readonly string[];
  part: Part;
}

/** So many units are added up together: about as many sums as each holds, where there are thousands of articles. */
const TOGETHER = 24;

interface Sum {
  parts: readonly Part[];
  totals: Totals;
}

/**
 * Neighbours share one part, which needs far less memory and time than a part each. An article that has changed once
 * leaves its group: it will change again.
 */
export class WatchedUnits {
  #files: readonly string[] = [];
  #batches: readonly (readonly string[])[] = [];
  readonly #units = new Map<string, Unit>();
  readonly #alone = new Set<string>();
  #sums: readonly Sum[] = [];

  /** Takes the article files that there are now; what is known of others is forgotten. */
  arrange(files: readonly string[]): void {
    if (files.length === this.#files.length && files.every((file, i) => file === this.#files[i])) return;
    this.#files = files;
    this.#batches = formBatches(files);
    const there = new Set(files);
    for (const file of [...this.#units.keys()]) if (!there.has(file)) this.forget(file);
    // A new file may stand between two that have a part together.
    for (const batch of this.#batches)
      for (const file of batch) {
        const { length = 1 } = this.#units.get(file)?.files ?? {};
        if (length > 1 && length !== batch.length) this.forget(file);
      }
  }

  /** Forgets what an article gave, and its neighbours with it. */
  forget(file: string): void {
    for (const one of this.#units.get(file)?.files ?? []) this.#units.delete(one);
  }

  /** Forgets it, and examines it by itself from now on. */
  part(file: string): void {
    this.forget(file);
    this.#alone.add(file);
  }

  clear(): void {
    this.#units.clear();
  }

  /** Groups of which nothing is known. */
  listMissing(): (readonly string[])[] {
    return this.#batches.flatMap((batch) => {
      const missing = batch.filter((file) => !this.#units.has(file));
      const isWhole = missing.length === batch.length && !batch.some((file) => this.#alone.has(file));
      return isWhole ? [batch] : missing.map((file) => [file]);
    });
  }

  set(files: readonly string[], part: Part): void {
    const unit = { files, part };
    for (const file of files) this.#units.set(file, unit);
  }

  /** What an article gave, with its neighbours; null where it has not been examined. */
  get(file: string): Part | null {
    return this.#units.get(file)?.part ?? null;
  }

  /** What is known, in the order of the dataset. */
  listParts(): Part[] {
    const parts: Part[] = [];
    for (const batch of this.#batches)
      for (const file of batch) {
        const unit = this.#units.get(file);
        if (unit?.files[0] === file) parts.push(unit.part);
      }
    return parts;
  }

  /** Sums of some parts each are kept, since one change leaves most of them as they are. */
  addUp(): Totals {
    const all = this.listParts();
    const totals = startTotals();
    const sums: Sum[] = [];
    for (let at = 0; at < all.length; at += TOGETHER) {
      const parts = all.slice(at, at + TOGETHER);
      const kept = this.#sums[sums.length];
      const isSame = kept?.parts.length === parts.length && parts.every((part, i) => part === kept.parts[i]);
      const sum = isSame ? kept : { parts, totals: sumUp(parts) };
      sums.push(sum);
      addTo(totals, sum.totals);
    }
    this.#sums = sums;
    return totals;
  }
}

function sumUp(parts: readonly Part[]): Totals {
  const totals = startTotals();
  for (const part of parts) addTo(totals, part);
  return totals;
}
