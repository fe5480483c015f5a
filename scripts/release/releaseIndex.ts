// Ledgers, and the files of the newest release → index.json, the list of releases for programs.
import type { Settings } from '../citation/settings.ts';
import { assetAddress, type MeasuredEntry, toJson } from '../formats/deposits/depositHead.ts';
import type { History } from './history.ts';

/**
 * The releases, newest first: version, day, licence, numbers of rows, names of files, and where the archive lies.
 * Bytes and digests are known of the files of `version` alone, which are those that were measured.
 */
export function renderReleaseIndex(
  settings: Settings,
  { ledgers }: History,
  version: string,
  files: readonly MeasuredEntry[],
): string {
  const releases = ledgers.toReversed().map((ledger) => ({
    version: ledger.version,
    date: ledger.date,
    license: ledger.license,
    archive: assetAddress({ settings, version: ledger.version }, `${settings.name}-${ledger.version}.tar.gz`),
    ledger_sha256: ledger.sha256,
    rows: Object.fromEntries(ledger.tables.map(({ name, rows }) => [name, rows.size])),
    files: ledger.version === version ? files : ledger.files.map((path) => ({ path })),
  }));
  return toJson({ name: settings.name, title: settings.title, latest: ledgers.at(-1)?.version ?? null, releases });
}
