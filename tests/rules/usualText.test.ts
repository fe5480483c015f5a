// One look at a text spares the rules over texts a look of their own, and never a finding.

import { expect, test } from 'vitest';
import { mayBeAmbiguous } from '../../scripts/rules/A21-ambiguous-value.ts';
import { judgeText } from '../../scripts/rules/engine/run.ts';
import { RULES } from '../../scripts/rules/index.ts';
import { readYaml } from '../../scripts/yaml/readYaml.ts';
import fc from '../property.ts';

const SIGNS = [
  ...[
    '\t',
    '\r',
    '\r\n',
    '\0',
    '\u001f',
    '\u007f',
    '\u0080',
    '\u009f',
    '\u00a0',
    '\u0085',
    '\u061c',
    '\u200e',
    '\u200f',
  ],
  ...['\u2027', '\u2028', '\u2029', '\u202a', '\u202e', '\u202f', '\u2065', '\u2066', '\u2069', '\u206a'],
  ...['\ufeff', '\ufffd', '\ufffe', '\uffff', '😀', 'é', ' '],
];
const VALUES = [
  ...['y', 'N', 'yes', 'No', 'ON', 'off', 'yesno', 'null', 'true', '~', 'of', 'one'],
  ...[
    '0',
    '012',
    '+7',
    '-07',
    '0_1',
    '0b1',
    '0x1f',
    '1_0',
    '10',
    '1:30',
    '-1:30:5',
    '1:99',
    '1:30.5',
    '12e3',
    '.5',
    '1.5',
  ],
  ...[
    '2024',
    '2024-05',
    '2024-05-02',
    '2024-5-2',
    '2024-05-2',
    '12024-05-02',
    '2024-05-02T10:00',
    '2024-05-02/..',
    '-2024-05-02',
  ],
  ...[
    'word',
    'no word',
    "'no'",
    '"no"',
    '"a\\tb"',
    '{ published: 2024-05-02 }',
    '{ x: no, date: 2024-05-02 }',
    '[2024-05-02, no]',
  ],
  ...['[a, 012]', '[y]', '{x: y}', '[x,y]', '>-\n    no', '|\n    2024-05-02', 'a\n    no', '# no', 'x # 1:30', ''],
];
const KEYS = ['published', 'claim_date', 'date', 'title', 'x', 'no', 'accessed'];

const value = fc.oneof(
  fc.constantFrom(...VALUES),
  fc.constantFrom(...SIGNS).map((sign) => `a${sign}b`),
);
const key = fc.constantFrom(...KEYS);
const entry = fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`);
const list = fc
  .tuple(key, fc.array(fc.oneof(value, entry), { minLength: 1, maxLength: 4 }))
  .map(([name, items]) => `${name}:\n${items.map((item) => `  - ${item}`).join('\n')}`);
const nested = fc
  .tuple(key, fc.array(entry, { minLength: 1, maxLength: 3 }))
  .map(([name, entries]) => `${name}:\n${entries.map((one) => `  ${one}`).join('\n')}`);
const yaml = fc
  .array(fc.oneof(entry, entry, list, nested), { minLength: 1, maxLength: 4 })
  .map((lines) => `${lines.join('\n')}\n`);

function judgeInFull(subject: Parameters<typeof judgeText>[0] & object) {
  const found: unknown[] = [];
  for (const rule of RULES) if (rule.scope === 'text') rule.check(subject, (remark) => found.push([rule.code, remark]));
  return found;
}

test('of any YAML, in front of any body', () => {
  const head = fc.constantFrom('---\n', '\ufeff---\n', '---\r\n', '--- \n');
  const body = fc.array(fc.constantFrom('word', '\n', ...SIGNS), { maxLength: 4 }).map((parts) => parts.join(''));
  let usual = 0;
  fc.assert(
    fc.property(head, yaml, body, fc.boolean(), (opening, labels, rest, isRead) => {
      const text = `${opening}${labels}---\n${rest}`;
      const subject = {
        file: 'a.md',
        text,
        yaml: labels,
        yamlStart: opening.length,
        value: isRead ? readYaml(labels) : undefined,
      };
      if (!mayBeAmbiguous(subject)) usual++;
      const told = judgeText(subject, []).map(({ code, severity, message, file, ...remark }) => [
        code,
        message === RULES.find((rule) => rule.code === code)?.title ? remark : { message, ...remark },
      ]);
      const expected = judgeInFull(subject).map((entryOf) => {
        const [code, { message, ...remark }] = entryOf as [string, { message?: string }];
        return [code, message === undefined ? remark : { message, ...remark }];
      });
      expect(told).toEqual(expected);
    }),
    { numRuns: 6000 },
  );
  expect(usual).toBeGreaterThan(500);
});

test('a text that ends like such a value spares a file the look, once its values are known', () => {
  const look = (yaml: string) =>
    mayBeAmbiguous({ file: 'a.md', text: yaml, yaml, yamlStart: 0, value: readYaml(yaml) });
  expect(look('what: Hospodárske noviny, 2024-05-02\n')).toBe(false);
  expect(look('what: [Hospodárske noviny, 2024-05-02]\n')).toBe(true);
  expect(look('what: [Hospodárske noviny, 012]\n')).toBe(true);
});

test('days under the keys of dates spare a file the look', () => {
  const look = (yaml: string) => mayBeAmbiguous({ file: 'a.md', text: yaml, yaml, yamlStart: 0, value: undefined });
  expect(look('published: 2024-05-02 # read\nx: { date: 2024-05-02 }\ny:\n  - accessed: 2024-05-02\n')).toBe(false);
  expect(look('"published": 2024-05-02\nx: "no"\ny: there is no\n  one\n')).toBe(false);
  expect(look('title: 2024-05-02\n')).toBe(true);
  expect(look('published title: 2024-05-02\n')).toBe(true);
});
