// Ledgers → the history of a dataset: its newest release, who was withdrawn when, and what is wrong with the ledgers.
import semver from 'semver';
import type { ReadableFile } from '../formats/readableFile.ts';
import { type Ledger, parseLedger } from './ledger.ts';

/**
 * All releases, oldest first. `problems` says in words what is wrong with a ledger; one that cannot be read is left
 * out.
 */
export interface History {
  ledgers: readonly Ledger[];
  problems: readonly { file: string; message: string }[];
  /** Withdrawn claims that a release in the making is the first to list: id → its version. */
  pending?: ReadonlyMap<string, string>;
}

export const NO_HISTORY: History = { ledgers: [], problems: [] };

/**
 * Reads the ledgers given by their names, and checks that each names the one before it. `keepDigests` is for who looks
 * for rows by their digests.
 */
export function readHistory(files: readonly { file: string; content: ReadableFile }[], keepDigests = true): History {
  const problems: { file: string; message: string }[] = [];
  const read: { file: string; ledger: Ledger }[] = [];
  for (const { file, content } of files) {
    const ledger = parseLedger(content, keepDigests);
    if ('problem' in ledger) problems.push({ file, message: ledger.problem });
    else if (!file.endsWith(`/${ledger.version}.jsonl`) && file !== `${ledger.version}.jsonl`)
      problems.push({ file, message: `It is the ledger of version ${ledger.version}, and must be named after it.` });
    else read.push({ file, ledger });
  }
  read.sort((a, b) => semver.compare(a.ledger.version, b.ledger.version));
  read.forEach(({ file, ledger }, i) => {
    const before = read[i - 1]?.ledger ?? null;
    const { previous } = ledger;
    if (previous?.version === before?.version && previous?.sha256 === before?.sha256) return;
    const expected =
      previous === null ? 'no release before it' : `version ${previous.version} before it, with the digest it had then`;
    problems.push({
      file,
      message: `It was written with ${expected}; there is ${before === null ? 'none' : `version ${before.version}`}, or it was altered.`,
    });
  });
  return { ledgers: read.map(({ ledger }) => ledger), problems };
}

/** The newest release, null before the first. */
export function newestRelease({ ledgers }: History): Ledger | null {
  return ledgers.at(-1) ?? null;
}

/** The release in which each withdrawn claim was first listed as withdrawn. */
export function listWithdrawals({ ledgers, pending = new Map() }: History): Map<string, string> {
  const versions = new Map<string, string>();
  for (const { version, tables } of ledgers) {
    for (const id of tables.find(({ name }) => name === 'withdrawn')?.rows.keys() ?? [])
      if (!versions.has(id)) versions.set(id, version);
  }
  for (const [id, version] of pending) if (!versions.has(id)) versions.set(id, version);
  return versions;
}
