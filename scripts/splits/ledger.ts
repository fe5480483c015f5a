// Lines of splits.jsonl → who was put into which split, and back.
import type { RawSplits } from '../schemas/generated/types.ts';
import { validatorOf } from '../schemas/validator.ts';
import type { Edge } from './links.ts';

export const SPLITS = ['train', 'dev', 'test'] as const;
export type Split = (typeof SPLITS)[number];
export function isSplit(name: string | null | undefined): name is Split {
  return SPLITS.includes(name as Split);
}

/** In a split, or in none for good, since it ties two of them together. */
export type Assigned = Split | 'excluded';

export const HOLD_OUT_FIELDS = ['publisher', 'language', 'review'] as const;

/** How a ledger was begun; all that is added later goes by it. */
export interface SplitSettings {
  by: 'group' | 'time' | 'hold-out';
  /** Of train, dev and test, in per cent; null unless it goes by groups. */
  shares: readonly [number, number, number] | null;
  edges: readonly Edge[];
  /** The first day of test; null unless it goes by time. */
  from: string | null;
  /** What is held out for test; null unless it goes by that. */
  hold_out: { field: (typeof HOLD_OUT_FIELDS)[number]; values: readonly string[] } | null;
}

/**
 * A line of the ledger; `with` names the claims of two splits that the claim ties together, where it is excluded for
 * that.
 */
export interface SplitEntry {
  claim: string;
  split: Assigned;
  with?: readonly string[];
}

export interface SplitLedger {
  /** Null where there is no ledger yet. */
  settings: SplitSettings | null;
  entries: ReadonlyMap<string, SplitEntry>;
  /** What is wrong with it, by line from 1. */
  problems: readonly { line: number; message: string }[];
}

export const NO_LEDGER: SplitLedger = { settings: null, entries: new Map(), problems: [] };

/**
 * Reads a ledger and reports every line that `npm run splits` cannot have written. A later line may only exclude a
 * claim from train or dev.
 */
export function parseLedger(text: string): SplitLedger {
  const problems: { line: number; message: string }[] = [];
  const entries = new Map<string, SplitEntry>();
  let settings: SplitSettings | null = null;
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  else problems.push({ line: lines.length, message: 'The last line has no end: it may have been cut.' });
  for (const [i, source] of lines.entries()) {
    const report = (message: string) => problems.push({ line: i + 1, message });
    const value = parse(source);
    if (i === 0) {
      settings = toSettings(value);
      if (settings === null) report('The first line does not say how the splits are made.');
      continue;
    }
    const entry = toEntry(value);
    if (entry === null) {
      report('The line is not a claim and its split.');
      continue;
    }
    const known = entries.get(entry.claim);
    if (known && (entry.split !== 'excluded' || known.split === 'test'))
      report(`\`${entry.claim}\` is in ${known.split} already, and stays there.`);
    else entries.set(entry.claim, entry);
  }
  return { settings, entries, problems };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** What goes with each way of making splits, and with no other. */
const OWN_KEY = { group: 'shares', time: 'from', 'hold-out': 'hold_out' } as const;

function toSettings(value: unknown): SplitSettings | null {
  if (!isLine(value) || !('splits' in value)) return null;
  const { by, edges, ...own } = value;
  const settings = { by, shares: own.shares ?? null, edges, from: own.from ?? null, hold_out: own.hold_out ?? null };
  if (settings.shares !== null && !areShares(settings.shares)) return null;
  const isFit = Object.values(OWN_KEY).every((key) => (settings[key] !== null) === (key === OWN_KEY[by]));
  return isFit ? (settings as SplitSettings) : null;
}

function toEntry(value: unknown): SplitEntry | null {
  return isLine(value) && 'claim' in value ? value : null;
}

function isLine(value: unknown): value is RawSplits {
  return validatorOf('raw/splits.schema.json')(value) === true;
}

/** Three numbers from 0 on that make 100. */
export function areShares(value: unknown): value is [number, number, number] {
  return (
    Array.isArray(value) &&
    value.length === SPLITS.length &&
    value.every((share) => typeof share === 'number' && share >= 0) &&
    Math.abs(value.reduce((sum: number, share: number) => sum + share, 0) - 100) < 1e-9
  );
}

/** The split of every claim of a ledger. */
export function listAssigned({ entries }: SplitLedger): Map<string, Assigned> {
  return new Map(Array.from(entries, ([id, { split }]) => [id, split]));
}

/** The first line of a ledger; only what its kind of splits needs. */
export function renderSettings({ by, shares, edges, from, hold_out }: SplitSettings): string {
  const line = {
    splits: 1,
    by,
    ...(shares === null ? {} : { shares }),
    ...(from === null ? {} : { from }),
    ...(hold_out === null ? {} : { hold_out }),
    edges,
  };
  return `${JSON.stringify(line)}\n`;
}

export function renderEntries(entries: readonly SplitEntry[]): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
}
