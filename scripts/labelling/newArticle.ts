// A page that was read and what somebody says of it → an article file and its capture, with `todo` for what is open.
import { createHash } from 'node:crypto';
import type { ReadPage } from '../article/readPage.ts';
import { type Known, renderTemplate, Todo } from '../article/template.ts';
import { UserError } from '../platform/userError.ts';
import type { Project } from '../project/openProject.ts';
import { countCodePoints } from '../values/normalText.ts';
import { isReserved } from '../values/reservedName.ts';
import { toSlug } from '../values/slug.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { chooseId } from './chooseId.ts';

export interface ArticleOptions {
  id?: string | undefined;
  publisher?: string | undefined;
  nature?: string | undefined;
  licence?: string | undefined;
  synopsis?: string | undefined;
}

/** An article as it would be written. */
export interface ArticlePlan {
  id: string;
  /** Paths of the article and of its capture. */
  file: string;
  captureFile: string;
  text: string;
  capture: string;
  /** Places that say `todo`. */
  open: number;
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Whether an article may be called so. */
export function isArticleId(id: string): boolean {
  return SLUG.test(id) && !isReserved(id);
}

/** Nothing is guessed: what the page does not say and nobody has said is `todo`. Throws a UserError for no id. */
export function planArticle(page: ReadPage, options: ArticleOptions, { raw, vocabulary }: Project): ArticlePlan {
  const publisher =
    options.publisher === undefined
      ? findPublisher(page, vocabulary)
      : chooseId(options.publisher, 'publishers', vocabulary);
  const id = options.id ?? proposeId(page, publisher);
  if (!SLUG.test(id))
    throw new UserError(`\`${id}\` is no id. Choose one with --id: lower-case words joined by hyphens.`);
  if (isReserved(id)) throw new UserError(`Windows reserves the name \`${id}\`. Choose another id with --id.`);
  const known = describeArticle(id, page, publisher);
  if (options.nature !== undefined) known['nature'] = options.nature;
  if (options.licence !== undefined)
    known['rights'] = { license: chooseId(options.licence, 'licences', vocabulary), holder: page.publisher };
  const synopsis = options.synopsis === undefined ? '' : `${options.synopsis.trim()}\n`;
  const text = renderTemplate(known, describeClaim(id, page)) + synopsis;
  return {
    id,
    file: `${raw}/articles/${id}.md`,
    captureFile: `${raw}/captures/${id}.txt`,
    text,
    capture: page.text,
    open: text.match(/: todo\b/g)?.length ?? 0,
  };
}

/** The entry of the publisher vocabulary whose domain or name the page has. */
export function findPublisher({ url, publisher }: ReadPage, vocabulary: Vocabulary): string | null {
  const host = url === null ? null : new URL(url.value).hostname;
  const name = publisher?.toLowerCase();
  for (const entry of vocabulary.publishers.values()) {
    const isAt = (domain: string) => host === domain || host?.endsWith(`.${domain}`) === true;
    if (entry.domains?.some(isAt) || entry.name.toLowerCase() === name) return entry.id;
  }
  return null;
}

function proposeId({ url, title, published }: ReadPage, publisher: string | null): string {
  const host = url === null ? null : new URL(url.value).hostname.replace(/^www\./, '').replace(/\.[^.]+$/, '');
  const source = publisher ?? toSlug(host ?? '', 6) ?? toSlug(title?.value ?? '', 6);
  if (!source) throw new UserError('No id can be made of this page. Choose one with --id.');
  return published === null ? source : `${source}-${published.value}`;
}

function describeArticle(id: string, page: ReadPage, publisher: string | null): Known {
  const { title, url, published, language, authors, authorsAsPrinted, text } = page;
  const seen = page.publisher === null ? '' : `the page says: ${page.publisher}`;
  return {
    id,
    title: title?.value ?? new Todo('the headline, or what stands for it'),
    ...(title ? { title_basis: title.basis } : {}),
    publisher: publisher ?? new Todo(`an id of raw/vocabulary/publishers.yml, or null; ${seen}`),
    authors:
      authorsAsPrinted === null
        ? authors.map((name) => name.replace(/[|<>]/g, ' ').replace(/\s+/g, ' ').trim()).filter((name) => name !== '')
        : new Todo(`a list of names, or []; the page says: ${authorsAsPrinted}`),
    url: url?.value ?? null,
    url_basis: url?.basis ?? null,
    published: published?.value ?? new Todo('a date as EDTF: 2024-05-02, 2024-05'),
    ...(published ? { published_basis: published.basis } : {}),
    language: language ?? new Todo('BCP 47: en, cs, zh-Hans'),
    rights: {
      license: new Todo('an id of raw/vocabulary/licences.yml'),
      holder: page.publisher ?? null,
    },
    text: 'withheld',
    capture: {
      file: `${id}.txt`,
      norm: 'norm-1',
      sha256: createHash('sha256').update(text).digest('hex'),
      characters: countCodePoints(text),
    },
  };
}

function describeClaim(id: string, { published }: ReadPage): Known {
  return {
    id: `${id}-c01`,
    claim_date: published?.value ?? new Todo('when the claimant made the claim'),
    claimant: new Todo('an id of raw/vocabulary/entities.yml, or article'),
    verdict: null,
    justification: null,
    status: 'draft',
  };
}
