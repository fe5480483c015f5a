// Options of a command → the dataset that it is about, our own or a mapped one, with its splits.
import { readTextIfAny } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import { type ClaimSource, openDatasetFolder } from '../project/claimSource.ts';
import { parseLedger } from '../splits/ledger.ts';

export interface SourceOptions {
  dataset?: string;
  mapping?: string;
  ledger?: string;
}

/** @throws UserError where there is no dataset, or it cannot be read in full */
export async function openSource({ dataset, mapping, ledger }: SourceOptions): Promise<ClaimSource> {
  if (dataset !== undefined && mapping !== undefined) throw new UserError('Give --dataset or --mapping, not both.');
  const source =
    mapping === undefined
      ? await openDatasetFolder(dataset ?? 'dataset', 'raw/splits.jsonl')
      : await (await import('../project/mappedSource.ts')).openMappedSource(mapping);
  return { ...source, ledger: ledger ?? source.ledger };
}

/**
 * The dataset with the splits of its ledger, where it does not bring its own. @throws UserError where the ledger is
 * damaged
 */
export async function openSplitSource(options: SourceOptions): Promise<ClaimSource> {
  const source = await openSource(options);
  const text = readTextIfAny(source.ledger);
  if (text === null || (options.ledger === undefined && source.claims.some(({ split }) => split !== null)))
    return source;
  const { entries, problems } = parseLedger(text);
  const [problem] = problems;
  if (problem) throw new UserError(`${source.ledger}:${problem.line}: ${problem.message}`);
  const splitOf = (id: string) => {
    const split = entries.get(id)?.split ?? null;
    return split === 'excluded' ? null : split;
  };
  return { ...source, claims: source.claims.map((claim) => ({ ...claim, split: splitOf(claim.id) })) };
}
