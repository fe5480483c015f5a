// A quotation of an article and what somebody says of it → a claim, with `todo` for what they have still to decide.
import type { ValueChange } from '../edits/edit.ts';
import { TODO } from '../edits/splice.ts';
import { readSourceText } from '../platform/reading.ts';
import { UserError } from '../platform/userError.ts';
import { chooseId } from './chooseId.ts';
import { type Act, type ArticlePlace, decided, type Labels, nextNumber } from './labels.ts';
import { type Anchor, findAnchor, findPlaces, readArticleText } from './quotation.ts';
import { type Suggestion, suggestFor } from './suggest.ts';

export interface ClaimOptions {
  /** Id of the article; without it the one that the quotation stands in. */
  article?: string | undefined;
  quote?: string | undefined;
  /** Which of several places of the quotation is meant, from 1. */
  place?: number | undefined;
  text?: string | undefined;
  claimant?: string | undefined;
  role?: string | undefined;
  claimDate?: string | undefined;
  eventDate?: string | undefined;
  type?: string | undefined;
  topics?: readonly string[] | undefined;
  verdict?: string | undefined;
  justification?: string | undefined;
}

/** Where a claim would stand, and what suggests itself for it. */
export interface ClaimPlan {
  place: ArticlePlace;
  anchor: Anchor | null;
  suggestion: Suggestion;
}

/** Finds the article and the quotation in it. Throws a UserError where either is not there. */
export function planClaim(labels: Labels, { article, quote, place: nth }: ClaimOptions): ClaimPlan {
  const place = labels.article(article ?? findQuoted(labels, quote));
  const text = readArticleText(place.file, labels.text(place.file), labels.project);
  const anchor = quote === undefined ? null : findAnchor(text, quote, nth);
  return { place, anchor, suggestion: suggestFor(place, text, anchor, labels.project.vocabulary) };
}

/** The one article in which the words stand. */
function findQuoted({ project }: Labels, quote: string | undefined): string {
  if (quote === undefined) throw new UserError('Name the article with --article, or quote it with --quote.');
  const found = project.articleFiles.filter((file) => {
    const text = readSourceText(file);
    return text !== null && findPlaces(readArticleText(file, text, project), quote).length > 0;
  });
  const ids = found.map((file) => file.replace(/^.*\/|\.md$/g, ''));
  if (ids.length === 1) return ids[0] as string;
  throw new UserError(
    ids.length === 0
      ? 'The quotation stands in no article whose text is at hand, letter for letter: name the article with --article, and what it has instead is told.'
      : `The quotation stands in ${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ' and others' : ''}: name one with --article.`,
  );
}

/** Writes a draft: into the empty claim that `new` has left, else behind the last claim, with the next number. */
export function newClaim(labels: Labels, options: ClaimOptions): Act {
  const { place, anchor, suggestion } = planClaim(labels, options);
  const { vocabulary } = labels.project;
  const empty = place.claims.findIndex(isUntouched);
  const ids = [...place.claims.map((claim) => String(claim['id'])), ...labels.releasedIds('claims', 'withdrawn')];
  const id =
    empty >= 0
      ? String(place.claims[empty]?.['id'])
      : `${place.id}-c${String(nextNumber(`${place.id}-c`, ids)).padStart(2, '0')}`;
  const claimant = options.claimant === undefined ? TODO : chooseClaimant(options.claimant, labels);
  // What the article says in its own voice it says on the day it is published.
  const day = options.claimDate ?? (claimant === 'article' ? suggestion.claim_date : null) ?? TODO;
  const claim: Record<string, unknown> = {
    id,
    text: options.text ?? TODO,
    quote: options.quote ?? TODO,
    ...(anchor && { anchor }),
    claimant,
    ...(options.role !== undefined && { claimant_role: options.role }),
    claim_date: day,
    ...(options.eventDate !== undefined && { event_date: options.eventDate }),
    type: options.type ?? TODO,
    ...(options.topics && { topics: options.topics.map((topic) => chooseId(topic, 'topics', vocabulary)) }),
    ...(options.verdict !== undefined && { verdict: chooseId(options.verdict, 'verdicts', vocabulary) }),
    ...(options.justification !== undefined && { justification: options.justification }),
    status: 'draft',
  };
  const changes: ValueChange[] =
    empty >= 0
      ? Object.entries(claim)
          .filter(([key]) => key !== 'id' && key !== 'status')
          .map(([key, value]) => ({ kind: 'set', pointer: `/claims/${empty}/${key}`, value }))
      : [{ kind: 'append', pointer: '/claims', value: claim }];
  const open = Object.entries(claim).filter(([, value]) => value === TODO);
  const guess = (key: string) => (suggestion as unknown as Record<string, string | null>)[key] ?? null;
  return {
    claim: id,
    changes: new Map([[place.file, changes]]),
    said: [
      `${id}: written as a draft.`,
      ...open.map(([key]) => `  ${key}: todo${guess(key) === null ? '' : `, perhaps \`${guess(key)}\``}`),
    ],
  };
}

/** The claim that an article begins with, of which nothing has been decided. */
function isUntouched(claim: Readonly<Record<string, unknown>>): boolean {
  return claim['status'] === 'draft' && claim['text'] === TODO && decided(claim['quote']) === null;
}

export function chooseClaimant(typed: string, { project: { vocabulary } }: Labels): string {
  return typed === 'article' ? typed : chooseId(typed, 'entities', vocabulary);
}
