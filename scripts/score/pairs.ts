// JSON Lines of similarities → how well each predicted item of evidence says what each gold item says.
import type { Problems } from './problems.ts';

/** By claim: `scores[i][j]` from 0 to 1, of predicted item i and gold item j. */
export type PairScores = ReadonlyMap<string, readonly (readonly number[])[]>;

/** Lines are `{claim_id, gold_items, scores}`. `goldItems` says how many a claim has, null where nobody knows it. */
export function readPairs(text: string, goldItems: (claim: string) => number | null, problems: Problems): PairScores {
  const pairs = new Map<string, number[][]>();
  for (const [i, source] of text.split('\n').entries()) {
    if (source.trim() === '') continue;
    const report = (words: string) => problems.add('pairs', { line: i + 1, text: words });
    const { claim_id: claim, gold_items: stated, scores } = parse(source);
    if (typeof claim !== 'string' || !isTable(scores)) {
      report('not {"claim_id": …, "gold_items": …, "scores": [[…], …]} with numbers from 0 to 1');
      continue;
    }
    if (pairs.has(claim)) report(`${claim} is there twice`);
    const items = goldItems(claim) ?? (typeof stated === 'number' ? stated : null);
    for (const row of scores)
      if (items !== null && row.length !== items) report(`${claim}: ${row.length} gold items, not ${items}`);
    pairs.set(claim, scores);
  }
  return pairs;
}

function parse(line: string): Record<string, unknown> {
  try {
    return (JSON.parse(line) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function isTable(value: unknown): value is number[][] {
  return (
    Array.isArray(value) &&
    value.every(
      (row) => Array.isArray(row) && row.every((score) => typeof score === 'number' && score >= 0 && score <= 1),
    )
  );
}
