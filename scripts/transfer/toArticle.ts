// Label of an imported claim → the article that it is written as.
import type { ImportedLabel } from './label.ts';

/** An article of the kind `collection`: it gathers a claim from elsewhere, has no text of its own and no capture. */
export function toArticle({ claim, ...label }: ImportedLabel): object {
  const { extra, source, ...rest } = claim;
  return {
    id: label.id,
    kind: 'collection',
    title: label.title,
    publisher: label.publisher,
    url: label.url,
    published: label.published,
    language: label.language,
    text: 'none',
    claims: [
      {
        ...rest,
        appearances: claim.appearances.map(({ first, ...entry }) => ({ ...entry, ...(first ? { first } : {}) })),
        source,
        ...(extra.size === 0 ? {} : { extra: Object.fromEntries(extra) }),
      },
    ],
  };
}
