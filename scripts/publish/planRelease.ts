// Project → the release that it would be: its rows, version, date, ledger, changelog and citation.
import { spliceCitation } from '../citation/spliceCitation.ts';
import { joinRows } from '../dataset/renderDataset.ts';
import type { Check } from '../examine/check.ts';
import { describeState } from '../examine/checkProject.ts';
import { type FileEntry, SCHEMA_VERSION } from '../formats/manifest.ts';
import type { ReadableFile } from '../formats/readableFile.ts';
import { writeAndHead } from '../platform/measuredFile.ts';
import { openPath, openReadable } from '../platform/readableFiles.ts';
import type { Project } from '../project/openProject.ts';
import type { Bump } from '../release/bump.ts';
import { renderSection, spliceChangelog } from '../release/changelog.ts';
import { compareReleases } from '../release/compareReleases.ts';
import { computeBump } from '../release/computeBump.ts';
import { listWithdrawals, newestRelease } from '../release/history.ts';
import { type Ledger, parseLedger, renderLedger } from '../release/ledger.ts';
import { readTables } from '../release/readDataset.ts';
import { listReleasedTables } from '../release/releasedTables.ts';
import type { Snapshot } from '../release/snapshot.ts';
import { type NextRelease, planVersion } from '../release/version.ts';
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
export interface PlannedRelease extends NextRelease {
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
  const written = await joinRows(asBefore, scratch.rows, {});
  const { check } = written;
  if (check.summary.errors > 0) return { check, planned: null };
  let rows = await takeState(asBefore, scratch.rows, written);
  const plan = planVersion(history, rows.snapshot, wishes.atLeast);
  const { version } = plan;
  const isNew = plan.bump !== null;
  const kept = settings.version === version ? settings.released : null;
  const date = isNew ? (wishes.date ?? kept ?? wishes.today) : (newest?.date ?? wishes.today);
  const past = { ...history, ledgers: isNew ? history.ledgers : history.ledgers.slice(0, -1) };
  const named: Project = { ...project, settings: { ...settings, version, released: date } };
  // A claim that this release is the first to leave out says so in its tombstone: the one case in which rows change.
  const pending = isNew ? listNewlyWithdrawn(rows.snapshot, project, version) : new Map();
  if (pending.size > 0) {
    const withVersion = { ...named, history: { ...history, pending } };
    rows = await takeState(withVersion, scratch.rows, await joinRows(withVersion, scratch.rows, {}));
  }
  const stamp = { date, schemaVersion: SCHEMA_VERSION };
  if (isNew) writeAndHead(scratch.ledger, renderLedger({ ...rows.snapshot, version }, stamp, newest));
  const file = isNew ? openReadable(scratch.ledger) : null;
  const ledgers = [...past.ledgers, file === null ? (newest as Ledger) : readBack(file)];
  const release = ledgers.at(-1) as Ledger;
  const difference = compareReleases(newestRelease(past), release);
  const section = renderSection(difference, release, computeBump(difference).reasons);
  const rewrite = {
    'CITATION.cff': (text: string | null) => spliceCitation(text ?? '', version, date),
    'CHANGELOG.md': (text: string | null) => spliceChangelog(text, version, section),
  };
  const asReleased = { ...named, history: { ...past, ledgers } };
  return { check, planned: { ...plan, date, project: asReleased, rows, ledger: { version, file }, rewrite } };
}

/** Before the first release there is nothing to compare with while articles are examined: the rows are read again. */
async function takeState(
  project: Project,
  folder: string,
  { check, entries }: { check: Check; entries: FileEntry[] },
): Promise<WrittenRows> {
  if (check.snapshot !== null) return { folder, entries, check, snapshot: check.snapshot };
  const opened = await openPath(folder);
  const tables = readTables(
    listReleasedTables(project.settings.extra),
    opened.kind === 'folder' ? opened.files : new Map(),
  );
  if ('problem' in tables) throw new Error(tables.problem);
  return { folder, entries, check, snapshot: { ...describeState(project), version: '', tables } };
}

function listNewlyWithdrawn({ tables }: Snapshot, { history }: Project, version: string): Map<string, string> {
  const known = listWithdrawals(history);
  const pending = new Map<string, string>();
  for (const id of tables.find(({ name }) => name === 'withdrawn')?.rows.keys() ?? [])
    if (!known.has(id)) pending.set(id, version);
  return pending;
}

function readBack(file: ReadableFile): Ledger {
  const ledger = parseLedger(file);
  if ('problem' in ledger) throw new Error(`The new ledger cannot be read. ${ledger.problem}`);
  return ledger;
}
