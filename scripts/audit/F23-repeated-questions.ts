// A question is asked once of a claim, and an answer given once.

import { given } from '../exchange/missing.ts';
import type { ListItem } from '../exchange/record.ts';
import { pageOf } from '../values/webPage.ts';
import { listWords } from '../values/words.ts';
import type { AuditRule } from './rule.ts';

const MAPPING = `files: [{ path: claims.jsonl }]
fields: { text: claim }
lists: { evidence: { each: "questions[]", fields: { question: q, answer: a, url: page } } }
`;

export const repeatedQuestions: AuditRule = {
  code: 'F23',
  title: 'A question is asked once of a claim, and an answer given once.',
  severity: 'warning',
  scope: 'list',
  rationale: 'What is given twice looks like two pieces of evidence, and weighs twice where evidence is scored.',
  examples: {
    good: [
      {
        mapping: MAPPING,
        files: {
          'claims.jsonl': '{"claim": "One", "questions": [{"q": "Who?", "a": "A"}, {"q": "When?", "a": "A"}]}\n',
        },
      },
    ],
    bad: [
      {
        mapping: MAPPING,
        files: { 'claims.jsonl': '{"claim": "One", "questions": [{"q": "Who?", "a": "A"}, {"q": "WHO", "a": "B"}]}\n' },
        at: 'WHO',
      },
    ],
  },
  open(data, report) {
    if (!data.itemField('evidence', 'question') && !data.itemField('evidence', 'answer')) return {};
    const nested = data.itemField('evidence', 'question')?.steps[0]?.kind === 'parent';
    return {
      record(record, number) {
        const evidence = record.lists.evidence ?? [];
        if (evidence.length < 2) return;
        const asked = new Map<string, string>();
        const answered = new Map<string, ListItem>();
        const told = new Set<string>();
        for (const item of evidence) {
          const question = fold(item.values['question']);
          // Where a question holds its answers it is one question, however many there are.
          const asker = nested ? item.holder : item.pointer;
          const first = asked.get(question);
          const again = question !== '' && first !== undefined && first !== asker;
          if (first === undefined) asked.set(question, asker);
          const answer = fold(item.values['answer']);
          const url = given(item.values['url']);
          const whole = `${question}\n${answer}\n${url === null ? '' : pageOf(url)}`;
          const twin = answer === '' ? undefined : answered.get(whole);
          if (answer !== '' && !twin) answered.set(whole, item);
          if (twin) {
            report({
              place: data.placeInItem(record, 'evidence', item, 'answer'),
              rows: [number],
              message: 'The question, its answer and the page are given twice.',
              found: item.values['answer'] ?? '',
              related: [
                { ...data.placeInItem(record, 'evidence', twin, 'answer'), message: 'They are first given here.' },
              ],
            });
          }
          if (again && !told.has(asker)) {
            told.add(asker);
            report({
              place: data.placeInItem(record, 'evidence', item, 'question'),
              rows: [number],
              message: 'The question is asked twice of the claim.',
              found: item.values['question'] ?? '',
            });
          }
        }
      },
    };
  },
};

function fold(text: string | null | undefined): string {
  const value = given(text);
  return value === null ? '' : listWords(value).join(' ');
}
