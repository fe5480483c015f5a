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
    distribution: listDistributions(citation, manifest),
  });
}

/** The files with their digests; an address only where one is known, so that a release without a home lists none. */
function listDistributions(
  { url }: ExplorerDataset['citation'],
  { files }: ExplorerDataset['manifest'],
): unknown[] | null {
  if (url === null) return null;
  const kinds: Readonly<Record<string, string>> = {
    csv: 'text/csv',
    json: 'application/json',
    jsonl: 'application/jsonl',
  };
  return files.flatMap(({ path, bytes, sha256 }) => {
    const kind = kinds[path.split('.').at(-1) ?? ''];
    return kind === undefined
      ? []
      : [
          {
            '@type': 'DataDownload',
            name: path,
            encodingFormat: kind,
            contentSize: `${bytes} B`,
            sha256,
            contentUrl: url,
          },
        ];
  });
}
