// What a view asks the articles of a dataset for, be they in memory or not.
import type { ArticleRow } from '../../schemas/generated/types.ts';

/** Articles by their ids, in the order of the dataset; a map of them is one. */
export interface ArticleTable {
  readonly size: number;
  has(id: string): boolean;
  get(id: string): ArticleRow | undefined;
  keys(): Iterable<string>;
  values(): Iterable<ArticleRow>;
}
