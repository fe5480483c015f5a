// A label follows from the labels that it is declared to follow from.
import { given } from '../exchange/missing.ts';
import { escapeToken } from '../exchange/path.ts';
import { toText } from '../exchange/readJson.ts';
import type { ForeignRecord } from '../exchange/record.ts';
import { type Aggregate, FEVER } from './declarations.ts';
import type { AuditRule } from './rule.ts';

const MAPPING = `files: [{ path: claims.csv }]
fields: { text: claim, verdict: label }
extra: [verifiable]
declared: { derived: { verifiable: { from: label, map: { SUPPORTS: "yes", NEI: "no" } } } }
`;

export const derivations: AuditRule = {
  code: 'F15',
  title: 'A label follows from the labels that it is declared to follow from.',
  severity: 'error',
  scope: 'row',
  rationale:
    'Where a paper says how one label makes another, a row that says otherwise is wrong in one of the two. The mapping declares the rule.',
  examples: {
    good: [{ mapping: MAPPING, files: { 'claims.csv': 'claim,label,verifiable\nOne,SUPPORTS,yes\nTwo,NEI,no\n' } }],
    bad: [{ mapping: MAPPING, files: { 'claims.csv': 'claim,label,verifiable\nOne,SUPPORTS,no\n' }, at: 'no' }],
  },
  open(data, report) {
    const { declared } = data.mapping;
    const derived = Object.entries(declared.derived ?? {});
    const label = declared.label === 'fever-aggregate' ? FEVER : (declared.label ?? null);
    return {
      record(record, number) {
        if (label) judgeLabel(record, number, label);
        for (const [field, { from, map }] of derived) {
          const source = toText(record.value[from]);
          const is = toText(record.value[field]);
          if (typeof source !== 'string' || !Object.hasOwn(map, source) || is === map[source]) continue;
          report({
            place: { ...data.placeOf(number), pointer: `/${escapeToken(field)}` },
            rows: [number],
            message: `The field \`${field}\` does not follow from \`${from}\`.`,
            expected: `${map[source]}, since \`${from}\` is ${source}`,
            found: is ?? 'nothing',
          });
        }
      },
    };

    function judgeLabel(record: ForeignRecord, number: number, names: Aggregate): void {
      const is = given(record.values.verdict);
      if (is === null) return;
      const stances = new Set((record.lists.evidence ?? []).map(({ values }) => values['stance']));
      const [supports, refutes] = [stances.has(names.supports), stances.has(names.refutes)];
      const expected =
        supports && refutes ? names.both : supports ? names.supports : refutes ? names.refutes : names.neither;
      if (is === expected) return;
      report({
        place: data.placeOf(number, 'verdict'),
        rows: [number],
        message: 'The verdict does not follow from the labels of the evidence.',
        expected,
        found: is,
      });
    }
  },
};
