// A date is a day of the calendar, in the form that the mapping names.
import { readDate } from '../exchange/dateForm.ts';
import type { Field } from '../exchange/mapping.ts';
import { given } from '../exchange/missing.ts';
import type { AuditRule } from './rule.ts';

const DATES = new Set(['claim_date', 'published']);

export const dates: AuditRule = {
  code: 'F05',
  title: 'A date exists, and has the declared form.',
  severity: 'error',
  scope: 'list',
  rationale: "A date in another form is read wrong in silence, mostly with day and month in each other's place.",
  examples: {
    good: [
      {
        mapping: 'files: [{ path: claims.csv }]\nfields: { text: claim, claim_date: { path: day, form: D-M-YYYY } }\n',
        files: { 'claims.csv': 'claim,day\nOne,28-2-2021\nTwo,\n' },
      },
    ],
    bad: [
      {
        mapping: 'files: [{ path: claims.csv }]\nfields: { text: claim, claim_date: { path: day, form: D-M-YYYY } }\n',
        files: { 'claims.csv': 'claim,day\nOne,31-2-2021\n' },
        at: '31-2-2021',
      },
    ],
  },
  open(data, report) {
    const { mapping } = data;
    const tell = (field: Field, value: string, number: number, place: () => ReturnType<typeof data.placeOf>) => {
      if (readDate(value, field.form)) return;
      report({
        place: place(),
        rows: [number],
        message: 'This is no date in the declared form.',
        expected: field.form === null ? 'a date as YYYY-MM-DD, YYYY-MM or YYYY' : `a date as ${field.form}`,
        found: value,
        hint: 'name the form in the mapping where all dates have it, or put this one right',
      });
    };
    return {
      record(record, number) {
        for (const field of mapping.fields) {
          if (!DATES.has(field.role)) continue;
          const role = field.role as 'claim_date';
          const value = given(record.values[role]);
          if (value !== null) tell(field, value, number, () => data.placeOf(number, role));
        }
        for (const { name, fields } of mapping.lists)
          for (const field of fields) {
            if (!DATES.has(field.role)) continue;
            for (const item of record.lists[name] ?? []) {
              const value = given(item.values[field.role]);
              if (value !== null) tell(field, value, number, () => data.placeInItem(record, name, item, field.role));
            }
          }
      },
    };
  },
};
