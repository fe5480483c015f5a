// CITATION.cff and veritable.config.yml → what the dataset is called, who made it, under which licence.

import { type ExtraFields, NO_EXTRA } from '../schemas/extra.ts';
import type { RawCitation, RawConfig } from '../schemas/generated/types.ts';
import { toSlug } from '../values/slug.ts';

/** A person, or an entity such as a newsroom. */
export interface Author {
  kind: 'person' | 'entity';
  name: string;
  /** A person's name with the family name first: `Archer, Ada`. */
  sorted?: string;
}

/** Title, authors, version, date and licence. `name` is made from the title. */
export interface Settings {
  name: string;
  title: string;
  abstract: string | null;
  authors: Author[];
  license: string;
  /** Version and date of the newest release; null before the first. */
  version: string | null;
  released: string | null;
  keywords: string[];
  repository: string | null;
  url: string | null;
  doi: string | null;
  /** BCP 47 tag of the language that labels are written in; null where the project does not say. */
  labelsLanguage: string | null;
  /** Fields that the project adds to those of the schemas. */
  extra: ExtraFields;
}

/** Reads the settings; without a citation the dataset is built as untitled (the missing file is a finding). */
export function toSettings(citation: RawCitation | null, config: RawConfig | null = null, extra = NO_EXTRA): Settings {
  const title = citation?.title ?? 'Untitled dataset';
  return {
    name: nameDataset(title, citation?.['repository-code'] ?? null),
    title,
    abstract: citation?.abstract ?? null,
    authors: (citation?.authors ?? []).map(
      (author): Author =>
        author.name === undefined
          ? {
              kind: 'person',
              name: [author['given-names'], author['family-names']].filter(Boolean).join(' '),
              sorted: [author['family-names'], author['given-names']].filter(Boolean).join(', '),
            }
          : { kind: 'entity', name: author.name },
    ),
    license: citation?.license ?? 'NOASSERTION',
    version: citation?.version ?? null,
    released: citation?.['date-released'] ?? null,
    keywords: citation?.keywords ?? [],
    repository: citation?.['repository-code'] ?? null,
    url: citation?.url ?? null,
    doi: citation?.doi ?? null,
    labelsLanguage: config?.labels_language ?? null,
    extra,
  };
}

/**
 * The name in addresses, file names and citation keys. A title in another script gives no Latin letters, or its year
 * alone: then the repository's name stands before it, else the word "dataset".
 */
function nameDataset(title: string, repository: string | null): string {
  const slug = toSlug(title);
  if (slug !== null && /[a-z]/.test(slug)) return slug;
  const name = toSlug(/([^/]+)\/*$/.exec(repository?.replace(/\.git$/, '') ?? '')?.[1] ?? '');
  const base = name !== null && /[a-z]/.test(name) ? name : 'dataset';
  return slug === null ? base : `${base}-${slug}`;
}
