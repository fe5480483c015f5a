import { describe, expect, it } from 'vitest';
import { readArguments, USAGE } from '../../bench/arguments.ts';
import { STYLE_NAMES } from '../../bench/styles.ts';

describe('The command line of the benchmark', () => {
  it('measures every style of a thousand articles where nothing is said', () => {
    expect(readArguments([])).toMatchObject({ sizes: [1000], styles: STYLE_NAMES, runs: 3, peers: [] });
  });

  it('knows styles by names that have commas and blanks', () => {
    expect(readArguments(['--styles', 'yaml|PyYAML, flow collections'])?.styles).toEqual([
      'PyYAML, flow collections',
      'yaml',
    ]);
  });

  it('measures what is usual at a size where no works are named, and else those', () => {
    expect(readArguments([])?.groups).toBeNull();
    expect(readArguments(['--works', 'shards,cold'])?.groups).toEqual(['cold', 'shards']);
  });

  it('says nothing but help where that is asked for', () => {
    expect(readArguments(['--help'])).toBeNull();
    for (const style of STYLE_NAMES) expect(USAGE).toContain(style);
  });

  it.each([
    ['--articles', '0'],
    ['--articles', '10,x'],
    ['--runs', '1.5'],
    ['--styles', 'ruamel'],
    ['--peers', 'jekyll'],
    ['--works', 'cold,hot'],
    ['--format', 'xml'],
    ['--unknown', '1'],
  ])('refuses %s %s', (option, value) => {
    expect(() => readArguments([option, value])).toThrow(value === '1' ? option : value.split(',').at(-1));
  });
});
