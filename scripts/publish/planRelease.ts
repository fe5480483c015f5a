// Project → the release that it would be: its rows, version, date, ledger, changelog and citation.
import { join } from 'node:path';
import { spliceCitation } from '../citation/spliceCitation.ts';
import { joinRows } from '../dataset/renderDataset.ts';
import type { Check } from '../examine/check.ts';
import { describeState } from '../examine/checkProject.ts';
import { type FileEntry, SCHEMA_VERSION } from '../formats/manifest.ts';
import type { ReadableFile } from '../formats/readableFile.ts';
import { readPieces, writeAndHead } from '../platform/measuredFile.ts';
import { openReadable } from '../platform/readableFiles.ts';
import type { Project } from '../project/openProject.ts';
import type { Bump } from '../release/bump.ts';
import { renderSection, spliceChangelog } from '../release/changelog.ts';
import { compareReleases, type Difference } from '../release/compareReleases.ts';
import { computeBump } from '../release/computeBump.ts';
import { listWithdrawals, newestRelease } from '../release/history.ts';
import { joinLedger, type Ledger, type LedgerHead, parseLedger } from '../release/ledger.ts';
import { ledgerPath, listLedgerFormats } from '../release/ledgerRows.ts';
import { listReleasedTables } from '../release/releasedTables.ts';
import type { Snapshot } from '../release/snapshot.ts';
import { FIRST_VERSION, type NextRelease, planVersion } from '../release/version.ts';
import type { ExtraFields } from '../schemas/extra.ts';
import type { Scratch } from './scratch.ts';

export interface ReleaseWishes {
  /** The day, where one was asked for. */
  date: string | null;
  /** The day where none was asked for and none is kept from an earlier attempt. */
  today: string;
  atLeast: Bump | null;
}

/** The rows of a project, judged and written once; what a release publishes is copied from there. */
export interface WrittenRows {
  folder: string;
  entries: readonly FileEntry[];
  check: Check;
  snapshot: Snapshot;
}

/** A release before anything of it is written into the project. `project` is the project as that release. */
export interface PlannedRelease extends Omit<NextRelease, 'difference'> {
  /** Works out once more what has changed: it may be as long as the dataset, and is wanted for a dry run alone. */
  compare(): Difference;
  date: string;
  project: Project;
  rows: WrittenRows;
  /** The new ledger; `file` is null where the newest release is made again. */
  ledger: { version: string; file: ReadableFile | null };
  /** What the release makes of the text that a file has (null: there is no file), by the file's name. */
  rewrite: Record<'CITATION.cff' | 'CHANGELOG.md', (text: string | null) => string>;
}

/**
 * Plans the next release, or, where nothing has changed since the newest, that one again. An attempt that was
 * interrupted has left its version and day in CITATION.cff: they are kept. `planned` is null where the project has
 * errors.
 * @param scratch an empty folder for the rows, and a path for the new ledger
 */
export async function planRelease(
  project: Project,
  wishes: ReleaseWishes,
  scratch: Pick<Scratch, 'rows' | 'ledger'>,
): Promise<{ check: Check; planned: PlannedRelease | null }> {
  const { history, settings } = project;
  const newest = newestRelease(history);
  // What an interrupted attempt left in CITATION.cff is no error now.
  const released = newest && { version: newest.version, released: newest.date };
  const asBefore = { ...project, settings: { ...settings, ...released } };
  let { check, entries } = await writeRows(asBefore, scratch.rows);
  const found = check;
  if (check.summary.errors > 0) return { check, planned: null };
  const dateOf = (version: string) =>
    wishes.date ?? (settings.version === version ? settings.released : null) ?? wishes.today;
  const write = (version: string) => {
    const head = { ...describeState(project), version, date: dateOf(version), schemaVersion: SCHEMA_VERSION };
    return writeLedger({ ...head, previous: newest }, settings.extra, scratch);
  };
  // Before the first release there is nothing to compare with: the state of today is the ledger that will be.
  const first = newest === null ? write(FIRST_VERSION) : null;
  const plan = planVersion(history, first ?? (check.snapshot as Snapshot), wishes.atLeast);
  const { version, bump, reasons } = plan;
  const isNew = bump !== null;
  const date = isNew ? dateOf(version) : (newest?.date ?? wishes.today);
  const past = { ...history, ledgers: isNew ? history.ledgers : history.ledgers.slice(0, -1) };
  const named: Project = { ...project, settings: { ...settings, version, released: date } };
  // A claim that this release is the first to leave out says so in its tombstone: the one case in which rows change.
  const pending = isNew ? listNewlyWithdrawn(first ?? (check.snapshot as Snapshot), project, version) : new Map();
  if (pending.size > 0)
    ({ check, entries } = await writeRows({ ...named, history: { ...history, pending } }, scratch.rows));
  const isWritten = first !== null && pending.size === 0;
  const release = isNew ? (isWritten ? first : write(version)) : (newest as Ledger);
  const rows = { folder: scratch.rows, check, entries, snapshot: check.snapshot ?? release };
  const difference = isWritten ? plan.difference : compareReleases(newestRelease(past), release);
  const section = renderSection(difference, release, difference.old === null ? [] : computeBump(difference).reasons);
  const rewrite = {
    'CITATION.cff': (text: string | null) => spliceCitation(text ?? '', version, date),
    'CHANGELOG.md': (text: string | null) => spliceChangelog(text, version, section),
  };
  const asReleased = { ...named, history: { ...past, ledgers: [...past.ledgers, release] } };
  const compare = () => ({ ...compareReleases(newest, rows.snapshot), new: version });
  const ledger = { version, file: isNew ? openReadable(scratch.ledger) : null };
  return {
    check: found,
    planned: { bump, reasons, version, compare, date, project: asReleased, rows, ledger, rewrite },
  };
}

/** Judges the articles, and writes rows and the lines that the ledger has of them. */
async function writeRows(project: Project, folder: string): Promise<Pick<WrittenRows, 'check' | 'entries'>> {
  const { check, entries } = await joinRows(project, folder, {}, 'released');
  const ofLedger = new Set(listLedgerFormats(project.settings.extra).map(({ path }) => path));
  return { check, entries: entries.filter(({ path }) => !ofLedger.has(path)) };
}

/** Puts a ledger together from the lines that were written with the rows, and reads it as others will. */
function writeLedger(head: Omit<LedgerHead, 'tables'>, extra: ExtraFields, scratch: Pick<Scratch, 'rows' | 'ledger'>) {
  const tables = listReleasedTables(extra);
  const listLines = function* () {
    for (const { name } of tables) yield* readPieces(join(scratch.rows, ledgerPath(name)));
  };
  writeAndHead(scratch.ledger, joinLedger({ ...head, tables }, listLines()));
  const ledger = parseLedger(openReadable(scratch.ledger));
  if ('problem' in ledger) throw new Error(`The new ledger cannot be read. ${ledger.problem}`);
  return ledger;
}

function listNewlyWithdrawn({ tables }: Snapshot, { history }: Project, version: string): Map<string, string> {
  const known = listWithdrawals(history);
  const pending = new Map<string, string>();
  for (const id of tables.find(({ name }) => name === 'withdrawn')?.rows.keys() ?? [])
    if (!known.has(id)) pending.set(id, version);
  return pending;
}
