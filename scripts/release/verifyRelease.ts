// Files of a release or a dataset → what every check of them found.
import { decodeDocument } from '../article/document.ts';
import type { RawCitation } from '../schemas/generated/types.ts';
import { decodeUtf8 } from '../values/normalText.ts';
import type { ReleaseFiles } from './archive.ts';
import { type History, newestRelease, readHistory } from './history.ts';
import { type ReadDataset, readDataset } from './readDataset.ts';
import { type Verification, verifyChecksums } from './verifyChecksums.ts';
import { verifyCitation, verifyCounts, verifyLedger, verifyManifest } from './verifyClaims.ts';
import { verifyRights } from './verifyRights.ts';
import { schemasOf, verifyFormats, verifyKeys, verifySchemas } from './verifyRows.ts';

/** What was found, and what was read on the way: `date` is the day of the release, '' where no ledger gives it. */
export interface VerifiedRelease {
  results: Verification[];
  dataset: ReadDataset | null;
  date: string;
}

/**
 * Runs every check that needs nothing but the files. `neighbours` are ledgers and CITATION.cff where they lie beside the files and not among them; `captures`
 * are those of withheld articles, null where none were named.
 */
export function verifyRelease(
  files: ReleaseFiles,
  captures: ReleaseFiles | null,
  neighbours: ReleaseFiles = new Map(),
): VerifiedRelease {
  const all = new Map([...neighbours, ...files]);
  const results = [verifyChecksums(files)];
  const history = historyOf(all);
  const date = newestRelease(history)?.date ?? '';
  const dataset = readDataset(files);
  if ('problem' in dataset) {
    results.push({ name: 'manifest', problems: [dataset.problem] });
    return { results, dataset: null, date };
  }
  const schemas = schemasOf(files);
  results.push(verifyManifest(dataset, files));
  if (typeof schemas === 'string') results.push({ name: 'rows', problems: [schemas] });
  else results.push(verifySchemas(dataset, schemas), verifyKeys(dataset, schemas));
  results.push(
    verifyFormats(dataset, files),
    verifyCounts(dataset),
    verifyCitation(dataset, citationOf(all), history),
    verifyLedger(dataset, files, history),
    verifyRights(dataset, files, captures),
  );
  return { results, dataset, date };
}

function historyOf(files: ReleaseFiles): History {
  const ledgers = [...files].filter(([path]) => /^releases\/[^/]+\.jsonl$/.test(path));
  return readHistory(ledgers.map(([file, bytes]) => ({ file, text: Buffer.from(bytes).toString('utf8') })));
}

function citationOf(files: ReleaseFiles): RawCitation | null {
  const bytes = files.get('CITATION.cff');
  const text = bytes && decodeUtf8(bytes);
  if (!text) return null;
  const { value, drafts } = decodeDocument('CITATION.cff', text, 0, 'raw/citation.schema.json');
  return drafts.length === 0 ? (value as RawCitation) : null;
}
