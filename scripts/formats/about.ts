// Settings and version → what a file says of itself, so that a copy that travels alone can be cited.
import type { DatasetHead } from './datasetHead.ts';
import { omitEmpty } from './omitEmpty.ts';

/** Title, version, licence, DOI, address and authors; what is not known is left out. */
export function listAbout({
  settings,
  version,
}: Pick<DatasetHead, 'settings' | 'version'>): [name: string, value: string][] {
  const { title, license, doi, url, authors } = settings;
  const values = { title, version, license, doi, url, authors: authors.map(({ name }) => name).join('; ') };
  return Object.entries(omitEmpty(values)).map(([name, value]) => [name, String(value)]);
}
