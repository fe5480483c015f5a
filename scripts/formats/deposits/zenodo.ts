// Head of a release → .zenodo.json (https://developers.zenodo.org, deposit metadata).
import { omitEmpty } from '../omitEmpty.ts';
import { type DepositHead, describe, toJson } from './depositHead.ts';

/** The metadata of the upload. Zenodo refuses keys that it does not know, and names licences in small letters. */
export function renderZenodo({ settings, version }: DepositHead): string {
  const { title, authors, license, keywords, released, repository, url } = settings;
  return toJson(
    omitEmpty({
      upload_type: 'dataset',
      title,
      description: describe(settings),
      creators: authors.map(({ name, sorted }) => ({ name: sorted ?? name })),
      access_right: 'open',
      license: license.toLowerCase(),
      keywords,
      version,
      publication_date: released,
      related_identifiers: [
        ...(repository === null
          ? []
          : [{ identifier: repository, relation: 'isSupplementTo', resource_type: 'software' }]),
        ...(url === null ? [] : [{ identifier: url, relation: 'isDescribedBy' }]),
      ],
    }),
  );
}
