// The files of a dataset folder → what the explorer shows.
import { parse } from 'csv-parse/sync';
import type { TableName } from '../schemas/generated/tables.ts';
import type {
  ClaimRow,
  EntityRow,
  Manifest,
  RawTopics,
  RawVerdicts,
  WithdrawnRow,
} from '../schemas/generated/types.ts';
import { type Citation, readCitation } from './citation.ts';
import { type Edition, typeRecords } from './tableText.ts';

/** Everything that the page is made of. */
export interface ExplorerDataset {
  readonly edition: Edition;
  readonly manifest: Manifest;
  readonly citation: Citation;
  readonly claims: readonly ClaimRow[];
  readonly entities: readonly EntityRow[];
  readonly withdrawn: readonly WithdrawnRow[];
  readonly verdicts: RawVerdicts;
  readonly topics: RawTopics;
  /** Text of every file that the manifest lists, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** What lies beside the dataset in the repository, parsed. */
export interface Vocabulary {
  readonly verdicts: RawVerdicts;
  readonly topics: RawTopics;
  readonly citation: Readonly<Record<string, unknown>>;
}

/**
 * Reads a dataset folder.
 * @param files text by path relative to the folder; it needs manifest.json and claims.jsonl.
 * @throws Error naming the file that is missing or that holds a verdict outside the scale.
 */
export function readDataset(files: ReadonlyMap<string, string>, vocabulary: Vocabulary): ExplorerDataset {
  const manifest = JSON.parse(need(files, 'manifest.json')) as Manifest;
  const claims = need(files, 'claims.jsonl')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ClaimRow);
  const scale = new Set(vocabulary.verdicts.map((verdict) => verdict.id));
  for (const { claim_id, verdict } of claims) {
    if (!scale.has(verdict)) throw new Error(`Claim ${claim_id} has the verdict ${verdict}, which the scale lacks.`);
  }
  const isPrivate = files.has('NOT-FOR-PUBLICATION.txt') || claims.some((claim) => claim.edition === 'private');
  return {
    edition: isPrivate ? 'private' : 'public',
    manifest,
    citation: readCitation(vocabulary.citation, manifest),
    claims,
    entities: readTable<EntityRow>(files, 'entities'),
    withdrawn: readTable<WithdrawnRow>(files, 'withdrawn'),
    verdicts: vocabulary.verdicts,
    topics: vocabulary.topics,
    files: new Map(manifest.files.map(({ path }) => [path, need(files, path)])),
  };
}

function readTable<T>(files: ReadonlyMap<string, string>, table: TableName): T[] {
  const records: Record<string, string>[] = parse(need(files, `${table}.csv`), { columns: true });
  return typeRecords<T>(table, records);
}

function need(files: ReadonlyMap<string, string>, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`The dataset folder holds no ${path}.`);
  return text;
}
