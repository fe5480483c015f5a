// An article → over each of its claims, what it comes to: verdict, status, votes and evidence.
import type { CodeLens } from 'vscode-languageserver';
import { isMap, isSeq, type Node, type YAMLMap } from 'yaml';
import { sanitiseForTerminal } from '../findings/sanitise.ts';
import { countOf } from '../values/countOf.ts';
import { votesOf } from '../votes/joinVotes.ts';
import { findNode } from '../yaml/syntax.ts';
import { textUnder } from './tree.ts';
import { openFile, type View } from './view.ts';

/** A line of words over each claim, which does nothing when it is clicked. */
export function listLenses(view: View, file: string): CodeLens[] {
  const opened = file.endsWith('.md') ? openFile(view, file) : null;
  const claims = opened && findNode(opened.root, ['claims']).node;
  if (!opened || !isSeq(claims)) return [];
  return claims.items.flatMap((claim): CodeLens[] => {
    if (!isMap(claim) || !claim.range) return [];
    const at = opened.source.position(claim.range[0] + opened.start);
    return [{ range: { start: at, end: at }, command: { title: sumUp(view, file, claim), command: '' } }];
  });
}

function sumUp({ project }: View, file: string, claim: YAMLMap): string {
  const id = textUnder(claim, 'verdict');
  const own = textUnder(claim, 'id');
  const cast = votesOf(file, project.votes)?.filter((vote) => vote.claim === own).length ?? 0;
  const evidence = listMaps(claim, 'evidence');
  const origins = new Set(evidence.flatMap((item) => textUnder(item, 'origin') ?? []));
  const words = [
    (id === null ? null : project.vocabulary.verdicts.get(id)?.label) ?? id ?? 'no verdict',
    textUnder(claim, 'status'),
    countOf(listMaps(claim, 'annotations').length + cast, 'vote'),
    countOf(evidence.length, 'source') + (origins.size > 0 ? `, ${countOf(origins.size, 'origin')}` : ''),
  ];
  return sanitiseForTerminal(words.filter((word) => word !== null).join(' · '));
}

function listMaps(claim: YAMLMap, key: string): YAMLMap[] {
  const list = claim.get(key, true) as Node | undefined;
  return isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
}
