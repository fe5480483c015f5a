// What batches of articles give → what all of them give together.
import { Tally } from '../claims/tally.ts';
import type { Batch } from './examineBatch.ts';

/** What articles give together; see {@link addBatch}. */
export type Sum = Omit<Batch, 'parts' | 'looked'>;

export function startSum(): Sum {
  return {
    findings: [],
    unread: [],
    facts: [],
    claims: 0,
    quotations: { checked: 0, unchecked: 0 },
    tally: new Tally(),
    examples: [],
    rows: [],
    notes: {},
  };
}

/** Adds what the next articles give. */
export function addBatch(sum: Sum, batch: Sum): void {
  for (const finding of batch.findings) sum.findings.push(finding);
  for (const file of batch.unread) sum.unread.push(file);
  for (const facts of batch.facts) sum.facts.push(facts);
  for (const rows of batch.rows) sum.rows.push(rows);
  for (const [table, rows] of Object.entries(batch.notes)) {
    sum.notes[table] ??= [];
    for (const row of rows) sum.notes[table].push(row);
  }
  sum.claims += batch.claims;
  sum.quotations.checked += batch.quotations.checked;
  sum.quotations.unchecked += batch.quotations.unchecked;
  sum.tally.merge(batch.tally);
  for (const claim of batch.examples)
    if (!sum.examples.some(({ verdict }) => verdict === claim.verdict)) sum.examples.push(claim);
}
