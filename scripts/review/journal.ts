// What somebody did in review mode → lines of a journal, and the journal → what stands of it.
import type { RawArticleAnnotation } from '../schemas/generated/types.ts';

/** The journal of an annotator, in the folder of the project; git ignores it. */
export function journalName(annotator: string): string {
  return `private/review/${annotator}.jsonl`;
}

/** `digest` is that of what was shown: where the claim reads otherwise by now, the act waits to be confirmed. */
interface Shown {
  readonly claim: string;
  readonly digest: string;
}

export interface VoteEntry extends Shown {
  readonly act: 'vote';
  readonly vote: Omit<RawArticleAnnotation, 'annotator'>;
}

export interface SettleEntry extends Shown {
  readonly act: 'settle';
  readonly settle: {
    readonly verdict: string;
    readonly reason: string;
    readonly date: string;
    readonly justification: string | null;
  };
}

export interface FixEntry extends Shown {
  readonly act: 'fix';
  /** The rule whose certain edits at this claim are to be made. */
  readonly code: string;
}

export type Entry = VoteEntry | SettleEntry | FixEntry;

/** An entry that nobody has taken back, and its line, which counts from 1. */
export type Standing<E extends Entry> = E & { readonly line: number };

export interface Journal {
  /** The last of each claim. */
  readonly votes: ReadonlyMap<string, Standing<VoteEntry>>;
  readonly settlements: ReadonlyMap<string, Standing<SettleEntry>>;
  /** By claim and code. */
  readonly fixes: ReadonlyMap<string, Standing<FixEntry>>;
}

export function renderEntry(entry: Entry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** That the entry in a line was taken back. */
export function renderUndo(line: number): string {
  return `${JSON.stringify({ undo: line })}\n`;
}

export const keyOfFix = ({ claim, code }: Pick<FixEntry, 'claim' | 'code'>): string => `${claim} ${code}`;

/** Reads a journal. A line that is none of a journal, such as the torn end that a kill leaves, is passed over. */
export function readJournal(lines: Iterable<string>): Journal {
  const votes = new Map<string, Standing<VoteEntry>>();
  const settlements = new Map<string, Standing<SettleEntry>>();
  const fixes = new Map<string, Standing<FixEntry>>();
  let line = 0;
  for (const text of lines) {
    line += 1;
    const entry = parseLine(text);
    if (entry === null) continue;
    if ('undo' in entry) {
      for (const standing of [votes, settlements, fixes])
        for (const [key, one] of standing) if (one.line === entry.undo) standing.delete(key);
    } else if (entry.act === 'vote') votes.set(entry.claim, { ...entry, line });
    else if (entry.act === 'settle') settlements.set(entry.claim, { ...entry, line });
    else fixes.set(keyOfFix(entry), { ...entry, line });
  }
  return { votes, settlements, fixes };
}

function parseLine(text: string): Entry | { undo: number } | null {
  try {
    const value = JSON.parse(text) as Partial<Record<string, unknown>> | null;
    if (typeof value?.['undo'] === 'number') return { undo: value['undo'] };
    if (typeof value?.['claim'] !== 'string' || typeof value['digest'] !== 'string') return null;
    const { act, vote, settle, code } = value;
    if (act === 'vote' && hasTexts(vote, ['verdict', 'confidence', 'date', 'guideline']))
      return value as unknown as VoteEntry;
    if (act === 'settle' && hasTexts(settle, ['verdict', 'reason', 'date'])) return value as unknown as SettleEntry;
    return act === 'fix' && typeof code === 'string' ? (value as unknown as FixEntry) : null;
  } catch {
    return null;
  }
}

function hasTexts(value: unknown, keys: readonly string[]): boolean {
  if (value === null || typeof value !== 'object') return false;
  return keys.every((key) => typeof (value as Record<string, unknown>)[key] === 'string');
}

/** Lines of the journal that are taken back with an act on a claim. */
export function linesOn(
  { votes, settlements, fixes }: Journal,
  claim: string,
  of: 'vote' | 'settle' | 'fix',
): number[] {
  if (of === 'fix') return [...fixes.values()].filter((fix) => fix.claim === claim).map(({ line }) => line);
  const entry = (of === 'vote' ? votes : settlements).get(claim);
  return entry === undefined ? [] : [entry.line];
}
