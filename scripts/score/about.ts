// What predictions say of themselves → whether they may be scored on these claims.
import { nameSplit } from '../splits/splitName.ts';
import type { Problems } from './problems.ts';

/** Which system made the predictions, and for which claims. */
export interface About {
  system: string | null;
  dataset: string;
  version: string | null;
  split: string | null;
  /** SHA-256 of the dataset's manifest.json, or its first digits. */
  manifest: string | null;
  /** Data that the system has learned from. */
  trained_on: readonly { dataset: string; version: string | null; split: string | null }[];
}

/** Reports and gives null where a key is missing or of another form. */
export function toAbout(value: unknown, line: number | null, problems: Problems): About | null {
  const given = asRecord(value);
  const texts = ['system', 'version', 'split', 'manifest'] as const;
  const trained = given?.['trained_on'] ?? [];
  const isFit =
    given !== null &&
    typeof given['dataset'] === 'string' &&
    texts.every((name) => isTextOrNone(given[name])) &&
    Array.isArray(trained) &&
    trained.every((entry) => {
      const data = asRecord(entry);
      return typeof data?.['dataset'] === 'string' && isTextOrNone(data['version']) && isTextOrNone(data['split']);
    });
  if (!isFit) {
    const expected =
      '{"system": …, "dataset": …, "version": …, "split": …, "trained_on": [{"dataset": …, "version": …, "split": …}]}';
    problems.add('about', { line, text: '' }, `it is an object like ${expected}`);
    return null;
  }
  const textOf = (record: Record<string, unknown>, name: string) => (record[name] as string | null | undefined) ?? null;
  return {
    system: textOf(given, 'system'),
    dataset: given['dataset'] as string,
    version: textOf(given, 'version'),
    split: textOf(given, 'split'),
    manifest: textOf(given, 'manifest'),
    trained_on: (trained as Record<string, unknown>[]).map((entry) => ({
      dataset: entry['dataset'] as string,
      version: textOf(entry, 'version'),
      split: textOf(entry, 'split'),
    })),
  };
}

function isTextOrNone(value: unknown): boolean {
  return value === undefined || value === null || typeof value === 'string';
}

function asRecord(value: unknown): Record<string, unknown> | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** The dataset that is at hand. */
export interface DatasetIdentity {
  name: string;
  /** Null where a mapped dataset has none. */
  version: string | null;
  /** SHA-256 of its manifest, or of the files that a mapping names. */
  digest: string;
}

/** Reports predictions that are for other data than those at hand. */
export function checkAbout(about: About, dataset: DatasetIdentity, split: string | null, problems: Problems): void {
  const differ = (name: string, is: string | null, wanted: string) => {
    if (is !== null && is !== wanted)
      problems.add('other_dataset', { line: null, text: `${name} ${is}, and what is scored is ${wanted}` });
  };
  differ('dataset', about.dataset, dataset.name);
  // A mapped dataset has no version that could be compared.
  if (dataset.version !== null) differ('version', about.version, dataset.version);
  differ('split', nameSplit(about.split), split ?? 'all claims');
  if (
    about.manifest !== null &&
    (about.manifest.length < 4 || !dataset.digest.startsWith(about.manifest.toLowerCase()))
  )
    problems.add('other_dataset', { line: null, text: `manifest ${about.manifest}, not ${dataset.digest}` });
}
