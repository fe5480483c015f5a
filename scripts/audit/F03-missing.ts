// A field writes that there is nothing in one way.
import { MISSING_WAYS, type MissingWay, missingWay } from '../exchange/missing.ts';
import type { ForeignRecord, RecordPlace, Value } from '../exchange/record.ts';
import type { AuditRule } from './rule.ts';

/** How often a field says so in each way, and where it first does. */
interface Uses {
  name: string;
  counts: Map<string, { times: number; place: RecordPlace; number: number; way: MissingWay }>;
}

export const missing: AuditRule = {
  code: 'F03',
  title: 'A missing value is written in one way.',
  severity: 'warning',
  scope: 'dataset',
  rationale:
    'Where null, an empty text, `N/A` and an absent key stand for the same, whoever counts missing values counts some of them. With `missing` in the mapping every other spelling is a finding; without it, a second one in a field.',
  examples: {
    good: [{ files: { 'claims.csv': 'id,claim,verdict\n1,One,true\n2,Two,\n3,Three,\n' } }],
    bad: [{ files: { 'claims.csv': 'id,claim,verdict\n1,One,\n2,Two,\n3,Three,N/A\n' }, at: 'N/A' }],
  },
  open(data, report) {
    const { mapping } = data;
    const uses = new Map<string, Uses>();
    const see = (
      name: string,
      value: Value,
      values: ReadonlySet<string> | null,
      number: number,
      place: () => RecordPlace,
    ) => {
      const way = missingWay(value);
      if (way === null || (way === 'word' && values?.has(value as string))) return;
      const use: Uses = uses.get(name) ?? { name, counts: new Map() };
      uses.set(name, use);
      const key = way === 'word' ? `\`${(value as string).trim()}\`` : way;
      const known = use.counts.get(key);
      if (known) known.times++;
      else if (use.counts.size < 50) use.counts.set(key, { times: 1, place: place(), number, way });
    };
    const seeItems = (record: ForeignRecord, number: number) => {
      for (const { name, path, fields } of mapping.lists) {
        // What the record itself holds is seen once, whoever else reads it.
        for (const item of record.lists[name] ?? [])
          for (const field of fields)
            if (field.role in item.values && field.constant === null)
              see(`${path === '.' ? '' : `${path}.`}${field.path}`, item.values[field.role], field.values, number, () =>
                data.placeInItem(record, name, item, field.role),
              );
      }
    };
    return {
      record(record, number) {
        for (const field of mapping.fields)
          if (field.constant === null)
            see(field.path, record.values[field.role as keyof typeof record.values], field.values, number, () =>
              data.placeOf(number, field.role as 'text'),
            );
        for (const field of mapping.extra)
          see(field.path, record.extra[field.path], field.values, number, () => data.placeOfExtra(record, field));
        seeItems(record, number);
      },
      end() {
        for (const { name, counts } of uses.values()) {
          const ways = [...counts].sort(([, a], [, b]) => b.times - a.times);
          const refused = mapping.missing
            ? ways.filter(([key, { way }]) => !isAllowed(mapping.missing as ReadonlySet<string | null>, key, way))
            : ways.length > 1
              ? ways.slice(1)
              : [];
          const [first] = refused;
          if (!first) continue;
          const [key, { place }] = first;
          const list = [...ways]
            .sort(([, a], [, b]) => MISSING_WAYS.indexOf(a.way) - MISSING_WAYS.indexOf(b.way))
            .map(([way, { times }]) => `${way} ${times === 1 ? 'once' : `${times} times`}`);
          report({
            place,
            rows: refused.map(([, { number: at }]) => at),
            message: `The field \`${name}\` says that there is nothing in ${ways.length === 1 ? 'a way that the mapping does not name' : `${ways.length} ways`}: ${list.join(', ')}.`,
            expected: mapping.missing
              ? 'one of the spellings that `missing` names'
              : `one spelling, as ${ways[0]?.[0]}`,
            found: key,
            hint: 'write null, or nothing, everywhere',
          });
        }
      },
    };
  },
};

function isAllowed(allowed: ReadonlySet<string | null>, key: string, way: MissingWay): boolean {
  if (way === 'absent' || way === 'null') return allowed.has(null);
  if (way === 'empty') return allowed.has('');
  return way === 'word' && allowed.has(key.slice(1, -1));
}
