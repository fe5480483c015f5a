import { describe, expect, test } from 'vitest';
import type { LocatedFinding } from '../../scripts/findings/locate.ts';
import {
  chooseCompatible,
  type FixableFinding,
  repair,
  spliceText,
  type Texts,
} from '../../scripts/findings/repair.ts';
import { makeFinding } from './sample.ts';

const FILE = 'a.txt';

function edit(start: number, end: number, text: string, message = `${start}`): FixableFinding {
  const edits = [{ file: FILE, range: null, text, offsets: [start, end] as [number, number] }];
  return { ...makeFinding({ file: FILE, message }), fix: { title: 'x', edits } };
}

/** Finds every `from` in the text and proposes `to`, for each pair. */
function judgeBy(original: string, pairs: [string, string | null][]) {
  return (texts: Texts): LocatedFinding[] => {
    const text = texts.get(FILE) ?? original;
    return pairs.flatMap(([from, to]) =>
      Array.from(text.matchAll(new RegExp(from, 'g')), ({ index, 0: found }) => {
        const finding = edit(index, index + found.length, to ?? '', from);
        return to === null ? { ...finding, fix: null } : finding;
      }),
    );
  };
}

function run(text: string, pairs: [string, string | null][]) {
  const result = repair(judgeBy(text, pairs), () => text);
  return { ...result, text: result.texts.get(FILE) ?? text };
}

test('edits are spliced and all else stays byte for byte', () => {
  const edits = [edit(7, 9, 'x'), edit(2, 4, ''), edit(5, 5, 'new')].flatMap(({ fix }) => fix.edits);
  expect(spliceText('0123456789', edits)).toBe('014new56x9');
});

test('of two edits that touch, one waits', () => {
  expect(chooseCompatible([edit(0, 3, ''), edit(2, 5, ''), edit(3, 3, ''), edit(6, 7, '')])).toHaveLength(2);
});

describe('repair', () => {
  test('goes on until nothing is certain any more', () => {
    // Neighbours touch, so that each waits for the one before.
    expect(run('aaa', [['a', 'b']]).text).toBe('bbb');
  });

  test('leaves an edit alone that would bring up something else', () => {
    const { text, applied, left } = run('a b', [
      ['a', 'x'],
      ['b', 'y'],
      ['x', null],
    ]);
    expect(text).toBe('a y');
    expect(applied).toHaveLength(1);
    expect(left.map(({ message }) => message)).toEqual(['a']);
  });

  test('ends where two rules want opposite things', () => {
    expect(
      run('a', [
        ['a', 'b'],
        ['b', 'a'],
      ]).text,
    ).toBe('a');
  });

  test('repairs much in few rounds', () => {
    let rounds = 0;
    const judge = judgeBy('a '.repeat(500), [['a', 'b']]);
    repair(
      (texts) => {
        rounds++;
        return judge(texts);
      },
      () => 'a '.repeat(500),
    );
    expect(rounds).toBe(2);
  });
});
