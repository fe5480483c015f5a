// A sentence number names a sentence that is there.
import { given } from '../exchange/missing.ts';
import type { AuditRule } from './rule.ts';

const MAPPING = `files: [{ path: claims.jsonl }]
fields: { text: claim }
lists:
  evidence: { each: "sentences[]", fields: { text: "." } }
  rationales: { each: "supporting[]", fields: { sentences: "[]" } }
`;

export const sentenceNumbers: AuditRule = {
  code: 'F24',
  title: 'A sentence number names a sentence that is there, once.',
  severity: 'error',
  scope: 'list',
  rationale:
    'A number out of range, of an empty sentence, or twice in one group is an offset that went wrong: the evidence is another sentence than was meant.',
  examples: {
    good: [
      {
        mapping: MAPPING,
        files: { 'claims.jsonl': '{"claim": "One", "sentences": ["A.", "", "C."], "supporting": [[0, 2]]}\n' },
      },
    ],
    bad: [
      {
        mapping: MAPPING,
        files: { 'claims.jsonl': '{"claim": "One", "sentences": ["A.", "B."], "supporting": [[0, 2]]}\n' },
        at: '[',
      },
      {
        mapping: MAPPING,
        files: { 'claims.jsonl': '{"claim": "One", "sentences": ["A.", ""], "supporting": [[1]]}\n' },
        at: '[',
      },
      {
        mapping: MAPPING,
        files: { 'claims.jsonl': '{"claim": "One", "sentences": ["A.", "B."], "supporting": [[1, 1]]}\n' },
        at: '[',
      },
    ],
  },
  open(data, report) {
    if (!data.itemField('rationales', 'sentences')) return {};
    const first = data.mapping.declared.first_sentence ?? 0;
    return {
      record(record, number) {
        const all = sentencesOf(record);
        for (const item of record.lists.rationales ?? []) {
          const seen = new Set<string>();
          (item.many['sentences'] ?? []).forEach((written) => {
            const text = written ?? '';
            const index = /^\d{1,9}$/.test(text) ? Number(text) - first : -1;
            const problem =
              index < 0 || index >= all.length
                ? 'There is no sentence of this number.'
                : given(all[index]) === null
                  ? 'The sentence of this number is empty.'
                  : seen.has(text)
                    ? 'The number stands twice in one group.'
                    : null;
            seen.add(text);
            if (problem === null) return;
            report({
              place: { ...data.placeInItem(record, 'rationales', item, 'sentences'), pointer: item.pointer },
              rows: [number],
              message: problem,
              expected: `a number from ${first} to ${first + all.length - 1}`,
              found: text === '' ? 'nothing' : text,
            });
          });
        }
      },
    };

    /** All sentences in place, empty ones too: a list drops what is missing, and numbers count it. */
    function sentencesOf(
      record: Parameters<NonNullable<ReturnType<AuditRule['open']>['record']>>[0],
    ): readonly (string | null)[] {
      const sentences: (string | null)[] = [];
      for (const { values, pointer } of record.lists.evidence ?? []) {
        const at = Number(pointer.slice(pointer.lastIndexOf('/') + 1));
        while (sentences.length < at) sentences.push(null);
        sentences[at] = values['text'] ?? null;
      }
      return sentences;
    }
  },
};
