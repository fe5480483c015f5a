// A release and one change of it → the check that finds it and names the file.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verify } from '../../scripts/commands/verify.ts';
import { measureFile, renderChecksums } from '../../scripts/formats/manifest.ts';
import { inMemory } from '../../scripts/formats/readableFile.ts';
import { compressHere, verifyArchive } from '../../scripts/release/archive.ts';
import { NO_HISTORY } from '../../scripts/release/history.ts';
import { verifyChecksums } from '../../scripts/release/verifyChecksums.ts';
import { verifyContents } from '../../scripts/release/verifyContents.ts';
import { verifyRelease } from '../../scripts/release/verifyRelease.ts';
import type { Manifest } from '../../scripts/schemas/generated/types.ts';
import { toFiles, unpack } from './inMemory.ts';
import { commit, edit, makeRelease, makeRepository, readTree, record } from './releasedProject.ts';

let folder: string;
let path: string;
let archive: Uint8Array;
let files: Map<string, Uint8Array>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'veritable-test-'));
  makeRepository(folder);
  await makeRelease(folder);
  commit(folder);
  path = join(folder, 'build/gazette-claims-1.0.0.tar.gz');
  archive = readTree(join(folder, 'build')).get('gazette-claims-1.0.0.tar.gz') ?? new Uint8Array();
  const unpacked = await unpack(archive);
  if ('problem' in unpacked) throw new Error(unpacked.problem);
  files = unpacked.files;
});

afterAll(() => rmSync(folder, { recursive: true }));

const problemsOf = (changed: ReadonlyMap<string, Uint8Array>) => verifyChecksums(toFiles(changed)).problems;

/** The archive's problems as the command finds them. */
async function archiveProblems(bytes: Uint8Array): Promise<string[]> {
  const unpacked = await unpack(bytes);
  if ('problem' in unpacked) return [unpacked.problem];
  const found = { folder: unpacked.folder, files: toFiles(unpacked.files) };
  const { results, manifest, date } = verifyRelease(found.files, null);
  const names = manifest && { folder: `${manifest.name}-${manifest.version}`, date };
  const own = await verifyArchive(inMemory(bytes), found, names, compressHere);
  return [own, ...results].flatMap(({ problems }) => problems);
}

/** Numbers from 0 to below a limit, the same in every run (Park and Miller's generator). */
function seeded(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 48271) % 2147483647;
    return state % limit;
  };
}

function flip(bytes: Uint8Array, at: number, by: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[at] = ((copy[at] ?? 0) + by) % 256;
  return copy;
}

describe('a release as it was made', () => {
  test('passes every check, archive, folder and dataset, and is what its source gives', async () => {
    for (const [place, checks] of [
      [path, 13],
      [join(folder, 'dataset'), 11],
    ] as const) {
      const { exitCode, out } = await record((terminal) =>
        verify(place, { rebuild: folder, captures: join(folder, 'captures') }, terminal),
      );
      expect(out.match(/ ok$/gm)).toHaveLength(checks);
      expect(exitCode).toBe(0);
    }
  });

  test('says what was not checked', async () => {
    const { out } = await record((terminal) => verify(path, {}, terminal));
    expect(out).toContain('not checked: no captures were named');
  });
});

describe('one changed byte', () => {
  test('of a release folder is found, and its file named, 200 times of 200', () => {
    const next = seeded(1);
    // A changed digest in SHA256SUMS names the file that it is of; the next test is of that.
    const places = [...files].flatMap(([name, bytes]) =>
      bytes.length > 0 && name !== 'SHA256SUMS' ? [{ name, bytes }] : [],
    );
    const total = places.reduce((sum, { bytes }) => sum + bytes.length, 0);
    for (let i = 0; i < 200; i++) {
      let at = next(total);
      const place = places.find(({ bytes }) => {
        if (at < bytes.length) return true;
        at -= bytes.length;
        return false;
      });
      if (!place) throw new Error('There is no such place.');
      const changed = new Map(files).set(place.name, flip(place.bytes, at, 1 + next(255)));
      const problems = problemsOf(changed);
      expect(problems.join('\n'), `${place.name} at ${at}`).toContain(place.name);
    }
  });

  test('of SHA256SUMS is found wherever it is', () => {
    const sums = files.get('SHA256SUMS') ?? new Uint8Array();
    for (let at = 0; at < sums.length; at += 7)
      expect(problemsOf(new Map(files).set('SHA256SUMS', flip(sums, at, 1))), String(at)).not.toEqual([]);
  });

  test('of an archive is found 200 times of 200', async () => {
    const next = seeded(2);
    for (let i = 0; i < 200; i++) {
      const at = next(archive.length);
      expect(await archiveProblems(flip(archive, at, 1 + next(255))), String(at)).not.toEqual([]);
    }
  });

  test('of the head and the tail of an archive is found, and so is one that is added', async () => {
    for (const at of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, archive.length - 8, archive.length - 1])
      expect(await archiveProblems(flip(archive, at, 1)), String(at)).not.toEqual([]);
    expect(await archiveProblems(Buffer.concat([archive, Buffer.from([0])]))).not.toEqual([]);
    expect(await archiveProblems(archive.subarray(0, -1))).not.toEqual([]);
  });
});

describe('finds', () => {
  /** The release with one file changed, and its checksums written anew, as somebody would who wants it to pass. */
  function forge(name: string, change: (text: string) => string, keepManifest = false): Map<string, Uint8Array> {
    const forged = new Map(files);
    forged.set(name, Buffer.from(change(Buffer.from(files.get(name) ?? []).toString())));
    const manifest = JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString());
    if (!keepManifest) {
      for (const entry of manifest.files)
        if (entry.path === name) Object.assign(entry, { ...measureFile(name, forged.get(name) ?? '', entry.rows) });
      forged.set('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
    }
    forged.delete('SHA256SUMS');
    const sums = renderChecksums([...forged].map(([file, bytes]) => measureFile(file, bytes, null)));
    return forged.set('SHA256SUMS', Buffer.from(sums));
  }
  const failed = (forged: Map<string, Uint8Array>) =>
    verifyRelease(toFiles(forged), null).results.flatMap(({ name, problems }) => (problems.length > 0 ? [name] : []));

  test('a missing and an extra file', () => {
    const less = new Map(files);
    less.delete('codebook.md');
    expect(problemsOf(less)).toContain('codebook.md is missing.');
    expect(problemsOf(new Map(files).set('more.txt', Buffer.from('x')))).toContain(
      'more.txt is no part of the release.',
    );
  });

  test('a page where it holds more claims than a page can, and none where it holds fewer', () => {
    const page = (claims: number, isThere: boolean) => {
      const manifest = JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString());
      const named = new Map(files);
      if (!isThere) named.delete('explorer.html');
      const counts = { ...manifest.counts, claims };
      const { problems } = verifyContents({ ...manifest, counts }, toFiles(named), NO_HISTORY, true);
      return problems.filter((problem) => problem.startsWith('explorer.html'));
    };
    expect(page(100_000, true)).toEqual([]);
    expect(page(100_000, false)).toEqual(['explorer.html is missing.']);
    expect(page(100_001, true)).toEqual(['explorer.html is no file of a release.']);
    expect(page(100_001, false)).toEqual([]);
  });

  test('digests of another kind than SHA-256', () => {
    const sums = Buffer.from(files.get('SHA256SUMS') ?? []).toString();
    const other = sums.replace(/^[0-9a-f]{64}/m, (digest) => digest.slice(0, 40));
    expect(problemsOf(new Map(files).set('SHA256SUMS', Buffer.from(other))).join()).toContain(
      'line 1 is not a SHA-256',
    );
  });

  test('a file that the manifest describes otherwise', () =>
    expect(failed(forge('codebook.md', (text) => `${text}x`, true))).toEqual(['manifest']));

  test('a manifest that gives a part that describes the dataset another digest than the ledger', () => {
    const forged = forge(
      'manifest.json',
      (text) => {
        const manifest = JSON.parse(text) as Manifest;
        return JSON.stringify({ ...manifest, inputs: { ...manifest.inputs, topics: '0'.repeat(64) } });
      },
      true,
    );
    expect(verifyRelease(toFiles(forged), null).results.flatMap(({ problems }) => problems)).toEqual([
      'The digest of `topics` is not that of the ledger of version 1.0.0.',
    ]);
  });

  test('a manifest that gives any file that lists rows another number of them', () => {
    const { files: listed } = JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString()) as Manifest;
    const counted = listed.filter(({ rows }) => rows !== null);
    expect(counted.map(({ path }) => path)).toContain('claimreview.jsonld');
    for (const { path, rows } of counted)
      for (const lie of [(rows ?? 0) + 1, null]) {
        const said = listed.map((entry) => (entry.path === path ? { ...entry, rows: lie } : entry));
        const forged = forge('manifest.json', (text) => JSON.stringify({ ...JSON.parse(text), files: said }), true);
        const { problems = [] } =
          verifyRelease(toFiles(forged), null).results.find(({ name }) => name === 'manifest') ?? {};
        expect(problems).toEqual([`${path} has ${rows} rows, and manifest.json says ${lie ?? 'that it lists none'}.`]);
      }
  });

  test('rows that the manifest gives for a file that lists none', () => {
    const forged = forge(
      'manifest.json',
      (text) => text.replace(/("path": "codebook.md"[^}]*"rows": )null/, '$15'),
      true,
    );
    expect(verifyRelease(toFiles(forged), null).results.flatMap(({ problems }) => problems)).toContain(
      'codebook.md: manifest.json gives rows, and no format of this name is known.',
    );
  });

  test('JSON Lines that say the same in other letters', () =>
    expect(failed(forge('claims.jsonl', (text) => text.replace('{"claim_id":', '{ "claim_id":')))).toEqual([
      'formats',
    ]));

  /** The release without some files and with others, its checksums written anew. */
  function reshape(without: RegExp, more: Record<string, string> = {}): Map<string, Uint8Array> {
    const kept = [...files].filter(([name]) => !without.test(name) && name !== 'SHA256SUMS');
    const forged = new Map([
      ...kept,
      ...Object.entries(more).map(([name, text]) => [name, Buffer.from(text)] as const),
    ]);
    const sums = renderChecksums([...forged].map(([file, bytes]) => measureFile(file, bytes, null)));
    return forged.set('SHA256SUMS', Buffer.from(sums));
  }

  test.each([
    'CITATION.cff',
    'LICENSE',
    'DATASHEET.md',
    'CHANGELOG.md',
    'explorer.html',
    'claims.parquet',
    'schemas/tables/claims.schema.json',
  ])('that a release has lost %s, though all digests fit', (name) =>
    expect(failed(reshape(new RegExp(`^${name}$`)))).toContain('contents'),
  );

  test('that a release has lost its schemas', () => expect(failed(reshape(/^schemas\//))).toEqual(['contents']));

  test.each([
    ['a file that no release has', { 'evil.txt': 'x' }],
    ['a name that differs in a capital', { 'Claims.csv': 'x' }],
    ['two ways to write one letter', { 'caf\u00e9.txt': 'x', 'cafe\u0301.txt': 'x' }],
    ['a schema that no release has', { 'schemas/more.schema.json': '{}' }],
  ])('%s', (_, more) => expect(failed(reshape(/^$/, more))).toEqual(['contents']));

  test('a schema that allows everything', () =>
    expect(
      failed(
        forge('schemas/tables/claims.schema.json', (text) =>
          text.replace('"additionalProperties": false', '"additionalProperties": true'),
        ),
      ),
    ).toEqual(['contents']));

  test.each<[string, (text: string) => string]>([
    ['a further row without a line end', (text) => `${text}{"claim_id":"x-c01"}`],
    ['a key twice', (text) => text.replace('"verdict":"refuted"', '"verdict":"refuted","verdict":"refuted"')],
    ['a mark at the beginning', (text) => `\ufeff${text}`],
    ['other line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['another way to write a number', (text) => text.replace(/"evidence_count":(\d+)/, '"evidence_count":$1.0')],
  ])('JSON Lines with %s', (_, change) => expect(failed(forge('claims.jsonl', change))).not.toEqual([]));

  test('a row that its schema refuses, though all digests fit', () =>
    expect(failed(forge('evidence.jsonl', (text) => text.replace('"refutes"', '"denies"')))).toContain('rows'));

  test('a reference that leads nowhere', () =>
    expect(
      failed(
        forge('evidence.jsonl', (text) =>
          text.replace('"claim_id":"gazette-2024-05-02-c01"', '"claim_id":"gazette-2024-05-02-c77"'),
        ),
      ),
    ).toContain('keys'));

  test('a CSV that says something else than the JSON Lines', () =>
    expect(failed(forge('claims.csv', (text) => text.replace('refuted', 'supported')))).toEqual(['formats']));

  test('a Parquet file with the rows of another table, or that is none', () => {
    const other = files.get('evidence.parquet') ?? new Uint8Array();
    const without = reshape(/^claims\.parquet$/);
    const swapped = new Map([...without].filter(([name]) => name !== 'SHA256SUMS')).set('claims.parquet', other);
    const sums = renderChecksums([...swapped].map(([file, bytes]) => measureFile(file, bytes, null)));
    expect(failed(swapped.set('SHA256SUMS', Buffer.from(sums)))).toEqual(['parquet']);
    expect(failed(reshape(/^claims\.parquet$/, { 'claims.parquet': 'PAR1 and no more' }))).toEqual(['parquet']);
  });

  test('counts that are not those of the rows', () =>
    expect(failed(forge('manifest.json', (text) => text.replace('"claims": 3', '"claims": 4'), true))).toEqual([
      'counts',
    ]));

  test('a citation of another version', () =>
    expect(failed(forge('CITATION.cff', (text) => text.replace('version: 1.0.0', 'version: 1.0.1'), true))).toEqual([
      'citation',
    ]));

  test('a verdict changed in every table, which only the ledger knows', () => {
    const change = (text: string) => text.replaceAll('"verdict":"supported"', '"verdict":"refuted"');
    expect(failed(forge('claims.jsonl', change))).toContain('ledger');
  });

  test('a history that was changed', () => {
    expect(failed(forge('changes.jsonl', (text) => text.replace('"refuted"', '"revised"')))).toEqual(['ledger']);
    expect(failed(forge('releases/1.0.0.jsonl', (text) => text.replace('"refuted"', '"revised"'), true))).toContain(
      'ledger',
    );
  });

  test('words of a withheld article', () => {
    const words = Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ');
    const digest = /"text_sha256":"(b9c6[^"]+)"/.exec(Buffer.from(files.get('articles.jsonl') ?? []).toString())?.[1];
    const captures = new Map([
      ['herald.txt', readTree(join(folder, 'captures')).get('herald-0503.txt') ?? new Uint8Array()],
    ]);
    expect(digest).toBeDefined();
    const rights = (held: ReadonlyMap<string, Uint8Array>, of = captures) =>
      verifyRelease(toFiles(held), toFiles(of)).results.find(({ name }) => name === 'rights')?.problems;
    expect(rights(files)).toEqual([]);
    expect(rights(files, new Map([['other.txt', Buffer.from(words)]]))).toEqual([
      'herald-2024-05-03: there is no capture with the digest of this article.',
    ]);
    const copied = new Map(files).set('notes.txt', captures.get('herald.txt') ?? new Uint8Array());
    expect(rights(copied)).toEqual(['notes.txt holds 26 consecutive words of herald-2024-05-03.']);
  });

  test('a source that gives something else', async () => {
    const other = mkdtempSync(join(tmpdir(), 'veritable-test-'));
    try {
      makeRepository(other);
      edit(other, 'raw/articles/gazette-2024-05-02.md', 'shows a closure', 'has a closure');
      commit(other);
      await makeRelease(other);
      const { exitCode, out } = await record((terminal) => verify(path, { rebuild: other }, terminal));
      expect(exitCode).toBe(1);
      expect(out).toContain('claims.csv is not what');
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  test('an archive that is none', async () => {
    const file = join(folder, 'build/none.tar.gz');
    writeFileSync(file, 'not an archive');
    const { exitCode, out } = await record((terminal) => verify(file, {}, terminal));
    expect(exitCode).toBe(1);
    expect(out).toContain('It cannot be unpacked');
  });
});
