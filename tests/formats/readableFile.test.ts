// A file that is followed, and where it first is another than expected.
import { expect, test } from 'vitest';
import { ByteFollower, inMemory, type ReadableFile } from '../../scripts/formats/readableFile.ts';

/** A text that is read three bytes at a time. */
function inPieces(text: string): ReadableFile {
  const bytes = Buffer.from(text);
  function* pieces() {
    for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
  }
  return { ...inMemory(bytes), pieces };
}

const follow = (text: string, expected: string[]) => {
  const follower = new ByteFollower(inPieces(text));
  const goes = expected.map((part) => follower.goesOn(Buffer.from(part)));
  return { goes, position: follower.position, end: follower.isAtEnd() };
};

test.each([
  ['the same', 'abcdefgh', ['abcd', '', 'efgh'], { goes: [true, true, true], position: 8, end: true }],
  ['more than expected', 'abcdefgh', ['abcd'], { goes: [true], position: 4, end: false }],
  ['less than expected', 'abcde', ['abcdef', 'g'], { goes: [false, false], position: 5, end: false }],
  ['another byte', 'abcdefgh', ['abcd', 'efxh', 'h'], { goes: [true, false, false], position: 6, end: false }],
  ['nothing at all', '', [], { goes: [], position: 0, end: true }],
])('%s', (_, text, expected, found) => expect(follow(text, expected)).toEqual(found));
