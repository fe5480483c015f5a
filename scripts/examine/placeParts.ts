// How many bytes the rows of parts are → where they stand in the files that the parts were joined into.
import type { Range } from '../platform/pieceReader.ts';
import type { Layout } from './check.ts';

/** For each part, given by the sizes of its rows in each file, its place in each file. */
export function placeParts(parts: readonly (readonly number[])[], layouts: readonly Layout[]): Range[][] {
  const ends = layouts.map(({ opening }) => Buffer.byteLength(opening));
  const separators = layouts.map(({ separator }) => Buffer.byteLength(separator));
  const begun = layouts.map(() => false);
  const place = (size: number, i: number): Range => {
    const end = ends[i] as number;
    if (size === 0) return [end, end];
    const start = begun[i] ? end + (separators[i] as number) : end;
    ends[i] = start + size;
    begun[i] = true;
    return [start, start + size];
  };
  return parts.map((sizes) => layouts.map((_, i) => place(sizes[i] ?? 0, i)));
}
