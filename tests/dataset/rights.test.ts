// No file that git keeps, in any commit, holds a long run of a withheld article's words.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../../scripts/platform/reading.ts';
import { findCopies } from '../../scripts/rules/Q07-copied-words.ts';
import { decodeUtf8, normaliseText } from '../../scripts/values/normalText.ts';

const CAPTURES = '../shared/articles';
const withheld = listFiles(CAPTURES, '*.txt').map((file) => ({
  file,
  text: normaliseText(readFileSync(`${CAPTURES}/${file}`, 'utf8')),
}));

/** Every blob that HEAD leads to, with a path under which it was committed; binary ones are left out. */
function* listBlobs(): Generator<{ file: string; text: string }> {
  const objects = git('rev-list', '--objects', 'HEAD').toString('utf8').split('\n');
  const paths = new Map(
    objects.flatMap((line) => (line.indexOf(' ') > 0 ? [[line.slice(0, 40), line.slice(41)]] : [])),
  );
  const ids = [...paths.keys()].join('\n');
  const batch = spawnSync('git', ['cat-file', '--batch'], { input: ids, maxBuffer: 2 ** 30 }).stdout;
  for (let at = 0; at < batch.length; ) {
    const end = batch.indexOf(10, at);
    const [id = '', type = '', size = ''] = batch.subarray(at, end).toString('utf8').split(' ');
    const content = batch.subarray(end + 1, end + 1 + Number(size));
    at = end + 2 + Number(size);
    const text = type === 'blob' && !content.includes(0) ? decodeUtf8(content) : null;
    if (text !== null) yield { file: paths.get(id) ?? id, text };
  }
}

function git(...args: string[]): Buffer {
  return spawnSync('git', args, { maxBuffer: 2 ** 28 }).stdout;
}

describe.skipIf(withheld.length === 0 || !existsSync('.git'))('with the captures at hand', () => {
  test('no blob that HEAD leads to holds 26 consecutive words of one', { timeout: 120_000 }, () => {
    const blobs = [...listBlobs()];
    expect(blobs.length).toBeGreaterThan(100);
    expect(findCopies(blobs, withheld)).toEqual([]);
  });

  test('the same search finds a copy where there is one', () => {
    const original = withheld[0]?.text ?? '';
    expect(findCopies([{ file: 'copy.md', text: `Before. ${original.slice(0, 400)}` }], withheld)).toHaveLength(1);
  });
});

test('the search finds 26 words of a text, and not 25', () => {
  const words = Array.from({ length: 30 }, (_, i) => `word${i}`);
  const original = [{ file: 'original.txt', text: words.join(' ') }];
  expect(findCopies([{ file: 'a.md', text: words.slice(2, 28).join(', ') }], original)).toHaveLength(1);
  expect(findCopies([{ file: 'a.md', text: words.slice(2, 27).join(', ') }], original)).toEqual([]);
});
