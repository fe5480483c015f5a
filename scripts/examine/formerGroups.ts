// The cache of an earlier run → what it kept of a group of articles.
import type { BuildCache, Stamped } from './buildCache.ts';
import type { Part } from './part.ts';

/** What an earlier run kept of groups of articles, as they were on the disk when it was opened. */
export class FormerGroups {
  readonly #cache: BuildCache;
  readonly #stamped: ReadonlyMap<string, Stamped>;

  constructor(cache: BuildCache, stamped: readonly Stamped[]) {
    this.#cache = cache;
    this.#stamped = new Map(stamped.map((one) => [one.files[0] ?? '', one]));
  }

  /** What the very same files gave; null where it is not known. */
  take(files: readonly string[]): Part | null {
    const stamped = this.#stamped.get(files[0] ?? '');
    if (!stamped || stamped.files.length !== files.length) return null;
    const kept = stamped.files.every((file, i) => file === files[i]) ? this.#cache.find(stamped) : null;
    return kept ? (this.#cache.load(kept)?.part ?? null) : null;
  }

  close(): void {
    this.#cache.close();
  }
}
