// A format that other people read → how a claim is written in it, and the mapping that reads it again.
import type { Settings } from '../citation/settings.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { ImportedLabel } from './label.ts';
import type { Names } from './names.ts';

/** What writing a claim needs beside its label. */
export interface Context {
  vocabulary: Vocabulary;
  names: Names;
  settings: Settings;
}

export const KINDS = ['averitec', 'fever', 'claimreview'] as const;
export type Kind = (typeof KINDS)[number];

export interface Canonical {
  kind: Kind;
  /** Name of the file that is written. */
  file: string;
  /** Fields that follow from others. */
  derived: readonly string[];
  /** What stands before, between and behind its rows. */
  opening: string;
  separator: string;
  closing: string;
  /** The record as its mapping sees it, or why the format has none for this claim. `number` is that of its row. */
  write(label: ImportedLabel, context: Context, number: number): Record<string, unknown> | string;
  /** The record as it stands in the file. */
  render(record: Record<string, unknown>): string;
  /** Fields of the mapping that the format has in every file; `verdicts` gives each of its verdicts ours. */
  mapping(verdicts: Readonly<Record<string, string>>): { fields: Record<string, unknown>; lists: object };
  /** What the format calls one of our verdicts. */
  verdictOf(id: string, vocabulary: Vocabulary): string | null;
}

/** Verdicts of a format and ours: of several that are one there, the one that loses nothing, else the first. */
export function readVerdicts({ verdictOf }: Canonical, vocabulary: Vocabulary): Record<string, string> {
  const map: Record<string, string> = {};
  const isExact = (id: string) => {
    const verdict = vocabulary.verdicts.get(id);
    return [verdict?.averitec, verdict?.fever].every((there) => there?.lossy !== true);
  };
  const ids = [...vocabulary.verdicts.keys()];
  for (const id of [...ids.filter(isExact), ...ids.filter((one) => !isExact(one))]) {
    const native = verdictOf(id, vocabulary);
    if (native !== null && !Object.hasOwn(map, native)) map[native] = id;
  }
  return map;
}
