// What may be asked of a check of a project.
import type { Edition } from '../schemas/published.ts';
import type { BuildCache } from './buildCache.ts';
import type { RowSink } from './check.ts';
import type { FormerParts } from './part.ts';

export interface CheckOptions {
  edition?: Edition;
  /** Threads; by default as many as help. Nothing in the result depends on it. */
  jobs?: number | undefined;
  /** Whether {@link Check.snapshot} is wanted also before the first release. */
  compare?: boolean;
  /** Is given the rendered rows, where they are wanted. */
  rows?: RowSink;
  /** What an earlier run found; is told what this one finds, and finished by the caller. */
  cache?: BuildCache | null;
  /** Parts that others have examined; the articles are examined here where there are none. The check closes them. */
  handedOver?: FormerParts | undefined;
  /** Is told how many of the article files have been examined, after each part. */
  onProgress?: ((done: number, all: number) => void) | undefined;
}
