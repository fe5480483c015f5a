// Labels as programs and people write them: a vote, evidence, a claim and a verdict are added, and no other line changes.
import { diffLines } from 'diff';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { makeLabels } from '../../bench/labels.ts';
import { STYLES, type Style } from '../../bench/styles.ts';
import { applyChange } from '../../scripts/edits/applyChange.ts';
import type { ValueChange } from '../../scripts/edits/edit.ts';
import { editFile } from '../../scripts/edits/editFile.ts';
import { CORE_SCHEMA } from '../../scripts/yaml/coreSchema.ts';
import { splitFrontMatter } from '../../scripts/yaml/frontMatter.ts';

const VOTE = { annotator: 'a9', verdict: 'refuted', confidence: 'low', date: '2024-06-01', guideline: '1' };
const EVIDENCE = {
  id: 'e9',
  url: 'https://a.example/',
  title: 'Заголовок: «так»',
  stance: 'context',
  shows: '顯示 # 數',
};
const CLAIM = {
  id: 'x-c99',
  text: 'نص: "المطالبة"',
  quote: 'a: b',
  anchor: { start: 1, end: 5 },
  topics: ['x'],
  status: 'draft',
};
const CHANGES: readonly (readonly [ValueChange, lines: number])[] = [
  [{ kind: 'append', pointer: '/claims/0/annotations', value: VOTE }, 0],
  [{ kind: 'append', pointer: '/claims/0/evidence', value: EVIDENCE }, 0],
  [{ kind: 'append', pointer: '/claims', value: CLAIM }, 0],
  [{ kind: 'append', pointer: '/claims/0/same_as', value: 'x-c02' }, 1],
  [{ kind: 'set', pointer: '/claims/0/verdict', value: null }, 1],
  [{ kind: 'set', pointer: '/claims/0/status', value: 'adjudicated' }, 1],
  [{ kind: 'set', pointer: '/claims/0/adjudication', value: 'a3: так, "ні"' }, 1],
  [{ kind: 'set', pointer: '/claims/0/withdrawn', value: { date: '2024-06-01', reason: 'No: claim' } }, 1],
];

const read = (text: string) => {
  const parts = splitFrontMatter(text);
  if ('message' in parts) throw new Error(parts.message);
  return load(parts.yaml, { schema: CORE_SCHEMA });
};

test.each(Object.keys(STYLES) as Style[])('%s', (name) => {
  const { scripts = false, write } = STYLES[name];
  for (let i = 0; i < 3; i++) {
    const labels = makeLabels(i, { articles: 8, seed: 1, scripts });
    const text = `---\n${write(labels)}---\n${labels.body}`;
    for (const [change, mostGone] of CHANGES) {
      const edited = editFile('raw/articles/x.md', text, [change]);
      if ('problem' in edited) throw new Error(`${change.pointer}: ${edited.problem}`);
      expect(read(edited.text)).toEqual(applyChange(read(text), change));
      const gone = diffLines(text, edited.text).filter(({ removed }) => removed);
      expect(gone.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBeLessThanOrEqual(mostGone);
    }
  }
});
