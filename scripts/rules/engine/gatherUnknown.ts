// Findings → the same, with one for all ids of a vocabulary that defines none.
import type { Finding } from '../../findings/finding.ts';
import { vocabularyAt } from '../../vocabulary/places.ts';
import type { Vocabulary, VocabularyName } from '../../vocabulary/vocabulary.ts';
import { ruleOf } from './catalogue.ts';
import { toFinding } from './rule.ts';

/** Where a vocabulary is empty or missing, every id of it is unknown for that one reason. */
export function gatherUnknown(findings: readonly Finding[], vocabulary: Vocabulary): Finding[] {
  const gathered = new Map<VocabularyName, Finding[]>();
  const kept: Finding[] = [];
  for (const finding of findings) {
    const name = finding.code === 'V01' ? vocabularyAt(finding.pointer ?? '') : null;
    const list = name === null ? undefined : gathered.get(name);
    if (name === null || vocabulary[name].size > 0) kept.push(finding);
    else if (list) list.push(finding);
    else gathered.set(name, [finding]);
  }
  for (const [name, list] of gathered) {
    const [first] = list;
    if (!first) continue;
    if (list.length === 1) kept.push(first);
    else kept.push(toFinding(ruleOf('V01'), { ...describe(vocabulary.files[name], list), code: 'V01' }));
  }
  return kept;
}

function describe(file: string, list: readonly Finding[]) {
  const ids = new Set(list.map(({ found }) => found));
  const [first] = list;
  return {
    file,
    message: `${file} defines nothing, and ${list.length} places name ${ids.size === 1 ? 'an entry' : `${ids.size} entries`} of it.`,
    expected: 'an entry for each id that articles name',
    hint: `the first is \`${first?.found}\``,
    related: first ? [{ file: first.file, pointer: first.pointer ?? '', message: 'It is first named here.' }] : [],
  };
}
