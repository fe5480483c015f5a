// Article → its row.
import { hash } from 'node:crypto';
import type { ArticleSubject } from '../../article/subject.ts';
import { extraCells } from '../../schemas/extra.ts';
import type { ArticleRow } from '../../schemas/generated/types.ts';
import { daysOf, escapeBar, PRIVATE, publisherName, type RenderOptions, textIfAny } from './options.ts';

export function articleRow(
  { article, body, text }: ArticleSubject,
  claimsCount: number,
  { vocabulary, edition, extra }: RenderOptions,
): ArticleRow {
  const days = daysOf(article.published);
  const full = article.text === 'full' && text.kind === 'body' ? text : null;
  const synopsis = article.text === 'withheld' ? body.replace(/\s+/g, ' ').trim() : '';
  return {
    article_id: article.id,
    title: article.title,
    title_basis: article.title_basis,
    publisher: publisherName(article.publisher, vocabulary),
    publisher_id: article.publisher,
    authors: article.authors,
    url: article.url,
    url_basis: article.url_basis,
    archive_url: article.archive_url,
    published: article.published,
    published_first: days.first,
    published_last: days.last,
    published_basis: article.published_basis,
    language: article.language,
    translated_from: article.translated_from,
    translated_from_basis: article.translated_from_basis ?? null,
    nature: article.nature,
    derived_from: article.derived_from.map(({ what, url }) => (url === null ? what : `${what} <${escapeBar(url)}>`)),
    license: article.rights?.license ?? null,
    rights_holder: article.rights?.holder ?? null,
    text_status: article.text,
    text_sha256: full === null ? (article.capture?.sha256 ?? null) : hash('sha256', full.text, 'hex'),
    text_characters: full === null ? (article.capture?.characters ?? null) : full.points.length,
    synopsis: synopsis === '' ? null : synopsis,
    claims_count: claimsCount,
    kind: article.kind as ArticleRow['kind'],
    ...extraCells(extra.articles, article.extra),
    ...(edition === 'private' ? { article_text: textIfAny(text), ...PRIVATE } : {}),
  };
}
