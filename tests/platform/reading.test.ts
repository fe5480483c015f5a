// A reader that uses its memory again reads what the careful one reads, and refuses what that refuses, in the same
// words.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createSourceReader, readSource } from '../../scripts/platform/reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'veritable-reading-'));
afterAll(() => rmSync(folder, { recursive: true }));
const raw = join(folder, 'raw');
mkdirSync(join(raw, 'folder.md'), { recursive: true });
writeFileSync(join(raw, 'plain.md'), 'plain\n');
writeFileSync(join(raw, 'other.md'), 'other words\n');
writeFileSync(join(raw, 'empty.md'), '');
writeFileSync(join(raw, 'large.md'), 'é'.repeat(100_000));
writeFileSync(join(folder, 'outside.md'), 'outside\n');
const isWindows = process.platform === 'win32';
if (!isWindows) {
  symlinkSync('plain.md', join(raw, 'inside-link.md'));
  symlinkSync('../outside.md', join(raw, 'outside-link.md'));
  symlinkSync('nowhere.md', join(raw, 'dangling-link.md'));
  symlinkSync('circle.md', join(raw, 'circle.md'));
  symlinkSync('folder.md', join(raw, 'folder-link.md'));
  execFileSync('mkfifo', [join(raw, 'pipe.md')]);
}

const NAMES = ['plain', 'empty', 'large', 'other', 'folder', 'missing'];
const LINKS = ['inside-link', 'outside-link', 'dangling-link', 'circle', 'folder-link', 'pipe'];
const read = createSourceReader();

test.each(isWindows ? NAMES : [...NAMES, ...LINKS, 'plain'])('%s', (name) => {
  const path = join(raw, `${name}.md`);
  for (const within of [undefined, raw]) {
    const [quick, careful] = [read(path, within), readSource(path, within)];
    if ('bytes' in careful && 'bytes' in quick) expect(Buffer.compare(quick.bytes, careful.bytes)).toBe(0);
    else expect(quick).toEqual(careful);
  }
});

test('what was read is good until something else is read', () => {
  const first = read(join(raw, 'plain.md'));
  if ('problem' in first) throw new Error(first.problem);
  expect(Buffer.from(first.bytes).toString()).toBe('plain\n');
  read(join(raw, 'other.md'));
  expect(Buffer.from(first.bytes).toString()).toBe('other ');
});
