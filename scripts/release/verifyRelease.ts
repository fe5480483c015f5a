// Files of a release or a dataset → what every check of them found.
import { decodeDocument } from '../article/document.ts';
import { readSmall } from '../formats/readableFile.ts';
import type { Manifest, RawCitation } from '../schemas/generated/types.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import { type History, newestRelease, readHistory } from './history.ts';
import { type RowVisitor, readManifest, readRows } from './readDataset.ts';
import type { ReleaseFiles, Verification } from './releaseFiles.ts';
import { verifyChecksums } from './verifyChecksums.ts';
import { checkCounts, verifyCitation, verifyManifest } from './verifyClaims.ts';
import { verifyContents } from './verifyContents.ts';
import { verifyLedger } from './verifyLedger.ts';
import { verifyParquet } from './verifyParquet.ts';
import { verifyRights } from './verifyRights.ts';
import { checkFormats, checkKeys, checkSchemas, schemasOf } from './verifyRows.ts';

/** What was found, and what was read on the way: `date` is the day of the release, '' where no ledger gives it. */
export interface VerifiedRelease {
  results: Verification[];
  manifest: Manifest | null;
  date: string;
}

/**
 * Runs every check that needs nothing but the files; rows are read once. `neighbours` are ledgers and CITATION.cff
 * where they lie beside the files and not among them; `captures` are those of withheld articles, null where none were
 * named. A dataset folder holds less than a release.
 */
export function verifyRelease(
  files: ReleaseFiles,
  captures: ReleaseFiles | null,
  neighbours: ReleaseFiles = new Map(),
  isRelease = neighbours.size === 0,
): VerifiedRelease {
  const all = new Map([...neighbours, ...files]);
  const results = [verifyChecksums(files)];
  const history = historyOf(all);
  const date = newestRelease(history)?.date ?? '';
  const fail = (problem: string) => {
    results.push({ name: 'manifest', problems: [problem] });
    return { results, manifest: null, date };
  };
  const manifest = readManifest(files);
  if ('problem' in manifest) return fail(manifest.problem);
  const schemas = schemasOf(files);
  const ofSchemas = typeof schemas === 'string' ? [] : [checkSchemas(schemas), checkKeys(manifest, schemas)];
  const checks = [...ofSchemas, checkFormats(manifest, files), checkCounts(manifest)];
  const visit: RowVisitor = (...rows) => {
    for (const check of checks) check.add(...rows);
  };
  const snapshot = readRows(manifest, files, visit, newestRelease(history));
  if ('problem' in snapshot) return fail(snapshot.problem);
  results.push(verifyManifest(manifest, files));
  if (typeof schemas === 'string') results.push({ name: 'rows', problems: [schemas] });
  results.push(
    ...checks.map((check) => check.end()),
    verifyContents(manifest, files, history, isRelease),
    ...(isRelease ? [verifyParquet(manifest, files)] : []),
    verifyCitation(manifest, citationOf(all), history),
    verifyLedger(manifest, snapshot, files, history),
    verifyRights(files, captures),
  );
  return { results, manifest, date };
}

function historyOf(files: ReleaseFiles): History {
  const ledgers = [...files].filter(([path]) => /^releases\/[^/]+\.jsonl$/.test(path));
  const contents = ledgers.map(([file, content]) => ({ file, content }));
  return readHistory(contents, false);
}

function citationOf(files: ReleaseFiles): RawCitation | null {
  const file = files.get('CITATION.cff');
  const bytes = file && readSmall(file);
  const text = bytes && decodeUtf8(bytes);
  if (!text) return null;
  const { value, drafts } = decodeDocument('CITATION.cff', text, 0, 'raw/citation.schema.json');
  return drafts.length === 0 ? (value as RawCitation) : null;
}
