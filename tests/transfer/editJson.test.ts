// A change of one value leaves every other sign of a JSON text as it is.

import { describe, expect, test } from 'vitest';
import { editJson } from '../../scripts/exchange/editJson.ts';
import fc from '../property.ts';

const TEXT = '{ "b": 1.0,\n  "2": [ "x" , {"y":null} ],\n  "a": "é\\u00e9" }';

describe('editJson', () => {
  test('puts a value in the place of another', () => {
    expect(editJson(TEXT, [{ pointer: '/a', value: 'new' }])).toBe(TEXT.replace('"é\\u00e9"', '"new"'));
  });

  test('adds a key behind the last, as the others stand', () => {
    expect(editJson(TEXT, [{ pointer: '/c', value: true }])).toBe(`${TEXT.slice(0, -2)},\n  "c": true }`);
  });

  test('adds and takes away an item', () => {
    expect(editJson('[1, 2]', [{ pointer: '/-', value: 3 }])).toBe('[1, 2, 3]');
    expect(editJson('[1, 2]', [{ pointer: '/1', value: undefined }])).toBe('[1]');
    expect(editJson('[1, 2]', [{ pointer: '/0', value: undefined }])).toBe('[2]');
    expect(editJson('[1]', [{ pointer: '/0', value: undefined }])).toBe('[]');
  });

  test('makes what leads to a new value', () => {
    expect(editJson('{}', [{ pointer: '/a/0/b', value: 1 }])).toBe('{"a": [{"b":1}]}');
  });

  test('does what the same change of the value does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), fc.jsonValue(), (object, key, value) => {
        const text = JSON.stringify(object, null, 1);
        const pointer = `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        const wanted = JSON.parse(text) as Record<string, unknown>;
        Object.defineProperty(wanted, key, { value, enumerable: true, configurable: true, writable: true });
        expect(JSON.parse(editJson(text, [{ pointer, value }]))).toEqual(JSON.parse(JSON.stringify(wanted)));
      }),
    );
  });
});
