// The files of a dataset folder → what the explorer shows.

import type { Settings } from '../citation/settings.ts';
import type {
  ClaimRow,
  EntityRow,
  Manifest,
  RawSpellings,
  RawTopics,
  RawVerdicts,
  WithdrawnRow,
} from '../schemas/generated/types.ts';
import type { Edition } from '../schemas/published.ts';
import { type Citation, citeVersion } from './citation.ts';

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
  readonly spellings: RawSpellings;
  /** Text of every file that the manifest lists, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** What lies beside the dataset in the repository. */
export interface Surroundings {
  readonly verdicts: RawVerdicts;
  readonly topics: RawTopics;
  readonly spellings: RawSpellings;
  readonly settings: Settings;
}

/**
 * Reads a dataset folder.
 * @param files text by path relative to the folder.
 * @throws Error naming the file that is missing, or a claim whose verdict the scale lacks.
 */
export function readDataset(files: ReadonlyMap<string, string>, surroundings: Surroundings): ExplorerDataset {
  const { verdicts, topics, spellings, settings } = surroundings;
  const manifest = JSON.parse(need(files, 'manifest.json')) as Manifest;
  const claims = readRows<ClaimRow>(files, 'claims.jsonl');
  const scale = new Set(verdicts.map((verdict) => verdict.id));
  for (const { claim_id, verdict } of claims) {
    if (!scale.has(verdict)) throw new Error(`Claim ${claim_id} has the verdict ${verdict}, which the scale lacks.`);
  }
  const isPrivate = files.has('NOT-FOR-PUBLICATION.txt') || claims.some((claim) => claim.edition === 'private');
  return {
    edition: isPrivate ? 'private' : 'public',
    manifest,
    citation: citeVersion({ ...settings, name: manifest.name, title: manifest.title }, manifest.version),
    claims,
    entities: readRows<EntityRow>(files, 'entities.jsonl'),
    withdrawn: readRows<WithdrawnRow>(files, 'withdrawn.jsonl'),
    verdicts,
    topics,
    spellings,
    files: new Map(manifest.files.map(({ path }) => [path, need(files, path)])),
  };
}

function readRows<T>(files: ReadonlyMap<string, string>, path: string): T[] {
  return need(files, path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

function need(files: ReadonlyMap<string, string>, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`The dataset folder holds no ${path}.`);
  return text;
}
