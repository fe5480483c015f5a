import { describe, expect, test } from 'vitest';
import { readYaml } from '../../scripts/yaml/readYaml.ts';
import { parseSyntax } from '../../scripts/yaml/syntax.ts';

describe('values are those of the YAML 1.2 core schema, by both readers', () => {
  test.each([
    ['2024-03-10', '2024-03-10'],
    ['1:30', '1:30'],
    ['012', 12],
    ['0o14', 12],
    ['0x1F', 31],
    ['0b1', '0b1'],
    ['-0x1', '-0x1'],
    ['-.5', -0.5],
    ['1e400', Number.POSITIVE_INFINITY],
    ['1_000', '1_000'],
    ['no', 'no'],
    ['yes', 'yes'],
    ['True', true],
    ['~', null],
    ['1e3', 1000],
    ['.5', 0.5],
    ['"2024"', '2024'],
    ['=', '='],
  ])('%s', (written, value) => {
    expect(readYaml(`a: ${written}\n`)).toEqual({ a: value });
    expect(parseSyntax(`a: ${written}\n`).value).toEqual({ a: value });
  });
});

describe('what a label never needs is left to `yaml`, which points at it', () => {
  test.each([
    ['a: &x 1\nb: *x', 'reference'],
    ['a: !!js/function "x"', 'tag'],
    ['a: !local x', 'tag'],
    ['a: 1\na: 2', 'duplicate-key'],
    ['a: 1\n---\nb: 2', 'documents'],
    ['a: [1', 'syntax'],
  ])('%j', (text, kind) => {
    expect(readYaml(`${text}\n`)).toBeUndefined();
    expect(parseSyntax(text).problems.map((problem) => problem.kind)).toContain(kind);
  });

  test('lists in lists without end', () => {
    const text = '['.repeat(10000);
    expect(readYaml(`${text}\n`)).toBeUndefined();
    expect(parseSyntax(text).problems.map((problem) => problem.kind)).toContain('syntax');
  });

  test('of two equal keys both places are known', () => {
    const [problem] = parseSyntax('a: 1\nb: 2\na: 3\n').problems;
    expect(problem).toMatchObject({ kind: 'duplicate-key', start: 10, first: { start: 0 } });
  });

  test('a key named __proto__ is a key and changes no object', () => {
    const { value } = parseSyntax('__proto__: { polluted: true }\nb: &x 1');
    expect(Object.keys(value as object)).toContain('__proto__');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
