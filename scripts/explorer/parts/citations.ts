// The dataset or one of its claims → how to cite it, each form with a button that copies it.
import { citeApa, citeBibtex, citeCsl } from '../citation.ts';
import { h, type Node } from '../nodes/node.ts';
import { type ListedClaim, nameRuling, type Showing } from './showing.ts';

export function showCitations(showing: Pick<Showing, 'meta' | 'address'>, claim?: ListedClaim): Node[] {
  const { citation } = showing.meta;
  const cited = claim && {
    id: claim.claim_id,
    text: claim.claim,
    verdict: nameRuling(showing, claim),
    url: showing.address({ name: 'claim', id: claim.claim_id }),
  };
  return [
    ...showCopied('p', `cite-${cited?.id ?? 'dataset'}-apa`, 'APA', citeApa(citation, cited)),
    ...showCopied('pre', `cite-${cited?.id ?? 'dataset'}-bibtex`, 'BibTeX', citeBibtex(citation, cited)),
    h(
      'p',
      { class: 'live' },
      h(
        'button',
        {
          type: 'button',
          'data-save': `${cited?.id ?? citation.name}.csl.json`,
          'data-text': citeCsl(citation, cited),
        },
        'Save for Zotero and others (CSL JSON)',
      ),
    ),
  ];
}

/** The form is English: it reads from left to right, whatever the script of the titles in it. */
function showCopied(element: 'p' | 'pre', id: string, name: string, text: string): Node[] {
  const scrolls = element === 'pre' ? { tabindex: 0 } : null;
  return [
    h('h3', {}, name),
    h(element, { class: 'citation', id, ...scrolls }, text),
    h('button', { type: 'button', class: 'live', 'data-copy': id, 'aria-label': `Copy the ${name} citation` }, 'Copy'),
  ];
}
