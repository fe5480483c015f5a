// What a release says of itself → where that is not so: manifest, counts and citation.
import semver from 'semver';
import type { ArticleRows } from '../claims/renderRows.ts';
import { Tally } from '../claims/tally.ts';
import { countRows } from '../formats/rowFormat.ts';
import { listRowLayouts } from '../formats/rowFormats.ts';
import type { Manifest, RawCitation } from '../schemas/generated/types.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type History, newestRelease } from './history.ts';
import { describePublished } from './publishedTables.ts';
import type { RowVisitor } from './readDataset.ts';
import type { ReleaseFiles, Verification } from './releaseFiles.ts';
import { digestOf } from './verifyChecksums.ts';
import type { RowCheck } from './verifyRows.ts';

/** The manifest's files are there with the size, digest and rows that it gives. */
export function verifyManifest(manifest: Manifest, files: ReleaseFiles): Verification {
  const problems: string[] = [];
  const layouts = new Map(listRowLayouts(describePublished(manifest)).map((layout) => [layout.path, layout]));
  for (const { path, bytes, sha256, rows } of manifest.files) {
    const file = files.get(path);
    if (!file) {
      problems.push(`${path} is in manifest.json and missing.`);
      continue;
    }
    if (file.size !== bytes || digestOf(file) !== sha256)
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
export function checkCounts(manifest: Manifest): RowCheck {
  const tally = new Tally();
  const none: ArticleRows = {
    articles: [],
    claims: [],
    evidence: [],
    annotations: [],
    withdrawn: [],
    questions: [],
    reviews: [],
    appearances: [],
  };
  const add: RowVisitor = (table, rows) => {
    if (table === 'entities') tally.addRows('entities', rows);
    else if (table in none) tally.add({ ...none, [table]: rows });
  };
  const end = () => {
    // Only the ids of the scale are asked for, and the manifest lists them all.
    const verdicts = new Map(Object.keys(manifest.counts.claims_by_verdict).map((id) => [id, null]));
    const counts = tally.counts({ verdicts } as unknown as Vocabulary);
    const problems = Object.entries(counts).flatMap(([name, value]) =>
      JSON.stringify(value) === JSON.stringify(manifest.counts[name as keyof typeof counts])
        ? []
        : [`manifest.json: ${name} is not what the rows give.`],
    );
    return { name: 'counts', problems };
  };
  return { add, end };
}

/** CITATION.cff names the same dataset, version, day and licence. `citation` is null where there is none. */
export function verifyCitation(manifest: Manifest, citation: RawCitation | null, history: History): Verification {
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
