// Mapping of somebody else's dataset → its claims as splits and scores see them.
import { createHash, hash } from 'node:crypto';
import { claimOf } from '../exchange/claimOf.ts';
import type { Mapping } from '../exchange/mapping.ts';
import { readRecords } from '../exchange/readRecords.ts';
import { readChunks } from '../platform/chunks.ts';
import { UserError } from '../platform/userError.ts';
import type { DatasetClaim } from '../splits/datasetClaim.ts';
import { compareCodePoints } from '../values/order.ts';
import type { ClaimSource } from './claimSource.ts';
import { openMapping } from './openMapping.ts';

/** So many problems are shown. */
const SHOWN = 5;

/**
 * Reads all files of a mapping. Its digest is that of the list of its files with their SHA-256, its classes are the
 * targets of the map of verdicts, else the verdicts that occur.
 * @throws UserError with the first problems where a record cannot be read or an id occurs twice: a score or a split of
 * the rest would be one of other data
 */
export async function openMappedSource(path: string): Promise<ClaimSource> {
  const opened = openMapping(path);
  if ('findings' in opened)
    throw fail(
      path,
      'this is no mapping',
      opened.findings.map(({ pointer, message, found }) => `${pointer ?? ''}: ${message}${found ? ` (${found})` : ''}`),
    );
  const { mapping } = opened;
  const digests: string[] = [];
  const problems: string[] = [];
  const claims: DatasetClaim[] = [];
  await readRecords(mapping, (file) => hashChunks(file, digests), {
    record: (record) => {
      if (record.file.copyOf === null) claims.push(claimOf(record, mapping));
    },
    problem: ({ file, line, pointer, message, hint }) => {
      const place = `${file}${line > 0 ? `:${line}` : ''}${pointer === '' ? '' : ` ${pointer}`}`;
      problems.push(`${place}: ${message}${hint === undefined ? '' : ` Hint: ${hint}.`}`);
    },
  });
  if (problems.length > 0) throw fail(path, 'its files cannot be read in full', problems);
  const repeated = listRepeated(claims.map(({ id }) => id));
  if (repeated.length > 0) throw fail(path, 'ids occur twice, so that nobody knows which claim is meant', repeated);
  return {
    identity: { name: mapping.name, version: null, digest: hash('sha256', digests.join(''), 'hex') },
    claims,
    classes: { own: listClasses(mapping, claims) },
    withdrawn: new Set(),
    ledger: `${path.replace(/\.[^./\\]*$/, '')}.splits.jsonl`,
  };
}

/** A line of sha256sum for each file that was read to its end. */
function* hashChunks(path: string, digests: string[]): Generator<Uint8Array> {
  const digest = createHash('sha256');
  for (const chunk of readChunks(path)) {
    digest.update(chunk);
    yield chunk;
  }
  digests.push(`${digest.digest('hex')}  ${path.replace(/^.*\//, '')}\n`);
}

function listClasses({ fields }: Mapping, claims: readonly DatasetClaim[]): string[] {
  const map = fields.find(({ role }) => role === 'verdict')?.map;
  const targets = new Set(map?.values() ?? []);
  if (targets.size > 0) return [...targets];
  return [...new Set(claims.flatMap(({ verdicts }) => verdicts.own ?? []))].sort(compareCodePoints);
}

function listRepeated(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) repeated.add(id);
    seen.add(id);
  }
  return [...repeated];
}

function fail(path: string, reason: string, problems: readonly string[]): UserError {
  const more = problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : [];
  return new UserError(`${path}: ${reason}: ${[...problems.slice(0, SHOWN), ...more].join('; ')}`);
}
