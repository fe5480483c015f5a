// Findings → a list that says of each where it is, what was expected, what is there and what to do.

import { type Child, h, type Node } from '../nodes/node.ts';
import type { ShownFinding } from '../preview/news.ts';
import { factList, linkView, type Showing } from './showing.ts';
import { plural } from './wording.ts';

const WORDS = { error: 'Error', warning: 'Warning', info: 'Note' } as const;

/** Shows findings; `linked` with a link to the claim, or the article, that each is about. */
export function showFindings(showing: Pick<Showing, 'link'>, findings: readonly ShownFinding[], linked: boolean): Node {
  return h(
    'ul',
    { class: 'findings' },
    findings.map((finding) => showFinding(showing as Showing, finding, linked)),
  );
}

function showFinding(showing: Showing, finding: ShownFinding, linked: boolean): Node {
  const { code, severity, message, place, expected, found, hint, article, claim } = finding;
  const about: Child =
    claim !== null
      ? linkView(showing, { name: 'claim', id: claim }, claim)
      : article !== null && linkView(showing, { name: 'article', id: article }, article);
  return h(
    'li',
    { class: severity },
    h('p', {}, h('b', {}, `${WORDS[severity]} `), h('code', {}, code), ' ', h('bdi', {}, message)),
    factList([
      ['Place', h('code', { dir: 'ltr' }, place)],
      ['Expected', expected],
      ['Found', found],
      ['Hint', hint],
      ['About', linked && about ? about : null],
    ]),
  );
}

/** `1 error, 2 warnings`. */
export function countFindings(findings: readonly ShownFinding[]): string {
  const count = (severity: ShownFinding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts: [number, string][] = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
    [count('info'), 'note'],
  ];
  const said = counts.filter(([number]) => number > 0).map(([number, word]) => plural(number, word));
  return said.length === 0 ? 'No findings' : said.join(', ');
}
