// Project → the release that it would be: its version, date, ledger, changelog and citation.

import { spliceCitation } from '../citation/spliceCitation.ts';
import { type Check, checkProject } from '../examine/checkProject.ts';
import { SCHEMA_VERSION } from '../formats/manifest.ts';
import type { Project } from '../project/openProject.ts';
import type { Bump } from '../release/bump.ts';
import { renderSection, spliceChangelog } from '../release/changelog.ts';
import { compareReleases } from '../release/compareReleases.ts';
import { computeBump } from '../release/computeBump.ts';
import { newestRelease } from '../release/history.ts';
import { type Ledger, parseLedger, renderLedger } from '../release/ledger.ts';
import { type NextRelease, planRelease } from '../release/version.ts';

export interface ReleaseWishes {
  /** The day, where one was asked for. */
  date: string | null;
  /** The day where none was asked for and none is kept from an earlier attempt. */
  today: string;
  atLeast: Bump | null;
}

/** A release before anything of it is written. `project` is the project as that release. */
export interface PlannedRelease extends NextRelease {
  date: string;
  project: Project;
  ledger: { version: string; text: string | null };
  /** What the release makes of the text that a file has (null: there is no file), by the file's name. */
  rewrite: Record<'CITATION.cff' | 'CHANGELOG.md', (text: string | null) => string>;
}

/**
 * Plans the next release, or, where nothing has changed since the newest, that one again. An attempt that was interrupted has left its version and day in
 * CITATION.cff: they are kept. `planned` is null where the project has errors.
 */
export async function planNext(
  project: Project,
  wishes: ReleaseWishes,
): Promise<{ check: Check; planned: PlannedRelease | null }> {
  const { history, settings } = project;
  const newest = newestRelease(history);
  // What an interrupted attempt left in CITATION.cff is no error now.
  const released = newest && { version: newest.version, released: newest.date };
  const check = await checkProject({ ...project, settings: { ...settings, ...released } }, { compare: true });
  if (check.summary.errors > 0 || check.snapshot === null) return { check, planned: null };
  const plan = planRelease(history, check.snapshot, wishes.atLeast);
  const { version } = plan;
  const isNew = plan.bump !== null;
  const kept = settings.version === version ? settings.released : null;
  const date = isNew ? (wishes.date ?? kept ?? wishes.today) : (newest?.date ?? wishes.today);
  const past = { ...history, ledgers: isNew ? history.ledgers : history.ledgers.slice(0, -1) };
  const named: Project = { ...project, settings: { ...settings, version, released: date } };
  const ledger = isNew ? await writeLedger(named, check, date) : { version, text: null };
  const ledgers = [...past.ledgers, ledger.text === null ? (newest as Ledger) : readBack(ledger.text)];
  const release = ledgers.at(-1) as Ledger;
  const difference = compareReleases(newestRelease(past), release);
  const section = renderSection(difference, release, computeBump(difference).reasons);
  const rewrite = {
    'CITATION.cff': (text: string | null) => spliceCitation(text ?? '', version, date),
    'CHANGELOG.md': (text: string | null) => spliceChangelog(text, version, section),
  };
  return {
    check,
    planned: { ...plan, date, project: { ...named, history: { ...past, ledgers } }, ledger, rewrite },
  };
}

/** The ledger of a new release: with it, claims that are withdrawn now have the version that leaves them out. */
async function writeLedger(project: Project, check: Check, date: string) {
  const { history } = project;
  const version = project.settings.version ?? '';
  const withdrawn = check.snapshot?.tables.find(({ name }) => name === 'withdrawn')?.rows.keys() ?? [];
  const pending = new Map(Array.from(withdrawn, (id) => [id, version]));
  const { snapshot } = await checkProject({ ...project, history: { ...history, pending } }, { compare: true });
  if (snapshot === null) throw new Error('The state was asked for.');
  const text = renderLedger({ ...snapshot, version }, { date, schemaVersion: SCHEMA_VERSION }, newestRelease(history));
  return { version, text };
}

function readBack(text: string): Ledger {
  const ledger = parseLedger(text);
  if ('problem' in ledger) throw new Error(`The new ledger cannot be read. ${ledger.problem}`);
  return ledger;
}
