// Files that threads write are what one thread would have written, or the reason why not.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { FileThreads } from '../../scripts/platform/fileThreads.ts';
import { type GrowingFile, isMeasured, MeasuredFile } from '../../scripts/platform/measuredFile.ts';

const folder = mkdtempSync(join(tmpdir(), 'veritable-files-'));
const threads = new FileThreads(new URL('../../scripts/writer.ts', import.meta.url), 2);
afterAll(async () => {
  await threads.close();
  rmSync(folder, { recursive: true, force: true });
});

const SOURCE = join(folder, 'source');
const source = Buffer.from(Array.from({ length: 3_000_000 }, (_, i) => (i * i) % 251));
writeFileSync(SOURCE, source);

/** Longer than what passes through memory at once, and pieces that touch, overlap and are empty. */
function fill(file: GrowingFile): void {
  file.write('[\n');
  file.copy(SOURCE, 7, 2_999_999);
  file.write(Buffer.from([0, 255, 128]));
  file.write('\u{1F600}\u2028');
  file.copy(SOURCE, 5, 5);
  file.copy(SOURCE, 0, 3_000_000);
}

const expected = Buffer.concat([
  Buffer.from('[\n'),
  source.subarray(7, 2_999_999),
  Buffer.from([0, 255, 128]),
  Buffer.from('\u{1F600}\u2028'),
  source,
]);

test('threads and this one write the same', async () => {
  const files = ['a', 'b', 'c'].map((name) => threads.open(join(folder, name), 1));
  for (const file of files) fill(file);
  const here = new MeasuredFile(join(folder, 'here'));
  fill(here);
  const only = new MeasuredFile(null);
  fill(only);
  const measures = await Promise.all([...files, here, only].map((file) => file.close()));
  for (const measure of measures) expect(measure).toEqual(measures[0]);
  for (const name of ['a', 'b', 'c', 'here']) {
    expect(readFileSync(join(folder, name)).equals(expected)).toBe(true);
    expect(isMeasured(join(folder, name), measures[0] as (typeof measures)[0])).toBe(true);
  }
});

test('the first failure of a file is told when it is closed, and the others are written', async () => {
  const lost = threads.open(join(folder, 'nowhere/file'), 1);
  const short = threads.open(join(folder, 'short'), 1);
  const good = threads.open(join(folder, 'good'), 1);
  short.copy(SOURCE, 0, source.length + 1);
  for (const file of [lost, short, good]) fill(file);
  const [first, second, third] = await Promise.allSettled([lost, short, good].map((file) => file.close()));
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'ENOENT', syscall: 'open' } });
  expect(second).toMatchObject({ status: 'rejected', reason: { message: `${SOURCE} is shorter than it was.` } });
  expect(third).toMatchObject({ status: 'fulfilled', value: { bytes: expected.length } });
});
