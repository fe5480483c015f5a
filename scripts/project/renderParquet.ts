// Checked project → a Parquet file for every table.
import { writeParquet } from '../formats/parquet.ts';
import { TABLES } from '../schemas/generated/tables.ts';
import type { Check } from './checkProject.ts';
import { listParts } from './renderDataset.ts';

/** The files by name, `claims.parquet` first. Rows are fed article by article. */
export function renderParquet(check: Pick<Check, 'articles' | 'entities'>): Map<string, Uint8Array> {
  return new Map(TABLES.map(({ name }) => [`${name}.parquet`, writeParquet(name, flatten(listParts(name, check)))]));
}

function* flatten(parts: Iterable<readonly object[]>): Generator<object> {
  for (const rows of parts) yield* rows;
}
