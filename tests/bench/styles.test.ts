// The same labels in the benchmark's styles: each says what the labels say, in the layout of the writer whose name it
// has.
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeLabels, type Value } from '../../bench/labels.ts';
import { type DumpOptions, dumpAsPyYaml } from '../../bench/pyyaml.ts';
import { STYLE_NAMES, STYLES } from '../../bench/styles.ts';
import fc from '../property.ts';

const NUMBERS = [0, 1, 2, 7, 31, 64];
const CORPUS = { articles: 100 };

describe('A style of the benchmark', () => {
  it.each(STYLE_NAMES)('says what the labels say: %s', (name) => {
    const { scripts = false, write } = STYLES[name];
    for (const i of NUMBERS) {
      const labels = makeLabels(i, { ...CORPUS, scripts });
      expect(parse(write(labels))).toEqual(labels.front);
    }
  });

  it.each([
    ['by hand', / # as the page prints it\n/],
    ['by hand', />-\n/],
    ['PyYAML', /\\u[0-9A-F]{4}/],
    ['PyYAML', /\\U0001F642/],
    ['PyYAML', /\nclaims:\n- anchor:\n {4}end: \d+\n/],
    ['PyYAML, flow collections', /\n {2}anchor: \{start: \d+, end: \d+\}\n/],
    ['PyYAML, flow collections', /: élan|Žitava/],
    ['yaml', /\n {2}- id: /],
    ['double-quoted, folded', /\n {4}claimant: "person-\d+"\n/],
    ['double-quoted, folded', /\\\n/],
    ['by hand, other scripts', /[\u0400-\u04ff]{3}.*\n/],
    ['by hand, other scripts', /[\u0600-\u06ff]{3}.*\n/],
    ['by hand, other scripts', /[\u4e00-\u9fff]{3}.*\n/],
  ] as const)('has what marks it: %s, %s', (name, mark) => {
    const { scripts = false, write } = STYLES[name];
    expect(NUMBERS.map((i) => write(makeLabels(i, { ...CORPUS, scripts }))).join('')).toMatch(mark);
  });
});

const PYTHON = `
import json, sys, yaml
for line in sys.stdin:
    value, o = json.loads(line)
    print(json.dumps(yaml.safe_dump(value, allow_unicode=o['allowUnicode'], sort_keys=o['sortKeys'],
                                    default_flow_style=None if o['flowLeaves'] else False)))
`;

/** What PyYAML itself writes; null where there is none. */
function dumpAll(cases: readonly (readonly [Value, DumpOptions])[]): string[] | null {
  const input = cases.map((one) => `${JSON.stringify(one)}\n`).join('');
  const { status, stdout } = spawnSync('python3', ['-c', PYTHON], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (status !== 0) return null;
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as string);
}

const hasPyYaml = dumpAll([['x', { allowUnicode: true, sortKeys: true, flowLeaves: false }]]) !== null;
const OPTIONS = [false, true].flatMap((flowLeaves) =>
  [false, true].flatMap((allowUnicode) => [false, true].map((sortKeys) => ({ flowLeaves, allowUnicode, sortKeys }))),
);

describe.skipIf(!hasPyYaml)('PyYAML, where it is installed', () => {
  const agree = (values: readonly Value[]) => {
    const cases = values.flatMap((value) => OPTIONS.map((options) => [value, options] as const));
    const theirs = dumpAll(cases) ?? [];
    for (const [i, [value, options]] of cases.entries()) expect(dumpAsPyYaml(value, options)).toBe(theirs[i]);
  };

  it('writes the labels as the benchmark does', { timeout: 60_000 }, () => {
    agree(NUMBERS.flatMap((i) => [false, true].map((scripts) => makeLabels(i, { ...CORPUS, scripts }).front)));
  });

  it('writes any nested values as the benchmark does', { timeout: 60_000 }, () => {
    const odd = ['yes', 'null', '~', '', '1e3', '1.5e+3', '0x1F', '012', '1:30', '2024-01-05', '- a', '-a', '?', '? a'];
    const signs = [...`:#,[]{}&*!|>'"%@\`-?= .\\_09aZ\u00a0\t\u0007é北🙂\ufeff\ue000`];
    const letters = fc.array(fc.constantFrom(...signs, ' ', 'word', ' longer words '), { maxLength: 40 });
    const text = fc.oneof(
      fc.constantFrom(...odd),
      letters.map((parts) => parts.join('')),
    );
    const leaf = fc.oneof(text, fc.integer(), fc.constant(null));
    const { value } = fc.letrec<{ value: Value; map: { [key: string]: Value } }>((tie) => ({
      value: fc.oneof({ maxDepth: 3 }, leaf, fc.array(tie('value'), { maxLength: 5 }), tie('map')),
      map: fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), tie('value'), { maxKeys: 5 }),
    }));
    const map = fc.dictionary(fc.stringMatching(/^[a-z_]{1,12}$/), value, { minKeys: 1, maxKeys: 6 });
    agree(fc.sample(map, 300));
  });
});
