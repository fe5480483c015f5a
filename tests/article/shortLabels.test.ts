// What a label leaves out stands for null or an empty list, and nothing that is published tells the difference.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeArticle } from '../../scripts/article/decodeArticle.ts';
import { fillDefaults } from '../../scripts/schemas/defaults.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';

const EMPTY = /^ *(?!claims\b)\w+: (?:null|\[\])\n/gm;

/** Takes out every line that says no more than that a value is empty; how many there were. */
function shorten(workspace: Workspace, file: string): number {
  const text = workspace.read(file);
  workspace.file(file, text.replaceAll(EMPTY, ''));
  return text.match(EMPTY)?.length ?? 0;
}

function readDataset(workspace: Workspace): Map<string, string> {
  const names = readdirSync(workspace.path('dataset'), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `${parentPath}/${name}`);
  return new Map(files.map((file) => [file, workspace.read(file.slice(workspace.root.length + 1))]));
}

describe('labels without their empty keys', () => {
  test('are built into the same bytes', async () => {
    const workspace = openWorkspace();
    expect((await workspace.build()).exitCode).toBe(0);
    const before = readDataset(workspace);
    expect(before.size).toBeGreaterThan(10);
    expect(shorten(workspace, GAZETTE) + shorten(workspace, HERALD)).toBeGreaterThan(20);
    expect((await workspace.build()).exitCode).toBe(0);
    expect(readDataset(workspace)).toEqual(before);
  });

  test('A11 asks for a key that has no default', async () => {
    const workspace = openWorkspace();
    workspace.file(GAZETTE, workspace.read(GAZETTE).replace(/^ +status: .*\n/m, ''));
    const { findings } = await workspace.report();
    expect(findings.map(({ code }) => code)).toContain('A11');
  });

  test.each(['verdict', 'justification', 'anchor'])(
    'a %s that is left out is found like an empty one, and has a place',
    async (key) => {
      const find = async (by: string) => {
        const workspace = openWorkspace();
        const written = new RegExp(`^ {4}${key}:.*\\n(?: {6}- .*\\n)*`, 'm');
        workspace.file(GAZETTE, workspace.read(GAZETTE).replace(written, by));
        return (await workspace.report()).findings;
      };
      const places = (findings: Awaited<ReturnType<typeof find>>) =>
        findings.map(({ code, pointer }) => `${code} ${pointer}`).toSorted();
      const left = await find('');
      expect(left.some(({ pointer }) => pointer.includes(`/${key}`))).toBe(true);
      expect(places(left)).toEqual(places(await find(`    ${key}: null\n`)));
      for (const { range } of left) expect(range).not.toBeNull();
    },
  );
});

test('a fix writes a key that was left out', async () => {
  const workspace = openWorkspace();
  const before = workspace.read(GAZETTE);
  const anchors = before.match(/^ +anchor: .*\n/gm) ?? [];
  expect(anchors.length).toBeGreaterThan(0);
  workspace.file(GAZETTE, before.replaceAll(/^ +anchor: .*\n/gm, ''));
  await workspace.fix();
  const after = workspace.read(GAZETTE);
  expect((after.match(/^ {4}anchor: .*\n/gm) ?? []).toSorted()).toEqual(anchors.toSorted());
});

test('what a file says is kept apart from the whole article', () => {
  const workspace = openWorkspace();
  shorten(workspace, GAZETTE);
  const read = decodeArticle('a.md', Buffer.from(workspace.read(GAZETTE)));
  expect(read.article).toHaveProperty('archive_url', null);
  expect(read.textSubject?.value).not.toHaveProperty('archive_url');
});

test('what is written stays as it is, what nobody knows is kept, and lists are nobody else’s', () => {
  const written = JSON.parse('{ "claims": [{}, {}], "nature": "original", "odd": 1, "__proto__": 2 }') as object;
  const before = JSON.stringify(written);
  const whole = fillDefaults('raw/article.schema.json', written) as { claims: { topics: string[] }[] };
  expect(JSON.stringify(written)).toBe(before);
  expect(Object.entries(whole)).toContainEqual(['odd', 1]);
  expect(Object.entries(whole)).toContainEqual(['__proto__', 2]);
  expect(fillDefaults('raw/article.schema.json', whole)).toEqual(whole);
  expect(whole.claims[0]?.topics).toEqual([]);
  expect(whole.claims[0]?.topics).not.toBe(whole.claims[1]?.topics);
});

test('values of one kind have their keys in one order, whatever the order they were written in', () => {
  const keysOf = (written: object) => Object.keys(fillDefaults('raw/article.schema.json', written, 'claim') as object);
  expect(keysOf({ verdict: 'refuted', id: 'x' })).toEqual(keysOf({ id: 'x', verdict: 'refuted' }));
});

test('an entry of the scale may leave out a rating and mappings that it does not have', async () => {
  const workspace = openWorkspace();
  await workspace.build();
  const before = workspace.read('dataset/claims.jsonl');
  const scale = workspace.read('raw/vocabulary/verdicts.yml');
  const short = scale.replace(/^ {2}(?:rating_value|averitec|fever): null\n/gm, '');
  expect(short.length).toBeLessThan(scale.length);
  expect((await workspace.file('raw/vocabulary/verdicts.yml', short).build()).exitCode).toBe(0);
  expect(workspace.read('dataset/claims.jsonl')).toBe(before);
});
