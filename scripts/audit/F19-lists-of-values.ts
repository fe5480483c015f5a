// A value is one of those that are declared.
import { given } from '../exchange/missing.ts';
import type { AuditRule } from './rule.ts';

const MAPPING = `files: [{ path: claims.csv }]
fields: { text: claim }
extra: [{ path: party, values: [green, blue, none] }]
`;

export const listsOfValues: AuditRule = {
  code: 'F19',
  title: 'A value is one of those that are declared.',
  severity: 'error',
  scope: 'row',
  rationale:
    'A value outside of the list is a slip, or belongs to another column that has moved. The mapping declares the list with `values`, or with `map`.',
  examples: {
    good: [{ mapping: MAPPING, files: { 'claims.csv': 'claim,party\nOne,green\nTwo,\n' } }],
    bad: [{ mapping: MAPPING, files: { 'claims.csv': 'claim,party\nOne,green\nTwo,North\n' }, at: 'North' }],
  },
  open(data, report) {
    const { mapping } = data;
    const own = mapping.fields.filter(({ values, map }) => values !== null || map !== null);
    const extra = mapping.extra.filter(({ values }) => values !== null);
    const lists = mapping.lists.flatMap(({ name, fields }) =>
      fields.filter(({ values, map }) => values !== null || map !== null).map((field) => ({ name, field })),
    );
    const tell = (
      value: string,
      field: (typeof own)[number],
      number: number,
      place: () => ReturnType<typeof data.placeOf>,
    ) => {
      if (field.values ? field.values.has(value) : field.map?.has(value.trim().toLowerCase())) return;
      const allowed = [...(field.values ?? field.map?.keys() ?? [])];
      report({
        place: place(),
        rows: [number],
        message: `The value is none of those of \`${field.path}\`.`,
        expected: `one of ${allowed.slice(0, 12).join(', ')}${allowed.length > 12 ? ', …' : ''}`,
        found: value,
      });
    };
    return {
      record(record, number) {
        for (const field of own) {
          const role = field.role as 'text';
          const value = known(record.values[role], field.values);
          if (value !== null) tell(value, field, number, () => data.placeOf(number, role));
        }
        for (const field of extra) {
          const value = known(record.extra[field.path], field.values);
          if (value !== null) tell(value, field, number, () => data.placeOfExtra(record, field));
        }
        for (const { name, field } of lists)
          for (const item of record.lists[name] ?? []) {
            const value = known(item.values[field.role], field.values);
            if (value !== null) tell(value, field, number, () => data.placeInItem(record, name, item, field.role));
          }
      },
    };
  },
};

/** A value that is there; a word for nothing may be one of the list. */
function known(value: string | null | undefined, values: ReadonlySet<string> | null): string | null {
  return typeof value === 'string' && values?.has(value) ? null : given(value);
}
