// Head of a release → ro-crate-metadata.json (RO-Crate 1.2, https://w3id.org/ro/crate/1.2).
import { licenceAddress } from '../licence.ts';
import { mediaType } from '../mediaType.ts';
import { omitEmpty } from '../omitEmpty.ts';
import { type DepositHead, describe, toJson } from './depositHead.ts';

/** The description of a folder that holds the dataset: flat, with an entity for each file, author and licence. */
export function renderRoCrate({ settings, version, files, languages }: DepositHead): string {
  const { title, authors, license, keywords, released, doi, url, repository } = settings;
  const licence = licenceAddress(license) ?? `#${license}`;
  const people = authors.map(({ kind, name }, i) => ({
    '@id': `#author-${i + 1}`,
    '@type': kind === 'person' ? 'Person' : 'Organization',
    name,
  }));
  const reference = ({ '@id': id }: { '@id': string }) => ({ '@id': id });
  const parts = files.map(({ path, bytes, sha256 }) => ({
    '@id': path,
    '@type': 'File',
    name: path,
    encodingFormat: mediaType(path),
    contentSize: String(bytes),
    sha256,
  }));
  return toJson({
    '@context': 'https://w3id.org/ro/crate/1.2/context',
    '@graph': [
      {
        '@id': 'ro-crate-metadata.json',
        '@type': 'CreativeWork',
        about: { '@id': './' },
        conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' },
      },
      omitEmpty({
        '@id': './',
        '@type': 'Dataset',
        name: title,
        description: describe(settings),
        datePublished: released,
        license: { '@id': licence },
        version,
        keywords,
        inLanguage: languages,
        identifier: doi === null ? null : `https://doi.org/${doi}`,
        url: url ?? repository,
        author: people.map(reference),
        hasPart: parts.map(reference),
      }),
      { '@id': licence, '@type': 'CreativeWork', name: license, description: `The licence ${license}.` },
      ...people,
      ...parts,
    ],
  });
}
