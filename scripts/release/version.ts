// Settings and ledger → the version that a build carries.
import type { Settings } from '../project/settings.ts';

const FIRST = '1.0.0';

/** The version of a build: before any release `1.0.0-dev`. */
export function versionOf(settings: Pick<Settings, 'version'>): string {
  return settings.version ?? `${FIRST}-dev`;
}
