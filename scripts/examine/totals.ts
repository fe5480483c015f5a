// What parts give → what all of them give together.
import { Tally } from '../claims/tally.ts';
import type { Finding } from '../findings/finding.ts';
import { NotedList, type NotedRows } from '../release/notedRows.ts';
import type { FactPart } from '../rules/engine/collectFacts.ts';
import type { ClaimRow } from '../schemas/generated/types.ts';

/** What articles give together; see {@link addTo}. */
export interface Totals {
  findings: Finding[];
  /** Files of which nothing could be read. */
  unread: string[];
  /** Of some articles together, in the order of the files. */
  facts: FactPart[];
  claims: number;
  quotations: { checked: number; unchecked: number };
  /** A {@link Tally}, or what is left of it after it has passed between threads. */
  tally: Tally;
  /** The first claim of each verdict, for prose; what it nests is left out. */
  examples: ClaimRow[];
  notes: NotedRows;
}

export function startTotals(): Totals {
  return {
    findings: [],
    unread: [],
    facts: [],
    claims: 0,
    quotations: { checked: 0, unchecked: 0 },
    tally: new Tally(),
    examples: [],
    notes: {},
  };
}

/** Adds what the next articles give. */
export function addTo(totals: Totals, part: Totals): void {
  for (const finding of part.findings) totals.findings.push(finding);
  for (const file of part.unread) totals.unread.push(file);
  for (const facts of part.facts) totals.facts.push(facts);
  for (const [table, rows] of Object.entries(part.notes)) {
    const noted = totals.notes[table] ?? new NotedList();
    totals.notes[table] = noted;
    for (const row of rows) noted.push(row);
  }
  totals.claims += part.claims;
  totals.quotations.checked += part.quotations.checked;
  totals.quotations.unchecked += part.quotations.unchecked;
  totals.tally.merge(part.tally);
  for (const claim of part.examples)
    if (!totals.examples.some(({ verdict }) => verdict === claim.verdict)) totals.examples.push(claim);
}
