// A project with fields of its own: they are judged, published as columns in every format, and versioned.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, onTestFinished, test } from 'vitest';
import { diff } from '../../scripts/commands/diff.ts';
import { merge } from '../../scripts/commands/merge.ts';
import { examineShard, linkShard, planShards } from '../../scripts/commands/shard.ts';
import { verify } from '../../scripts/commands/verify.ts';
import type { Terminal } from '../../scripts/platform/terminal.ts';
import { commit, edit, makeRelease, makeRepository } from '../release/releasedProject.ts';
import { GAZETTE, HERALD, openWorkspace, record, type Workspace } from '../workspace.ts';

const CONFIG = 'veritable.config.yml';
const FIELDS = `extra:
  claims:
    harm: { title: Harm, description: How much harm the claim may do., type: integer, minimum: 1, maximum: 5, example: 3 }
    tags: { title: Tags, description: Words of the desk., type: array }
    seen: { title: Seen, description: When the desk saw the claim., type: string, format: day }
  articles:
    desk: { title: Desk, description: Whose story it was., type: string, enum: [foreign, home] }
`;

/** The Gazette with fields; its first claim and its article have values. */
function open(extra = "{ harm: 4, tags: [flood, 'two words'], seen: '2024-05-03' }", desk = 'home'): Workspace {
  return openWorkspace()
    .file(CONFIG, FIELDS)
    .edit(GAZETTE, '    status: labelled', `    extra: ${extra}\n    status: labelled`)
    .edit(GAZETTE, '\nclaims:', `\nextra: { desk: ${desk} }\nclaims:`);
}

/** Exit codes of works that follow one another. */
async function inTurn(
  numbers: readonly number[],
  work: (number: number, terminal: Terminal) => Promise<number>,
): Promise<number[]> {
  const codes: number[] = [];
  for (const number of numbers) codes.push((await record((terminal) => work(number, terminal))).exitCode);
  return codes;
}

describe('values', () => {
  test('are columns behind those of the program, in CSV and JSON, of claims and of their article', async () => {
    const workspace = open();
    expect((await workspace.build()).exitCode).toBe(0);
    const [first, second] = parse(workspace.read('dataset/claims.csv'), { columns: true }) as Record<string, string>[];
    expect(Object.keys(first ?? {}).slice(-3)).toEqual(['extra_harm', 'extra_tags', 'extra_seen']);
    expect(first).toMatchObject({ extra_harm: '4', extra_tags: 'flood|two words', extra_seen: '2024-05-03' });
    expect(second).toMatchObject({ extra_harm: '', extra_tags: '', extra_seen: '' });
    const [row, other] = workspace.rows('claims.jsonl');
    expect(row).toMatchObject({ extra_harm: 4, extra_tags: ['flood', 'two words'], extra_seen: '2024-05-03' });
    expect(row).toMatchObject({ extra: null, article: { extra_desk: 'home' } });
    expect(other).toMatchObject({ extra_harm: null, extra_tags: [], extra_seen: null });
    expect(JSON.parse(workspace.read('dataset/claims.json'))).toEqual(workspace.rows('claims.jsonl'));
    expect(workspace.rows('articles.jsonl').map((article) => article['extra_desk'])).toEqual(['home', null]);
  });

  test('are described by codebook, Data Package, Croissant, card and manifest', async () => {
    const workspace = open();
    await workspace.build();
    expect(workspace.read('dataset/codebook.md')).toContain(
      '| `extra_harm` | How much harm the claim may do. | whole number | `3` |',
    );
    const json = (name: string) => JSON.parse(workspace.read(`dataset/${name}`));
    const fields = json('datapackage.json').resources[0].schema.fields as { name: string }[];
    expect(fields.find(({ name }) => name === 'extra_harm')).toMatchObject({
      type: 'integer',
      constraints: { minimum: 1 },
    });
    const named = JSON.stringify(json('croissant.json'));
    for (const column of ['extra_harm', 'extra_tags', 'extra_seen', 'extra_desk']) {
      expect(named).toContain(`"name":"${column}"`);
      expect(workspace.read('dataset/README.md')).toContain(`name: ${column}`);
      expect(workspace.read('dataset/manifest.json')).toContain(`"name": "${column}"`);
    }
  });

  test('stand on the page of their claim, under the titles of their fields', async () => {
    const workspace = open();
    await workspace.build();
    await workspace.explore({ out: undefined as never, site: workspace.path('site') });
    const page = workspace.read('site/claims/gazette-2024-05-02-c01.html');
    expect(page).toMatch(/<dt>Harm<\/dt><dd[^>]*><bdi>4<\/bdi>/);
    expect(page).toMatch(/<dt>Tags<\/dt><dd[^>]*><bdi>flood, two words<\/bdi>/);
  });

  test('are judged by expectations like any column', async () => {
    const file = 'raw/expectations.yml';
    const expecting = (column: string) =>
      open().edit(file, 'source_url: { min: 0.5 }', `${column}: { min: 0.9 }`).report();
    expect((await expecting('extra_harm')).findings.map(({ code }) => code)).toEqual(['D10']);
    expect((await expecting('extra_harms')).findings.map(({ code }) => code)).toContain('D12');
  });

  test('of another type, beyond the bounds or under an unknown name are findings at the value', async () => {
    const places = async (workspace: Workspace) =>
      (await workspace.report()).findings.map(({ code, range }) => [code, range?.start.line]);
    const line =
      open()
        .read(GAZETTE)
        .split('\n')
        .findIndex((text) => text.includes('harm: 4')) + 1;
    for (const wrong of [
      '{ harm: 6 }',
      '{ harm: 1.5 }',
      '{ tags: flood }',
      '{ tags: [a|b] }',
      "{ seen: '2024-13-01' }",
    ])
      expect([wrong, await places(open(wrong))]).toEqual([wrong, [['A40', line]]]);
    expect(await places(open('{ harn: 4 }'))).toEqual([['A40', line]]);
    expect(await places(open('null', 'sports'))).toHaveLength(1);
  });

  test('of an article are refused where the project names no field', async () => {
    const { findings } = await openWorkspace().edit(HERALD, '\nclaims:', '\nextra: { desk: home }\nclaims:').report();
    expect(findings.map(({ code }) => code)).toEqual(['A40']);
  });

  test('are the same bytes from shards', async () => {
    const workspace = open();
    await workspace.build();
    const options = { raw: workspace.path('raw'), work: workspace.path('work'), program: 'test' };
    const out = workspace.path('merged');
    const done = [
      ...(await inTurn([1, 2], (shard, terminal) => linkShard(options, { shard, shards: 2 }, terminal))),
      ...(await inTurn([2], (shards, terminal) => planShards(options, shards, terminal))),
      ...(await inTurn([1, 2], (shard, terminal) => examineShard(options, { shard, shards: 2 }, terminal))),
      ...(await inTurn([2], (shards, terminal) => merge({ ...options, shards, out }, terminal, () => 0))),
    ];
    expect(done).toEqual([0, 0, 0, 0, 0, 0]);
    expect(readdirSync(out).sort()).toEqual(readdirSync(workspace.path('dataset')).sort());
    for (const name of readdirSync(out))
      expect(workspace.read(`merged/${name}`)).toBe(workspace.read(`dataset/${name}`));
  });
});

test.each([
  ['Harm: { title: Harm, description: D., type: integer }', '`Harm` cannot be the name of a column.'],
  ['harm: { title: Harm, description: D., type: string, minimum: 1 }', '`minimum` says nothing of the type string.'],
  [
    'harm: { title: Harm, description: D., type: integer, minimum: 5, maximum: 1 }',
    'The maximum is below the minimum.',
  ],
  [
    'harm: { title: Harm, description: D., type: integer, example: high }',
    'The example is not what the field may hold.',
  ],
  ['harm: { title: Harm, type: integer }', 'The key `description` is missing.'],
])('%s is a finding', async (field, message) => {
  const { findings } = await openWorkspace().file(CONFIG, `extra:\n  claims:\n    ${field}\n`).report();
  expect(findings.map((finding) => finding.message)).toEqual([message]);
});

test('fields and their values are versioned, verified, and compared', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const release = async () => {
    const { out } = await makeRelease(folder);
    commit(folder);
    return out;
  };
  makeRepository(folder);
  await release();
  writeFileSync(join(folder, CONFIG), FIELDS);
  edit(folder, GAZETTE, '    status: labelled', '    extra: { harm: 4 }\n    status: labelled');
  commit(folder);
  expect(await release()).toMatch(/^Version 1\.1\.0 .*column added: claims\.extra_harm/m);
  edit(folder, GAZETTE, 'harm: 4', 'harm: 5');
  commit(folder);
  expect(await release()).toMatch(/^Version 1\.1\.1 .*changed: claims\.extra_harm/m);
  const archives = readdirSync(join(folder, 'build'))
    .filter((name) => name.endsWith('.tar.gz'))
    .sort();
  const newest = join(folder, 'build', archives.at(-1) ?? '');
  const verified = await record((terminal) => verify(newest, { rebuild: folder }, terminal));
  expect(verified).toMatchObject({ exitCode: 0, out: expect.stringContaining('The release is what it says.') });
  const ledger = (version: string) => join(folder, `releases/${version}.jsonl`);
  const compared = await record((terminal) => diff(ledger('1.1.0'), newest, { format: 'text' }, terminal));
  expect(compared.out).toContain('extra_harm');
  const changes = readFileSync(join(folder, 'dataset/changes.jsonl'), 'utf8');
  expect(changes).toContain('"column":"extra_harm"');
  writeFileSync(join(folder, CONFIG), FIELDS.replace('type: integer, minimum: 1, maximum: 5', 'type: number'));
  commit(folder);
  expect(await release()).toMatch(/^Version 2\.0\.0 .*column retyped: claims\.extra_harm/m);
}, 240_000);
