import { expect, test } from 'vitest';
import { wantsColour } from '../../scripts/platform/terminal.ts';

test.each([
  ['a terminal', [], {}, true, true],
  ['a file', [], {}, false, false],
  ['a file, with --color', ['--color'], {}, false, true],
  ['a terminal, with --no-color', ['--no-color'], { FORCE_COLOR: '1' }, true, false],
  ['NO_COLOR', [], { NO_COLOR: '1' }, true, false],
  ['an empty NO_COLOR, which says nothing', [], { NO_COLOR: '' }, true, true],
  ['--color over NO_COLOR', ['--color'], { NO_COLOR: '1' }, true, true],
  ['FORCE_COLOR', [], { FORCE_COLOR: '1' }, false, true],
  ['FORCE_COLOR=0', [], { FORCE_COLOR: '0' }, true, false],
  ['a terminal that knows no colour', [], { TERM: 'dumb' }, true, false],
])('%s', (_, argv, env, isTerminal, expected) => {
  expect(wantsColour(argv, env, isTerminal)).toBe(expected);
});
