// What a release says of itself → where that is not so: manifest, counts, citation, ledger and history.
import semver from 'semver';

import type { ArticleRows } from '../claims/renderRows.ts';
import { Tally } from '../claims/tally.ts';
import { RECORDS } from '../formats/datasetFiles.ts';
import { measureFile } from '../formats/manifest.ts';
import { countRows } from '../formats/rowFormat.ts';
import { listRowLayouts } from '../formats/rowFormats.ts';
import type { RawCitation } from '../schemas/generated/types.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { ReleaseFiles } from './archive.ts';
import { compareReleases } from './compareReleases.ts';
import { type History, newestRelease } from './history.ts';
import { listChanges } from './listChanges.ts';
import { describePublished } from './publishedTables.ts';
import type { ReadDataset } from './readDataset.ts';
import { recordRows, releasedRowsOf } from './recordRows.ts';
import type { Verification } from './verifyChecksums.ts';

/** The manifest's files are there with the size, digest and rows that it gives. */
export function verifyManifest({ manifest }: ReadDataset, files: ReleaseFiles): Verification {
  const problems: string[] = [];
  const layouts = new Map(listRowLayouts(describePublished(manifest)).map((layout) => [layout.path, layout]));
  for (const { path, bytes, sha256, rows } of manifest.files) {
    const file = files.get(path);
    if (!file) {
      problems.push(`${path} is in manifest.json and missing.`);
      continue;
    }
    const measured = measureFile(path, file, null);
    if (measured.bytes !== bytes || measured.sha256 !== sha256)
      problems.push(`${path} is not the file that manifest.json describes.`);
    const layout = layouts.get(path);
    if (!layout) {
      if (rows !== null) problems.push(`${path}: manifest.json gives rows, and no format of this name is known.`);
      continue;
    }
    const found = countRows(layout, file);
    if (found === null) problems.push(`${path} does not begin and end as such a file does.`);
    else if (found !== rows)
      problems.push(`${path} has ${found} rows, and manifest.json says ${rows ?? 'that it lists none'}.`);
  }
  return { name: 'manifest', problems };
}

/** The manifest's counts are those of the rows. */
export function verifyCounts({ manifest, rows }: ReadDataset): Verification {
  const tally = new Tally();
  const of = (table: string) => (rows.get(table) ?? []) as never[];
  const all = Object.fromEntries(
    ['articles', 'claims', 'evidence', 'annotations', 'withdrawn'].map((table) => [table, of(table)]),
  );
  tally.add(all as unknown as ArticleRows);
  tally.addRows('entities', of('entities'));
  // Only the ids of the scale are asked for, and the manifest lists them all.
  const verdicts = new Map(Object.keys(manifest.counts.claims_by_verdict).map((id) => [id, null]));
  const counts = tally.counts({ verdicts } as unknown as Vocabulary);
  const problems = Object.entries(counts).flatMap(([name, value]) =>
    JSON.stringify(value) === JSON.stringify(manifest.counts[name as keyof typeof counts])
      ? []
      : [`manifest.json: ${name} is not what the rows give.`],
  );
  return { name: 'counts', problems };
}

/** CITATION.cff names the same dataset, version, day and licence. `citation` is null where there is none. */
export function verifyCitation(
  { manifest }: ReadDataset,
  citation: RawCitation | null,
  history: History,
): Verification {
  const name = 'citation';
  if (citation === null) return { name, problems: [], skipped: 'there is no CITATION.cff that can be read' };
  const problems: string[] = [];
  const compare = (key: string, given: string | undefined, expected: string | undefined) => {
    if (given !== expected)
      problems.push(`CITATION.cff: ${key} is ${given ?? 'not there'}, and should be ${expected ?? 'left out'}.`);
  };
  compare('title', citation.title, manifest.title);
  compare('license', citation.license, manifest.license);
  if (semver.prerelease(manifest.version) === null) {
    compare('version', citation.version, manifest.version);
    compare('date-released', citation['date-released'], newestRelease(history)?.date);
  }
  return { name, problems };
}

/** The newest ledger is that of these rows, and records.jsonl and changes.jsonl say what the ledgers say. */
export function verifyLedger(dataset: ReadDataset, files: ReleaseFiles, history: History): Verification {
  const name = 'ledger';
  const { manifest, rows, snapshot } = dataset;
  const problems = history.problems.map(({ file, message }) => `${file}: ${message}`);
  const newest = newestRelease(history);
  if (newest === null) {
    if (problems.length === 0 && !semver.prerelease(manifest.version) === null)
      return { name, problems, skipped: 'there is none before the first release' };
    if (problems.length === 0) problems.push('There is no ledger of this release.');
    return { name, problems };
  }
  if (semver.prerelease(manifest.version) === null) {
    const { changes, cells, structure } = compareReleases(newest, { ...snapshot, verdicts: newest.verdicts });
    if (newest.version !== manifest.version)
      problems.push(`The newest ledger is that of version ${newest.version}, not ${manifest.version}.`);
    if (changes.length > 0 || structure.length > 0 || Object.keys(cells).length > 0)
      problems.push(`The rows are not those of the ledger of version ${newest.version}.`);
  }
  if (!sameLines(listChanges(history), files.get('changes.jsonl')))
    problems.push('changes.jsonl is not what the ledgers give.');
  const known = releasedRowsOf(history);
  const expected = recordRows((table) => rows.get(table) ?? [], known, {})
    .split('\n')
    .sort()
    .join('\n');
  const found = Buffer.from(files.get(RECORDS) ?? [])
    .toString('utf8')
    .split('\n')
    .sort()
    .join('\n');
  if (expected !== found) problems.push(`${RECORDS} is not what rows and ledgers give.`);
  return { name, problems };
}

function sameLines(rows: readonly object[], bytes: Uint8Array | undefined): boolean {
  return Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join('')).equals(bytes ?? Buffer.alloc(0));
}
