// A place for the id of a claim → the claims that it may name, the likeliest first.

import { CompletionItemKind } from 'vscode-languageserver';
import { isScalar, isSeq } from 'yaml';
import { findNode } from '../yaml/syntax.ts';
import { type Place, type Proposal, proposeValue } from './proposal.ts';
import { textUnder } from './tree.ts';
import { openFile } from './view.ts';

/** So many claims are proposed at once; more come as more is written. */
const MOST = 100;

/** `own`: claims of the article itself alone. Else those of all articles, by how many words they share. */
export function completeClaims(place: Place, own: boolean): { items: Proposal[]; isIncomplete: boolean } {
  const { view, file, cursor } = place;
  const { facts } = view;
  const { root } = openFile(view, file) ?? { root: null };
  const claim = findNode(root, cursor.path.slice(0, 2)).node;
  const id = textUnder(claim, 'id');
  const current = id === null ? -1 : facts.find(id);
  const list = findNode(root, cursor.path.slice(0, 3)).node;
  const named = new Set(isSeq(list) ? list.items.map((item) => (isScalar(item) ? String(item.value) : '')) : []);
  const typed = cursor.typed.replace(/^["']/, '');
  const found: { claim: number; shared: number }[] = [];
  for (let other = 0; other < facts.size; other++) {
    if (other === current || named.has(facts.id(other)) || !facts.id(other).includes(typed)) continue;
    if (own ? facts.file(other) === file : facts.isLive(other))
      found.push({ claim: other, shared: own || current < 0 ? 0 : facts.countShared(current, other) });
  }
  found.sort((a, b) => b.shared - a.shared || a.claim - b.claim);
  return {
    isIncomplete: found.length > MOST,
    items: found.slice(0, MOST).map(({ claim: other }) => ({
      ...proposeValue(place, facts.id(other)),
      kind: CompletionItemKind.Reference,
      detail: [facts.verdict(other), facts.status(other)].filter((word) => word !== null).join(', '),
      data: { claim: facts.id(other) },
    })),
  };
}
