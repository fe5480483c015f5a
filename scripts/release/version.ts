// History and the rows of today → the version that a build carries.
import semver from 'semver';
import { type Bump, largerBump } from './bump.ts';
import { compareReleases, type Difference } from './compareReleases.ts';
import { computeBump } from './computeBump.ts';
import { type History, newestRelease } from './history.ts';
import type { Snapshot } from './snapshot.ts';

/** The first release's version. */
export const FIRST_VERSION = '1.0.0';

/** What a release of the rows of today would be. `bump` is null where they are the newest release. */
export interface NextRelease {
  difference: Difference;
  bump: Bump | null;
  reasons: string[];
  version: string;
}

/** Compares with the newest ledger. `atLeast` raises the bump, but makes no release of no change. */
export function planVersion(history: History, current: Snapshot, atLeast: Bump | null = null): NextRelease {
  const newest = newestRelease(history);
  const difference = compareReleases(newest, current);
  if (newest === null) return { difference, bump: 'major', reasons: ['first release'], version: FIRST_VERSION };
  const computed = computeBump(difference);
  const bump = computed.bump && largerBump(computed.bump, atLeast);
  const raised = bump !== computed.bump ? [`raised from ${computed.bump} by request`] : [];
  const version = bump === null ? newest.version : (semver.inc(newest.version, bump) as string);
  return { difference, bump, reasons: [...computed.reasons, ...raised], version };
}

/**
 * The version of a build: the newest release's where nothing has changed since, else the next one's with `-dev`; before
 * any release `1.0.0-dev`.
 */
export function versionOf(history: History, current: Snapshot | null): string {
  if (current === null || newestRelease(history) === null) return `${FIRST_VERSION}-dev`;
  const { bump, version } = planVersion(history, current);
  return bump === null ? version : `${version}-dev`;
}
