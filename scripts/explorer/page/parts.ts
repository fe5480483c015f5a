// Values of a claim → the small pieces that several views show.
import { isWebAddress } from '../../values/webAddress.ts';
import { citeApa, citeBibtex } from '../citation.ts';
import type { CoreClaim } from '../pageData.ts';
import { type PageMeta, verdictMark } from '../pageMeta.ts';
import { groupDigits } from '../view/groupDigits.ts';
import { guessLanguage } from '../view/textLanguage.ts';
import { drawMark, h } from './dom.ts';
import { copyText } from './saving.ts';

/** A verdict as its mark and its label. */
export function showVerdict(meta: PageMeta, id: string): HTMLElement {
  const at = meta.verdicts.findIndex((verdict) => verdict.id === id);
  return h(
    'span',
    { class: 'verdict' },
    drawMark(verdictMark(at), `v${at}`),
    h('bdi', {}, meta.verdicts[at]?.label ?? id),
  );
}

/** A link out of the page, or the bare text where the address is none that a browser should open. */
export function linkOut(url: string | null, text: string): HTMLElement {
  if (url === null || !isWebAddress(url)) return h('bdi', {}, text);
  return h('a', { href: url, rel: 'noopener noreferrer', dir: 'auto' }, text);
}

/** Language and direction of a text in the project's own words. */
export function ownWords(
  text: string,
  claim: Pick<CoreClaim, 'source_language'>,
): { dir: string; lang: string | null } {
  return { dir: 'auto', lang: guessLanguage(text, claim.source_language) };
}

/** Whether a quotation brings its own marks, so that it needs none around it. */
export function isQuoted(text: string): boolean {
  return /^["“”„«»‹›「『]/u.test(text);
}

/** An identifier of a vocabulary as words: `not_enough` as `not enough`. */
export function words(id: string): string {
  return id.replaceAll(/[_-]/g, ' ');
}

/** A count with its noun. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${groupDigits(count)} ${count === 1 ? one : many}`;
}

/** How a claim is cited, in both styles, each with a button that copies it. */
export function showCitations(meta: PageMeta, claim: CoreClaim): HTMLElement[] {
  const web = /^https?:$/.test(location.protocol) && !/^(?:localhost|127\.|\[::1\])/.test(location.host);
  const cited = { id: claim.claim_id, text: claim.claim, url: web ? location.href : null };
  return [
    ...showCopied('p', 'APA', citeApa(meta.citation, cited)),
    ...showCopied('pre', 'BibTeX', citeBibtex(meta.citation, cited)),
  ];
}

function showCopied(element: 'p' | 'pre', name: string, text: string): HTMLElement[] {
  const button = h('button', { type: 'button', 'aria-label': `Copy the ${name} citation` }, 'Copy');
  button.addEventListener('click', () => void copyText(text, button));
  const scrolls = element === 'pre' ? { tabindex: 0 } : { dir: 'auto' };
  return [h('h3', {}, name), h(element, { class: 'citation', ...scrolls }, text), button];
}
