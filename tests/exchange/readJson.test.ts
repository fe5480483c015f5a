// JSON is read without losing anything: no digit of a number, and no value of a key that stands twice.

import { parse as parseLossless } from 'lossless-json';
import { expect, test, vi } from 'vitest';
import { LargeNumber, parseJson } from '../../scripts/exchange/readJson.ts';
import { audit } from '../audit/auditing.ts';
import fc from '../property.ts';

vi.setConfig({ testTimeout: 120_000 });

test.each([
  '{"a": 1, "a": 2}',
  '{"a": 1, "b": [{"c": "x", "c": null}]}',
  '{"a": 1, "\\u0061": 2}',
  '{"a" \r\n\t : 1, "a":2}',
  '{"": 1, "": 2}',
  '{"a\\"": 1, "a\\"": 2}',
  '{"a": {"b": 1}, "a": {"b": 2}}',
  '{"__proto__": 1, "__proto__": 2}',
])('a key that stands twice with two values is refused: %s', (text) => {
  expect(() => parseJson(text)).toThrow(/Duplicate key/);
});

test.each([
  '{"a": 1, "b": {"a": 2}, "c": [{"a": 3}, {"a": 4}]}',
  '{"a": "\\"a\\":", "b": "a\\\\", "c": ":\\"x\\": 1"}',
  '[":", "\\\\", "\\\\\\":", ["a", "a"]]',
  '{"__proto__": {"a": 1}, "constructor": 2, "10": 3, "9": 4}',
  '{"a": 1, "a": 1}',
  '"text"',
  ' [ ] ',
])('anything else is what JSON.parse reads: %s', (text) => {
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test('any JSON is read as by JSON.parse, and one with a repeated key as by a reader that refuses it', () => {
  const keys = fc.constantFrom('a', 'b', 'a"', 'a:', '\\', '', 'é', ': "a"');
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc
        .oneof(fc.string(), fc.constantFrom('":', '\\":', '": "'), fc.boolean(), fc.nat(), fc.constant(null))
        .map((x) => JSON.stringify(x)),
      fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(' ,')}]`),
      fc
        .array(fc.tuple(keys, tie('value')), { maxLength: 4 })
        .map((entries) => `{${entries.map(([key, item]) => `${JSON.stringify(key)} :${item}`).join(',\n')}}`),
    ),
  }));
  fc.assert(
    fc.property(value, (text) => {
      const read = (how: (text: string) => unknown) => {
        try {
          return { value: how(text) };
        } catch (error) {
          return { error: (error as Error).message };
        }
      };
      expect(read(parseJson)).toEqual(read((all) => parseLossless(all, undefined, Number)));
    }),
    { numRuns: 2000 },
  );
});

test('a number that no double holds keeps its digits; a text that looks like one is a text', () => {
  const text = '{"id": 12345678901234567890, "far": 1e400, "sha": "c/4f50e424c, 9e999x"}';
  expect(parseJson(text)).toEqual({
    id: new LargeNumber('12345678901234567890'),
    far: new LargeNumber('1e400'),
    sha: 'c/4f50e424c, 9e999x',
  });
});

test('nesting of any depth is read', () => {
  const deep = 5000;
  expect(() => parseJson(`${'[{"a":'.repeat(deep)}1${'}]'.repeat(deep)}`)).not.toThrow();
});

test('an audit says at which line a value would be lost, and goes on', async () => {
  const { findings, data } = await audit('files: [{ path: claims.jsonl }]\nfields: { text: claim, verdict: label }\n', {
    'claims.jsonl': '{"claim": "One", "label": "true"}\n{"claim": "Two", "label": "true", "label": "false"}\n',
  });
  expect(findings.map(({ code, place, message }) => [code, place.line, message])).toEqual([
    ['F01', 2, expect.stringContaining("gives a key twice, with two values. The reader says: Duplicate key 'label'")],
  ]);
  expect([data.read, data.refused]).toEqual([1, 1]);
});
