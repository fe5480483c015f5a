// Text is what it looks like, and harms nobody who opens it.
import { given } from '../exchange/missing.ts';
import type { RecordPlace } from '../exchange/record.ts';
import type { Severity } from '../findings/finding.ts';
import { findHostile, HOSTILE, type Hostile, nameSign } from './hostileText.ts';
import type { AuditRule } from './rule.ts';

const SEVERITY: Readonly<Record<Hostile, Severity>> = {
  formula: 'warning',
  bidi: 'error',
  control: 'error',
  mojibake: 'warning',
  invisible: 'warning',
  markup: 'warning',
  'line break': 'info',
};

const SAYS: Readonly<Record<Hostile, string>> = {
  formula: 'A spreadsheet would run this text as a formula.',
  bidi: 'A sign reorders this text, so that it reads otherwise than it is written.',
  control: 'A control character stands in this text.',
  mojibake: 'Letters of this text were decoded in the wrong encoding.',
  invisible: 'A sign that nobody sees stands in this text.',
  markup: 'Markup stands in this text.',
  'line break': 'The text holds a line break.',
};

/** Claims, names and labels; of the record itself and of its items. */
const OWN = ['text', 'claimant', 'verdict', 'claimant_role'] as const;
const OF_EVIDENCE = ['text', 'question', 'answer', 'explanation', 'title'];

export const hostileText: AuditRule = {
  code: 'F18',
  title: 'Text is what it looks like, and harms nobody.',
  severity: 'error',
  scope: 'row',
  rationale:
    'Overrides of direction and control characters are errors; formulas, letters in the wrong encoding, invisible signs and markup are warnings; a line break is noted. One kind is told for each record, the most dangerous. In the text of evidence, which is as its source wrote it, all are notes.',
  examples: {
    good: [{ why: 'a number with a sign', files: { 'claims.csv': 'id,claim,verdict\n1,-5,true\n' } }],
    bad: [
      { files: { 'claims.csv': 'id,claim,verdict\n1,A reversed \u202Eword,true\n' }, at: 'reversed' },
      { files: { 'claims.csv': 'id,claim,verdict\n1,A bell\u0007 rings,true\n' }, at: 'rings' },
    ],
  },
  open(data, report) {
    const tell = (kind: Hostile, text: string, number: number, place: RecordPlace, severity: Severity) => {
      const sign = nameSign(text, kind);
      report({
        place,
        rows: [number],
        message: SAYS[kind],
        severity,
        found: sign === null ? text : `${sign} in: ${text}`,
      });
    };
    return {
      record(record, number) {
        let worst: { kind: Hostile; role: (typeof OWN)[number]; text: string } | null = null;
        for (const role of OWN) {
          const text = given(record.values[role]);
          const kind = text === null ? null : findHostile(text);
          if (kind !== null && text !== null && (!worst || HOSTILE.indexOf(kind) < HOSTILE.indexOf(worst.kind)))
            worst = { kind, role, text };
        }
        if (worst) tell(worst.kind, worst.text, number, data.placeOf(number, worst.role), SEVERITY[worst.kind]);
        for (const item of record.lists.evidence ?? [])
          for (const role of OF_EVIDENCE) {
            const text = given(item.values[role]);
            const kind = text === null ? null : findHostile(text);
            if (kind !== null && text !== null)
              tell(kind, text, number, data.placeInItem(record, 'evidence', item, role), 'info');
          }
      },
    };
  },
};
