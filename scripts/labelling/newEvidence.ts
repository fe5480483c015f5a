// A page that was read and what somebody says of it → a piece of evidence of a claim.
import type { ReadPage } from '../article/readPage.ts';
import { TODO } from '../edits/splice.ts';
import { UserError } from '../platform/userError.ts';
import { type Act, type Labels, listOf, nextNumber } from './labels.ts';
import { publishDraft } from './publishDraft.ts';

export interface EvidenceOptions {
  url?: string | undefined;
  archiveUrl?: string | undefined;
  title?: string | undefined;
  publisher?: string | undefined;
  origin?: string | undefined;
  published?: string | undefined;
  publishedBasis?: string | undefined;
  accessed?: string | undefined;
  language?: string | undefined;
  stance?: string | undefined;
  shows?: string | undefined;
  quote?: string | undefined;
}

/**
 * Adds the piece behind the last one, with the next number. What was typed goes before what was read; the basis of a
 * day that was typed is for a person to say.
 * @param page what was read of the page; null where it was not read
 */
export function newEvidence(labels: Labels, claimId: string, options: EvidenceOptions, page: ReadPage | null): Act {
  const place = labels.claim(claimId);
  const { file, claim, pointer } = place;
  if (claim['status'] === 'withdrawn') throw new UserError(`${claimId} is withdrawn: it changes no more.`);
  const released = [...labels.releasedIds('evidence')].flatMap((id) =>
    id.startsWith(`${claimId}-`) ? [id.slice(claimId.length + 1)] : [],
  );
  const id = `e${nextNumber('e', [...listOf(claim['evidence']).map((item) => String(item['id'])), ...released])}`;
  const piece = describePiece(id, options, page);
  const open = Object.keys(piece).filter((key) => piece[key] === TODO);
  const then = publishDraft(labels, place, { ...claim, evidence: [...listOf(claim['evidence']), piece] });
  return {
    claim: claimId,
    changes: new Map([[file, [{ kind: 'append', pointer: `${pointer}/evidence`, value: piece }, ...then.changes]]]),
    said: [`${claimId}: evidence ${id} is added${then.said}.`, ...open.map((key) => `  ${key}: todo`)],
  };
}

/** The keys of a piece of evidence in their order, with `todo` for what neither the page nor anybody says. */
export function describePiece(id: string, options: EvidenceOptions, page: ReadPage | null): Record<string, unknown> {
  const readTitle = options.title === undefined ? page?.title : null;
  const readDay = options.published === undefined ? page?.published : null;
  const published = options.published ?? readDay?.value;
  const accessed = options.accessed;
  const language = options.language ?? page?.language;
  return {
    id,
    url: options.url ?? page?.url?.value ?? TODO,
    ...(options.archiveUrl !== undefined && { archive_url: options.archiveUrl }),
    title: options.title ?? readTitle?.value ?? TODO,
    // A first line of a text is no title of a page.
    ...(readTitle && readTitle.basis !== 'content' && { title_basis: readTitle.basis }),
    publisher: options.publisher ?? page?.publisher ?? TODO,
    ...(options.origin !== undefined && { origin: options.origin }),
    ...(published !== undefined && { published }),
    ...(published !== undefined && { published_basis: options.publishedBasis ?? readDay?.basis ?? TODO }),
    ...(accessed !== undefined && { accessed }),
    stance: options.stance ?? TODO,
    shows: options.shows ?? TODO,
    ...(options.quote !== undefined && { quote: options.quote }),
    ...(language && { language }),
  };
}
