// A dataset folder → its claims as splits and scores see them, and what the dataset is called.
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { forEachLine } from '../platform/lines.ts';
import { readTextIfAny } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import type { ClaimRow, Manifest, WithdrawnRow } from '../schemas/generated/types.ts';
import { validatorOf } from '../schemas/validator.ts';
import type { DatasetIdentity } from '../score/about.ts';
import { type DatasetClaim, type Scale, toDatasetClaim } from '../splits/datasetClaim.ts';

/** A dataset, our own or a mapped one, whose ids occur once each. */
export interface ClaimSource {
  identity: DatasetIdentity;
  claims: readonly DatasetClaim[];
  /** The classes of each scale that the dataset has, in the scale's order. */
  classes: Readonly<Partial<Record<Scale, readonly string[]>>>;
  withdrawn: ReadonlySet<string>;
  /** Where its splits are kept unless another file is named. */
  ledger: string;
}

/** The classes of other people's scales, in the order of their papers. */
const OTHER_SCALES = {
  averitec: ['Supported', 'Refuted', 'Not Enough Evidence', 'Conflicting Evidence/Cherrypicking'],
  fever: ['SUPPORTS', 'REFUTES', 'NOT ENOUGH INFO'],
} as const;

/**
 * Opens a dataset that `npm run build:dataset` made. The files must have the digests that the manifest gives them, or a
 * score would not be one of this version.
 * @throws UserError where it is none, or was altered
 */
export async function openDatasetFolder(folder: string, ledger: string): Promise<ClaimSource> {
  const text = readTextIfAny(join(folder, 'manifest.json'));
  const manifest = text === null ? null : parse(text);
  if (text === null || !validatorOf('manifest.schema.json')(manifest))
    throw new UserError(`${folder} is no dataset: it has no manifest.json that can be read.`);
  const { name, version, counts, files } = manifest as Manifest;
  const read = async <Row>(file: string, visit: (row: Row) => void): Promise<void> => {
    const digest = await forEachLine(join(folder, file), (line) => visit(JSON.parse(line) as Row));
    if (files.find(({ path }) => path === file)?.sha256 !== digest)
      throw new UserError(`${join(folder, file)} is not the file that ${join(folder, 'manifest.json')} names.`);
  };
  const claims: DatasetClaim[] = [];
  const withdrawn = new Set<string>();
  await read<ClaimRow>('claims.jsonl', (row) => claims.push(toDatasetClaim(row)));
  await read<WithdrawnRow>('withdrawn.jsonl', (row) => withdrawn.add(row.claim_id));
  return {
    identity: { name, version, digest: hash('sha256', text, 'hex') },
    claims,
    classes: { own: Object.keys(counts.claims_by_verdict), ...OTHER_SCALES },
    withdrawn,
    ledger,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
