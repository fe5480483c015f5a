// Whatever lies in raw/articles: one clear finding, bounded time and memory, and the rest of the run goes on.
import { chmodSync, mkdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { readSource } from '../../scripts/platform/reading.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';

vi.setConfig({ testTimeout: 60_000 });

const BAD = 'raw/articles/bad.md';

/** A correct article but for what `change` does to its front matter. */
function article(change: (yaml: string) => string): string {
  const text = readFileSync(`examples/gazette/${HERALD}`, 'utf8')
    .replaceAll('herald-2024-05-03', 'bad')
    .replace(/same_as: .*/, 'same_as: []')
    .replace(/text: The bridge .*/, 'text: Nothing else is said here about anything at all.');
  return text.replace(/(?<=^---\n)[\s\S]*?(?=^---\n)/m, change);
}

/** What is found in the bad file. An error in another file must be found all the same, whatever the bad file is. */
async function findingsIn(workspace: Workspace, file = BAD) {
  workspace.edit(GAZETTE, 'nature: original', 'nature: orginal');
  const { findings } = await workspace.report();
  expect(findings.filter(({ file }) => file.endsWith(GAZETTE)).map(({ code }) => code)).toEqual(['A13']);
  return findings.filter((finding) => finding.file.endsWith(file)).map(({ code, message }) => `${code} ${message}`);
}

describe('what cannot be read', () => {
  const cases: [string, (path: string) => void, string][] = [
    ['a folder', (path) => mkdirSync(path), 'It is a folder, not a file.'],
    ['a dangling link', (path) => symlinkSync('nothing', path), 'It is a link that leads nowhere.'],
    ['a link to itself', (path) => symlinkSync('bad.md', path), 'It is a link that leads back to itself.'],
    ['a link out of raw/', (path) => symlinkSync('/etc/hosts', path), 'It is a link that leads out of the folder.'],
  ];
  test.each(cases)('%s', async (_, make, reason) => {
    const workspace = openWorkspace();
    make(workspace.path(BAD));
    expect(await findingsIn(workspace)).toEqual([`A01 The file cannot be read. ${reason}`]);
  });

  test('a file of 100 MB', async () => {
    const workspace = openWorkspace().file(BAD, '');
    truncateSync(workspace.path(BAD), 100_000_000);
    expect(await findingsIn(workspace)).toEqual(['A01 The file cannot be read. It is larger than 64 MiB.']);
  });

  test.skipIf(process.getuid?.() === 0)('a file that the permissions do not allow to read', async () => {
    const workspace = openWorkspace().file(BAD, '');
    chmodSync(workspace.path(BAD), 0);
    expect(await findingsIn(workspace)).toEqual([
      'A01 The file cannot be read. The permissions do not allow reading it.',
    ]);
  });

  test.skipIf(process.platform !== 'linux')('a file that the system refuses to read, also to root', () => {
    expect(readSource('/proc/self/mem')).toEqual({ problem: 'The system says EIO.', missing: false });
  });
});

describe('what is too much', () => {
  test('a line of 50 MB, in the text', async () => {
    const workspace = openWorkspace().file(BAD, article((yaml) => yaml) + 'x'.repeat(50_000_000));
    expect(await findingsIn(workspace)).toEqual([
      expect.stringMatching(/^A01 The file cannot be read. Line \d+ is longer than 256 KiB.$/),
    ]);
  });

  test('a line of 50 MB, in the labels', async () => {
    const workspace = openWorkspace().file(
      BAD,
      article((yaml) => yaml.replace('authors: []', `authors: [${'{},'.repeat(16_000_000)}]`)),
    );
    expect(await findingsIn(workspace)).toEqual(['A01 The file cannot be read. It holds more than 4 MiB of YAML.']);
  });

  test('100,000 claims', async () => {
    const workspace = openWorkspace().file(
      BAD,
      article((yaml) => yaml.replace(/claims:[\s\S]*/, `claims:\n${'  - id: x\n'.repeat(100_000)}`)),
    );
    expect(await findingsIn(workspace)).toEqual(['A01 The file cannot be read. It holds more than 100000 values.']);
  });

  test('more mistakes than anyone can read', async () => {
    const workspace = openWorkspace().file(
      BAD,
      article((yaml) => yaml.replace(/claims:[\s\S]*/, `claims:\n${'  - 1\n'.repeat(3000)}`)),
    );
    const findings = await findingsIn(workspace);
    expect(findings.length).toBeLessThanOrEqual(2001);
    expect(findings.filter((finding) => finding.startsWith('A15 More than 2000 things are wrong'))).toHaveLength(1);
  });
});

describe('what is no text', () => {
  const text = (encoding: BufferEncoding) =>
    Buffer.from(
      article((yaml) => yaml),
      encoding,
    );
  test.each([
    ['invalid UTF-8', Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xc0]), 'A02 The file is not valid UTF-8.'],
    [
      'UTF-16 with a mark',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('---\n', 'utf16le')]),
      'A02 The file is not valid UTF-8 (it looks like UTF-16).',
    ],
    [
      'UTF-16 without one',
      text('utf16le'),
      'A02 The file is not valid UTF-8 text (NUL bytes: UTF-16, or no text at all).',
    ],
    ['NUL bytes', new Uint8Array(1000), 'A02 The file is not valid UTF-8 text (NUL bytes: UTF-16, or no text at all).'],
  ])('%s', async (_, bytes, finding) => {
    expect(await findingsIn(openWorkspace().file(BAD, bytes))).toEqual([finding]);
  });
});

describe('what has no front matter', () => {
  test.each([
    ['an empty file', '', 'A03 The file does not begin with front matter.'],
    ['text alone', 'text\n', 'A03 The file does not begin with front matter.'],
    ['front matter that is not closed', '---\nid: bad\n', 'A03 The front matter is not closed.'],
    ['---js', '---js\nprocess.exit(7)\n---\n', 'A03 Front matter in another language (`js`) is not read.'],
  ])('%s', async (_, content, finding) => {
    expect(await findingsIn(openWorkspace().file(BAD, content))).toEqual([finding]);
  });
});

describe('labels made to harm', () => {
  const level = (i: number) => `  - &x${i} [${Array(9).fill(i === 0 ? 'lol' : `*x${i - 1}`)}]\n`;
  test.each([
    ['10,000 nested lists', `authors: ${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'A04 The nesting is too deep'],
    ['10,000 nested dashes', `authors:\n  ${'- '.repeat(10_000)}x`, 'A04 The nesting is too deep'],
    [
      'an alias bomb',
      `authors:\n${Array.from({ length: 12 }, (_, i) => level(i)).join('')}`,
      'A06 Anchors and aliases',
    ],
    ['__proto__ as a key', 'authors: []\n__proto__: { polluted: true }', 'A10 The key `__proto__` is not known'],
    ['constructor as a key', 'authors: []\nconstructor: { prototype: {} }', 'A10 The key `constructor` is not known'],
  ])('%s', async (_, written, finding) => {
    const workspace = openWorkspace().file(
      BAD,
      article((yaml) => yaml.replace('authors: []', written)),
    );
    const findings = await findingsIn(workspace);
    expect(findings).toEqual([expect.stringContaining(finding)]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test.each(['quote: null', 'quote: ""', 'quote: []', 'quote: todo', ''])(
    'a quotation that is none: %s',
    async (written) => {
      const workspace = openWorkspace().edit(
        GAZETTE,
        '    quote: shut for eleven days\n',
        written && `    ${written}\n`,
      );
      expect((await workspace.report()).findings).toHaveLength(1);
    },
  );

  test('a key of an object is no id of a vocabulary', async () => {
    const workspace = openWorkspace().edit(GAZETTE, 'claimant: aldport-council', 'claimant: constructor');
    expect((await workspace.report()).findings.map(({ code }) => code)).toContain('V01');
  });

  test('text of the data does not reach the terminal as it is', async () => {
    const { out } = await openWorkspace()
      .file('raw/articles/a\u001b[31m.md', '---js\n')
      .edit(GAZETTE, 'nature: original', 'nature: "\\e[2J\\a\\u202e"')
      .validate();
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
  });
});
