// Markdown with markers and the dataset's numbers → the same Markdown with the numbers of today.
import type { ClaimRow, ManifestCounts } from '../schemas/generated/types.ts';
import { markdownCell } from '../values/markdown.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What a marker may be replaced by: words inside a sentence, or a block of lines. */
export type MarkerValues = Record<string, string>;

/** Names in the text that no value is known for. */
export interface Filled {
  text: string;
  unknown: string[];
}

const MARKER = /<!-- veritable:([a-z0-9-]+) -->([\s\S]*?)<!-- \/veritable:\1 -->/g;

/**
 * Replaces what stands between `<!-- veritable:NAME -->` and `<!-- /veritable:NAME -->`. A marker of an unknown name
 * is left as it is and named.
 */
export function fillMarkers(text: string, values: MarkerValues): Filled {
  const unknown: string[] = [];
  const filled = text.replace(MARKER, (whole, name: string, old: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) {
      unknown.push(name);
      return whole;
    }
    // A block keeps its marker lines to itself; inside a sentence nothing but the number changes.
    const body = old.includes('\n') || value.includes('\n') ? `\n\n${value}\n\n` : value;
    return `<!-- veritable:${name} -->${body}<!-- /veritable:${name} -->`;
  });
  return { text: filled, unknown };
}

/** The text with nothing between the markers. */
export function emptyMarkers(text: string): string {
  return text.replace(MARKER, (_, name: string) => `<!-- veritable:${name} --><!-- /veritable:${name} -->`);
}

/** Every number that the prose may quote, by marker name. */
export function markerValues(
  counts: ManifestCounts,
  version: string,
  vocabulary: Vocabulary,
  examples: readonly ClaimRow[],
): MarkerValues {
  const values: MarkerValues = { version };
  for (const [name, value] of Object.entries(counts)) {
    if (typeof value === 'number') values[name] = String(value);
    else if (value !== null && name !== 'agreement')
      values[name.replaceAll('_', '-')] = countTable(name, value as Record<string, number>, vocabulary);
  }
  const agreement = counts.agreement;
  values['doubly-labelled'] = String(agreement?.claims ?? 0);
  values['agreement-raw'] = show(agreement?.raw);
  values['agreement-kappa'] = show(agreement?.kappa);
  values['agreement-alpha'] = show(agreement?.alpha);
  values['agreement-interval'] = showInterval(agreement?.alpha_interval);
  values['agreement-by-pair'] = numberTable(
    ['annotators', 'claims', 'raw', 'kappa', 'interval'],
    (agreement?.pairs ?? []).map(({ annotators, claims, raw, kappa, kappa_interval }) => [
      annotators.join(' and '),
      String(claims),
      show(raw),
      show(kappa),
      showInterval(kappa_interval),
    ]),
  );
  values['agreement-by-verdict'] = numberTable(
    ['verdict', 'claims', 'alpha', 'interval'],
    (agreement?.by_verdict ?? []).map(({ verdict, claims, alpha, alpha_interval }) => [
      vocabulary.verdicts.get(verdict)?.label ?? verdict,
      String(claims),
      show(alpha),
      showInterval(alpha_interval),
    ]),
  );
  values['example-rows'] = exampleTable(examples);
  return values;
}

function show(value: number | null | undefined): string {
  return value === null || value === undefined ? 'not defined' : value.toFixed(2);
}

function showInterval(interval: readonly number[] | null | undefined): string {
  return interval ? interval.map((bound) => bound.toFixed(2)).join(' to ') : 'not defined';
}

/** A table whose first column is words and whose others are numbers. */
function numberTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, i) => (i === 0 ? '---' : '---:')), ...rows.map((row) => row.map(markdownCell))];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function countTable(name: string, counts: Record<string, number>, vocabulary: Vocabulary): string {
  const of = name.replace(/^.*_by_/, '').replaceAll('_', ' ');
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const rows = Object.entries(counts).map(([key, n]) => {
    const label = name === 'claims_by_verdict' ? (vocabulary.verdicts.get(key)?.label ?? key) : key;
    return `| ${markdownCell(label)} | ${n} | ${total === 0 ? '–' : `${((100 * n) / total).toFixed(1)} %`} |`;
  });
  return `| ${of} | number | share |\n| --- | ---: | ---: |\n${rows.join('\n')}`;
}

function exampleTable(rows: readonly ClaimRow[]): string {
  const lines = rows.map(
    (row) =>
      `| \`${row.claim_id}\` | ${markdownCell(row.claim)} | ${markdownCell(row.verdict ?? '')} | ${markdownCell(row.source_publisher)} | ${row.source_published} |`,
  );
  return `| claim_id | claim | verdict | source | published |\n| --- | --- | --- | --- | --- |\n${lines.join('\n')}`;
}

/** Three rows to show: the first of each of three verdicts, in the order of the scale. */
export function chooseExamples(claims: Iterable<ClaimRow>, vocabulary: Vocabulary): ClaimRow[] {
  const first = new Map<string, ClaimRow>();
  for (const claim of claims) if (claim.verdict !== null && !first.has(claim.verdict)) first.set(claim.verdict, claim);
  return [...vocabulary.verdicts.keys()].flatMap((verdict) => first.get(verdict) ?? []).slice(0, 3);
}
