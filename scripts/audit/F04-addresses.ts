// An address leads somewhere.
import { given } from '../exchange/missing.ts';
import { isWebAddress } from '../values/webAddress.ts';
import type { AuditRule } from './rule.ts';

const ROLES = new Set(['url', 'archive_url']);

export const addresses: AuditRule = {
  code: 'F04',
  title: 'An address is a web address.',
  severity: 'error',
  scope: 'list',
  rationale: 'A word in place of an address, or one without scheme or host, leads nobody to the evidence.',
  examples: {
    good: [
      {
        why: 'a missing address is none',
        mapping: 'files: [{ path: claims.csv }]\nfields: { text: claim, url: page }\n',
        files: { 'claims.csv': 'claim,page\nOne,https://example.org/1\nTwo,\n' },
      },
    ],
    bad: [
      {
        mapping: 'files: [{ path: claims.csv }]\nfields: { text: claim, url: page }\n',
        files: { 'claims.csv': 'claim,page\nOne,https://example.org/1\nTwo,Metadata\n' },
        at: 'Metadata',
      },
    ],
  },
  open(data, report) {
    const { mapping } = data;
    const tell = (value: string, number: number, place: () => ReturnType<typeof data.placeOf>) => {
      if (isWebAddress(value.trim())) return;
      report({
        place: place(),
        rows: [number],
        message: 'This is no web address.',
        expected: 'an address that begins with `https://` or `http://` and a host, or nothing',
        found: value,
        hint: 'write the address that was read, or leave it empty and say elsewhere what the source is',
      });
    };
    return {
      record(record, number) {
        const own = given(record.values.url);
        if (own !== null) tell(own, number, () => data.placeOf(number, 'url'));
        for (const { name, fields } of mapping.lists)
          for (const field of fields) {
            if (!ROLES.has(field.role)) continue;
            for (const item of record.lists[name] ?? []) {
              const value = given(item.values[field.role]);
              if (value !== null) tell(value, number, () => data.placeInItem(record, name, item, field.role));
            }
          }
      },
    };
  },
};
