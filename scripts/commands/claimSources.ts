// Options of a command → the dataset that it is about, with the splits that its ledger gives.
import { type ClaimSource, openDatasetFolder } from '../project/claimSource.ts';

export interface SourceOptions {
  dataset: string;
  ledger?: string;
}

/** @throws UserError where there is no dataset */
export async function openSource({ dataset, ledger }: SourceOptions): Promise<ClaimSource> {
  return openDatasetFolder(dataset, ledger ?? 'raw/splits.jsonl');
}
