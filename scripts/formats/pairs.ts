// Rows of claims → pairs.jsonl, a line for every claim that has a corrected form.
import { SCHEMAS } from '../schemas/generated/registry.ts';
import type { ClaimRow, Pair } from '../schemas/generated/types.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { countLines, type RowFormat, type RowLayout } from './rowFormat.ts';

/** The file of pairs. */
export const PAIRS: RowLayout = {
  path: 'pairs.jsonl',
  table: 'claims',
  opening: '',
  separator: '',
  closing: '',
  count: countLines,
};

const { title, description, properties } = SCHEMAS['pair.schema.json'];

/** What a description of a dataset says of the file. */
export const PAIRS_FACTS = {
  title,
  description,
  fields: Object.entries(properties).map(([name, field]) => ({
    name,
    title: field.title,
    description: field.description,
    example: field.examples[0],
    isList: 'items' in field,
  })),
};

/** Whether a dataset has the file: only a project with a list of distortions has pairs. */
export function hasPairs({ distortions }: Vocabulary): boolean {
  return distortions.size > 0;
}

/** Renders pairs; every other claim gives none. */
export const pairsFormat: RowFormat = {
  ...PAIRS,
  render: (rows) => (rows as readonly ClaimRow[]).map(renderPair).join(''),
};

function renderPair({ claim_id, claim, corrected, distortion, verdict, evidence }: ClaimRow): string {
  if (corrected === null || distortion === null || verdict === null) return '';
  const evidence_ids = evidence.map(({ evidence_id }) => evidence_id);
  const pair: Pair = { claim_id, claim, corrected, distortion, verdict, evidence_ids };
  return `${JSON.stringify(pair)}\n`;
}
