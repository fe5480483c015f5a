// Claims → the files of the dataset that are made of nothing else.
import type { ClaimRow } from '../schemas/generated/types.ts';
import { type Edition, listColumns, type Row, writeCsv, writeJsonLines } from './tableText.ts';

type Writer = (claims: readonly ClaimRow[], edition: Edition) => string;

const WRITERS: Readonly<Record<string, Writer>> = {
  'claims.csv': (claims, edition) => writeCsv(listColumns('claims', edition), asRows(claims)),
  'claims.jsonl': (claims) => writeJsonLines(asRows(claims)),
  'evidence.csv': (claims, edition) => writeCsv(listColumns('evidence', edition), nestedRows(claims, 'evidence')),
  'annotations.csv': (claims, edition) =>
    writeCsv(listColumns('annotations', edition), nestedRows(claims, 'annotations')),
};

/** The text of a file by its path in the dataset, or null where it holds more than claims do. */
export function writeDatasetFile(path: string, claims: readonly ClaimRow[], edition: Edition): string | null {
  return WRITERS[path]?.(claims, edition) ?? null;
}

function asRows(rows: readonly object[]): readonly Row[] {
  return rows as readonly Row[];
}

function* nestedRows(claims: readonly ClaimRow[], key: 'evidence' | 'annotations'): Generator<Row> {
  for (const claim of claims) yield* asRows(claim[key]);
}
