// Head of a release → dcat.jsonld (DCAT 3, with what DCAT-AP 3 asks of a dataset and its distributions).
import { licenceAddress } from '../licence.ts';
import { mediaType } from '../mediaType.ts';
import { omitEmpty } from '../omitEmpty.ts';
import { assetAddress, type DepositHead, describe, toJson } from './depositHead.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The description for a catalogue. A distribution needs an address: where none is known there are none. */
export function renderDcat(head: DepositHead): string {
  const { settings, version, files, languages } = head;
  const { title, authors, license, keywords, released, doi, url, repository } = settings;
  const licence = licenceAddress(license);
  return toJson(
    omitEmpty({
      '@context': CONTEXT,
      '@id': doi === null ? url : `https://doi.org/${doi}`,
      '@type': 'dcat:Dataset',
      'dct:title': title,
      'dct:description': describe(settings),
      'dct:creator': authors.map(({ kind, name }) => ({
        '@type': kind === 'person' ? 'foaf:Person' : 'foaf:Organization',
        'foaf:name': name,
      })),
      'dct:license': licence === null ? null : { '@id': licence },
      'dct:issued': released === null ? null : { '@value': released, '@type': 'xsd:date' },
      'dct:language': languages,
      'dcat:version': version,
      'dcat:keyword': keywords,
      'dcat:landingPage': url === null && repository === null ? null : { '@id': url ?? repository },
      'dcat:distribution': files.flatMap(({ path, bytes, sha256 }) => {
        const address = assetAddress(head, path);
        if (address === null) return [];
        return [
          omitEmpty({
            '@type': 'dcat:Distribution',
            'dct:title': path,
            'dcat:accessURL': { '@id': address },
            'dcat:downloadURL': { '@id': address },
            'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaType(path)}` },
            'dcat:byteSize': { '@value': String(bytes), '@type': 'xsd:nonNegativeInteger' },
            'dct:license': licence === null ? null : { '@id': licence },
            'spdx:checksum': {
              '@type': 'spdx:Checksum',
              'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
              'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
            },
          }),
        ];
      }),
    }),
  );
}
