// claimreview.jsonld → the review of each claim, read alongside the claims.
import type { ExplorerDataset } from '../dataset.ts';

/** Gives the ClaimReview of a claim as JSON, null where the dataset has none; claims are asked for in their order. */
export function reviewReader({ lines }: ExplorerDataset): (id: string) => string | null {
  const list = lines('claimreview.jsonld')[Symbol.iterator]();
  let ahead = read(list);
  return (id) => {
    if (ahead?.['identifier'] !== id) return null;
    const review = { '@context': 'https://schema.org', ...ahead };
    ahead = read(list);
    return JSON.stringify(review);
  };
}

function read(lines: Iterator<string>): Record<string, unknown> | null {
  for (;;) {
    const { value, done } = lines.next();
    if (done) return null;
    const text = String(value).replace(/,$/, '');
    if (text.startsWith('{"@type":"ClaimReview"')) return JSON.parse(text) as Record<string, unknown>;
  }
}
