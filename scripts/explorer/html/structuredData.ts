// The dataset → schema.org `Dataset` for search engines.
import { licenceAddress } from '../../formats/licence.ts';
import { omitEmpty } from '../../formats/omitEmpty.ts';
import { addressOf } from '../citation.ts';
import type { ExplorerDataset } from '../dataset.ts';

/** Properties as Google Dataset Search asks for them; what would need an address that is not known is left out. */
export function describeDataset({ citation, manifest }: ExplorerDataset): Record<string, unknown> {
  const { claims, articles } = manifest.counts;
  return omitEmpty({
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: citation.title,
    description:
      citation.abstract ??
      `${claims} claims of ${articles} articles, each with a verdict, what decides it, and the evidence.`,
    version: citation.version,
    license: licenceAddress(citation.license) ?? citation.license,
    creator: citation.authors.map(({ kind, name }) => ({
      '@type': kind === 'person' ? 'Person' : 'Organization',
      name,
    })),
    isAccessibleForFree: true,
    datePublished: citation.released,
    keywords: citation.keywords,
    identifier: citation.doi === null ? null : `https://doi.org/${citation.doi}`,
    url: addressOf(citation),
  });
}
