// A release and the ledgers in it → where they disagree: rows, records.jsonl, changes.jsonl.
import semver from 'semver';
import { RECORDS } from '../formats/datasetFiles.ts';
import { ByteFollower, inMemory } from '../formats/readableFile.ts';
import type { Manifest, ReleasedRecord } from '../schemas/generated/types.ts';
import { compareReleases, type StructureChange } from './compareReleases.ts';
import { type History, newestRelease } from './history.ts';
import { versionOfRow } from './knownRows.ts';
import { LikeIndex } from './likeIndex.ts';
import { listChanges } from './listChanges.ts';
import type { IndexedSnapshot } from './readDataset.ts';
import { releasedRowsOf, renderRecord } from './recordRows.ts';
import type { ReleaseFiles, Verification } from './releaseFiles.ts';
import { splitLines } from './splitLines.ts';

/** The newest ledger is that of these rows, and records.jsonl and changes.jsonl say what the ledgers say. */
export function verifyLedger(
  manifest: Manifest,
  snapshot: IndexedSnapshot,
  files: ReleaseFiles,
  history: History,
): Verification {
  const name = 'ledger';
  const problems = history.problems.map(({ file, message }) => `${file}: ${message}`);
  const newest = newestRelease(history);
  const isReleased = semver.prerelease(manifest.version) === null;
  if (newest === null) {
    if (problems.length === 0 && !isReleased)
      return { name, problems, skipped: 'there is none before the first release' };
    if (problems.length === 0) problems.push('There is no ledger of this release.');
    return { name, problems };
  }
  if (isReleased) {
    const { changes, cells, structure } = compareReleases(newest, { ...snapshot, verdicts: newest.verdicts });
    if (newest.version !== manifest.version)
      problems.push(`The newest ledger is that of version ${newest.version}, not ${manifest.version}.`);
    const [described, other] = [structure.filter(isDescription), structure.filter((one) => !isDescription(one))];
    for (const { input } of described)
      problems.push(`The digest of \`${input}\` is not that of the ledger of version ${newest.version}.`);
    if (changes.length > 0 || other.length > 0 || Object.keys(cells).length > 0)
      problems.push(`The rows are not those of the ledger of version ${newest.version}.`);
  }
  if (!hasChanges(files, history)) problems.push('changes.jsonl is not what the ledgers give.');
  if (!hasRecords(files, snapshot, history)) problems.push(`${RECORDS} is not what rows and ledgers give.`);
  return { name, problems };
}

function isDescription(change: StructureChange): change is StructureChange & { kind: 'description changed' } {
  return change.kind === 'description changed';
}

function hasChanges(files: ReleaseFiles, history: History): boolean {
  const follower = new ByteFollower(files.get('changes.jsonl') ?? inMemory(''));
  for (const change of listChanges(history)) follower.goesOn(Buffer.from(`${JSON.stringify(change)}\n`));
  return follower.isAtEnd();
}

/**
 * Whether records.jsonl has one line for each row, in whatever order, and says of each the digest and the release of
 * its last change.
 */
function hasRecords(files: ReleaseFiles, { tables }: IndexedSnapshot, history: History): boolean {
  const versionOf = versionsOf(tables, history);
  const found = new Map(tables.map(({ name, rows }) => [name, { rows, isFound: new Uint8Array(rows.size) }]));
  let left = tables.reduce((sum, { rows }) => sum + rows.size, 0);
  for (const line of splitLines(files.get(RECORDS)?.pieces() ?? [], RECORDS)) {
    const text = line.toString('utf8');
    const record = parse(text);
    const table = record && found.get(record.table);
    const place = table?.rows.placeOf(String(record?.id));
    // A row has one line.
    if (!record || !table || place === undefined || table.isFound[place]) return false;
    table.isFound[place] = 1;
    left--;
    const content = table.rows.recordAt(place);
    if (`${text}\n` !== renderRecord(record.table, record.id, content, versionOf(content))) return false;
  }
  return left === 0;
}

/** Gives the release that was the last to change a row, by the row's digest; null for a row that none has. */
function versionsOf(tables: IndexedSnapshot['tables'], history: History): (content: string) => string | null {
  const [first, ...others] = history.ledgers;
  const isReleased = tables.every(({ rows }) => rows.size === 0 || (rows instanceof LikeIndex && rows.hasNoOthers));
  // All rows are those of the one release that there is.
  if (first && others.length === 0 && isReleased) return () => first.version;
  const { known } = releasedRowsOf(history);
  return (content) => versionOfRow(known, content);
}

function parse(text: string): ReleasedRecord | null {
  try {
    return JSON.parse(text) as ReleasedRecord | null;
  } catch {
    return null;
  }
}
