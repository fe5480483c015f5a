// The dataset → schema.org `Dataset` for search engines.
import { addressOf } from '../citation.ts';
import type { ExplorerDataset } from '../dataset.ts';

/** Properties as Google Dataset Search asks for them; what would need an address that is not known is left out. */
export function describeDataset({ citation, manifest }: ExplorerDataset): Record<string, unknown> {
  const counts = manifest.counts;
  const address = addressOf(citation);
  const fallback = `${counts.claims} claims of ${counts.articles} articles, each with a verdict, a justification and its evidence.`;
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: citation.title,
    description: citation.abstract ?? fallback,
    version: citation.version,
    license: citation.license.startsWith('LicenseRef-')
      ? citation.license
      : `https://spdx.org/licenses/${citation.license}.html`,
    creator: citation.authors.map(({ kind, name }) => ({
      '@type': kind === 'person' ? 'Person' : 'Organization',
      name,
    })),
    isAccessibleForFree: true,
    ...(citation.released === null ? {} : { datePublished: citation.released }),
    ...(citation.keywords.length === 0 ? {} : { keywords: citation.keywords }),
    ...(citation.doi === null ? {} : { identifier: `https://doi.org/${citation.doi}` }),
    ...(address === null ? {} : { url: address }),
  };
}
