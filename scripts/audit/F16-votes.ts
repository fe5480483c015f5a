// A label is what the votes say, and a decided claim has evidence.
import { given } from '../exchange/missing.ts';
import type { Value } from '../exchange/record.ts';
import { MAJORITY } from './declarations.ts';
import type { AuditRule } from './rule.ts';

const MAPPING = `files: [{ path: claims.jsonl }]
fields: { text: claim, verdict: label }
lists: { annotations: { each: "votes[]", fields: { verdict: "." } } }
declared: { votes: { rule: majority, tie: NEI } }
`;

export const votes: AuditRule = {
  code: 'F16',
  title: 'A label is what the votes say, and a decided claim has evidence.',
  severity: 'error',
  scope: 'list',
  rationale:
    'A label that its own votes contradict is a slip of a program or a hand. So is evidence under a verdict that says there is none, and a decision without any. Judged as far as the mapping declares `votes` and `undecided`.',
  examples: {
    good: [
      {
        mapping: MAPPING,
        files: { 'claims.jsonl': '{"claim": "One", "label": "NEI", "votes": ["yes", "no", null]}\n' },
      },
    ],
    bad: [
      {
        mapping: MAPPING,
        files: { 'claims.jsonl': '{"claim": "One", "label": "no", "votes": ["yes", "yes", "no"]}\n' },
        at: 'no',
      },
    ],
  },
  open(data, report) {
    const { declared } = data.mapping;
    const rule = declared.votes === 'majority-tie-nei' ? MAJORITY : (declared.votes ?? null);
    const undecided = declared.undecided ? new Set(declared.undecided) : null;
    return {
      record(record, number) {
        const { evidence = [], annotations } = record.lists;
        const verdict = given(record.values.verdict);
        if (rule) {
          if (annotations)
            compare(
              annotations.map(({ values }) => values['verdict']),
              verdict,
              rule.tie,
              number,
              () => data.placeOf(number, 'verdict'),
            );
          for (const item of evidence)
            if (item.many['votes'])
              compare(item.many['votes'], given(item.values['stance']), rule.tie, number, () =>
                data.placeInItem(record, 'evidence', item, 'stance'),
              );
        }
        if (
          undecided &&
          verdict !== null &&
          undecided.has(verdict) === evidence.some(({ values }) => namesPage(values))
        )
          report({
            place: data.placeOf(number, 'verdict'),
            rows: [number],
            message: undecided.has(verdict)
              ? 'The verdict is that nothing decides, and evidence is given.'
              : 'The claim is decided without evidence.',
            found: verdict,
          });
      },
    };

    function compare(
      all: readonly Value[],
      is: string | null,
      tie: string,
      number: number,
      place: () => ReturnType<typeof data.placeOf>,
    ): void {
      const expected = majorityOf(all, tie);
      if (expected === null || is === null || expected === is) return;
      report({
        place: place(),
        rows: [number],
        message: 'The label is not what the votes say.',
        expected,
        found: is,
      });
    }
  },
};

function namesPage(values: Readonly<Record<string, Value>>): boolean {
  return ['url', 'page', 'text', 'answer'].some((role) => given(values[role]) !== null);
}

/** The commonest vote, or what a tie is; null where there are no votes. */
function majorityOf(all: readonly Value[], tie: string): string | null {
  const counts = new Map<string, number>();
  for (const vote of all) if (typeof vote === 'string' && vote !== '') counts.set(vote, (counts.get(vote) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (!first) return null;
  return second && second[1] === first[1] ? tie : first[0];
}
