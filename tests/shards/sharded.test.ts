// A build in shards is the build: the same bytes and the same report for any number of shards.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { makeCorpus } from '../../bench/corpus.ts';
import { articleId } from '../../bench/labels.ts';
import { merge } from '../../scripts/commands/merge.ts';
import { examineShard, linkShard, planShards } from '../../scripts/commands/shard.ts';
import type { Report } from '../../scripts/schemas/generated/types.ts';
import { type Outcome, openWorkspace, record, Workspace } from '../workspace.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const ARTICLES = 120;
const root = mkdtempSync(join(tmpdir(), 'veritable-shards-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** The first and the last article in the order of the dataset: never in one shard, unless there is only one. */
const FIRST = articleId(0);
const LAST = articleId(ARTICLES - 1);
/** A claim of the last article that has the verdict of the first claim of the first. */
let twin = '';

beforeAll(() => {
  makeCorpus(join(root, 'sound'), ARTICLES);
  const sound = new Workspace(join(root, 'sound'));
  const fileOf = (id: string) => `raw/articles/${id}.md`;
  const claimsOf = (id: string) => sound.read(fileOf(id)).split(/^(?= {2}- id: )/m);
  const verdictOf = (claim: string) => /^ {4}verdict: (\S+)/m.exec(claim)?.[1];
  const [, claim = ''] = claimsOf(FIRST);
  const alike = (id: string) => claimsOf(id).find((other) => verdictOf(other) === verdictOf(claim)) ?? '';
  twin = /id: (\S+)/.exec(alike(LAST))?.[1] ?? '';
  // The same words in two shards, and a vocabulary entry that nothing names, are findings about everything.
  const words = (text: string) =>
    text.replace(
      /^ {4}text: .+\n(?: {6}.+\n)*/m,
      '    text: The mayor opened the long bridge over the river in May.\n',
    );
  const middle = articleId(ARTICLES / 2);
  sound.edit(fileOf(middle), alike(middle), words(alike(middle)));
  sound.edit(fileOf(FIRST), claim, words(claim).replace('same_as: []', `same_as: [${twin}]`));
  // Votes in a file of their own, on claims of two shards.
  const vote = (claim: string, verdict: string | undefined) =>
    `${JSON.stringify({ claim, verdict, confidence: 'low', date: '2030-01-01', guideline: '1' })}\n`;
  const second = (id: string) => verdictOf(claimsOf(id)[2] ?? '');
  const other = second(LAST) === 'refuted' ? 'supported' : 'refuted';
  sound.file('raw/votes/z1.jsonl', vote(`${FIRST}-c02`, second(FIRST)) + vote(`${LAST}-c02`, other));
  const topics = 'raw/vocabulary/topics.yml';
  sound.file(topics, `${sound.read(topics)}- id: nowhere\n  label: Nowhere\n  definition: What no claim is about.\n`);
});

/** A copy of the corpus that goes away with the test. */
function copyCorpus(): Workspace {
  const folder = mkdtempSync(join(root, 'copy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(root, 'sound'), folder, { recursive: true });
  return new Workspace(folder);
}

class Sharded {
  readonly workspace: Workspace;
  readonly shards: number;
  readonly options: { raw: string; work: string; program: string; captures?: string; withText?: boolean };

  constructor(workspace: Workspace, shards: number, options: Partial<Sharded['options']> = {}) {
    this.workspace = workspace;
    this.shards = shards;
    const work = mkdtempSync(join(tmpdir(), 'veritable-work-'));
    onTestFinished(() => rmSync(work, { recursive: true, force: true }));
    this.options = { raw: workspace.path('raw'), work, program: 'test', ...options };
  }

  link(shard: number, more: object = {}): Promise<Outcome> {
    return record((terminal) => linkShard({ ...this.options, ...more }, { shard, shards: this.shards }, terminal));
  }

  plan(): Promise<Outcome> {
    return record((terminal) => planShards(this.options, this.shards, terminal));
  }

  examine(shard: number): Promise<Outcome> {
    return record((terminal) => examineShard(this.options, { shard, shards: this.shards }, terminal));
  }

  merge(out?: string, more: object = {}): Promise<Outcome> {
    const where = out === undefined ? {} : { out: this.workspace.path(out) };
    return record((terminal) => merge({ ...this.options, shards: this.shards, ...where, ...more }, terminal, () => 0));
  }

  /** All shards, the last first: nothing depends on their order. */
  async run(): Promise<void> {
    const all = Array.from({ length: this.shards }, (_, i) => this.shards - i);
    for (const shard of all) expect(await this.link(shard)).toMatchObject({ exitCode: 0, err: '' });
    expect(await this.plan()).toMatchObject({ exitCode: 0, err: '' });
    for (const shard of all) expect(await this.examine(shard)).toMatchObject({ exitCode: 0, err: '' });
  }

  piece(name: string): string {
    return join(this.options.work, name);
  }
}

/** Digests of the files in a folder, by name. */
function readFolder(folder: string): Map<string, string> {
  const digest = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
  return new Map(readdirSync(folder).map((name) => [name, digest(name)]));
}

describe.each([1, 2, 3, 8, 64])('%i shards', (shards) => {
  test('give the bytes and the report of a build', async () => {
    const workspace = copyCorpus();
    const built = await workspace.build({ out: workspace.path('dataset'), jobs: 1 });
    expect(built.exitCode).toBe(0);
    expect(built.out).toContain('V02');
    expect(built.out).toContain('C17');
    expect(built.out).toContain('D0');
    const sharded = new Sharded(workspace, shards);
    await sharded.run();
    const merged = await sharded.merge('dataset');
    expect(merged).toEqual({ ...built, out: built.out.replace(/\(\d+ files changed\)/, '(unchanged)') });
    expect((await sharded.merge('merged')).exitCode).toBe(0);
    expect(readFolder(workspace.path('merged'))).toEqual(readFolder(workspace.path('dataset')));
    expect(workspace.read('merged/claims.csv').includes(`,${twin},${FIRST}-c01,`)).toBe(true);
    expect(await sharded.merge('dataset', { check: true })).toMatchObject({ exitCode: 0 });
  });

  test('report all that a build reports, where nothing can be written', async () => {
    const workspace = copyCorpus();
    const article = (i: number) => `raw/articles/${articleId(i)}.md`;
    // A misnamed file whose claim is named by another article; ids twice; files that cannot be read.
    renameSync(workspace.path(`raw/articles/${LAST}.md`), workspace.path('raw/articles/aaa.md'));
    workspace.file('raw/articles/copy.md', workspace.read(article(3)));
    workspace.file('raw/articles/broken.md', '---\nid: [\n---\n');
    workspace.file('raw/articles/none.md', '');
    workspace.edit(article(5), 'verdict: ', 'verdict: not-');
    workspace.edit(article(7), 'same_as: []', `same_as: [${articleId(9)}-c99, ${FIRST}-c02]`);
    const built = await workspace.build({ out: workspace.path('dataset'), jobs: 1 });
    expect(built.exitCode).toBe(1);
    const sharded = new Sharded(workspace, shards);
    await sharded.run();
    expect(await sharded.merge('dataset')).toEqual(built);
    expect(existsSync(workspace.path('dataset'))).toBe(false);
  });
});

test('more shards than articles: most of them have none', async () => {
  const workspace = openWorkspace();
  const built = await workspace.build({ out: workspace.path('built') });
  const sharded = new Sharded(workspace, 5);
  await sharded.run();
  expect((await sharded.examine(1)).out).toMatch(/^shard 1\/5, \d articles: /);
  expect((await sharded.merge('merged')).exitCode).toBe(built.exitCode);
  expect(readFolder(workspace.path('merged'))).toEqual(readFolder(workspace.path('built')));
});

test('a private edition is the same too', async () => {
  const workspace = openWorkspace();
  const options = { captures: workspace.path('captures'), withText: true };
  expect(await workspace.build({ ...options, out: workspace.path('built') })).toMatchObject({ exitCode: 0 });
  const sharded = new Sharded(workspace, 2, options);
  await sharded.run();
  expect(await sharded.merge('merged')).toMatchObject({ exitCode: 0 });
  expect(readFolder(workspace.path('merged'))).toEqual(readFolder(workspace.path('built')));
  expect(workspace.read('merged/claims.jsonl')).toContain('quote_sentence');
  for (const name of readdirSync(sharded.options.work)) expect(statSync(sharded.piece(name)).mode & 0o077).toBe(0);
  await expect(new Sharded(workspace, 2, { ...options, work: 'dataset' }).link(1)).rejects.toThrow('private/');
});

test('a link that only a reader of YAML sees is found by the merge, which examines those articles again', async () => {
  const workspace = copyCorpus();
  workspace.edit(`raw/articles/${FIRST}.md`, 'same_as: [', '"same\\u005fas": [');
  await workspace.build({ out: workspace.path('dataset'), jobs: 1 });
  const sharded = new Sharded(workspace, 2);
  for (const shard of [1, 2]) await sharded.link(shard, { jobs: 2 });
  await sharded.plan();
  for (const shard of [1, 2]) await sharded.examine(shard);
  await sharded.merge('merged');
  expect(workspace.read('dataset/claims.csv').includes(`,${twin},${FIRST}-c01,`)).toBe(true);
  expect(readFolder(workspace.path('merged'))).toEqual(readFolder(workspace.path('dataset')));
});

test('`validate` of every shard reports what looks at one file, and nothing twice', async () => {
  const workspace = copyCorpus();
  workspace.edit(`raw/articles/${articleId(5)}.md`, 'verdict: ', 'verdict: not-');
  workspace.edit(`raw/articles/${LAST}.md`, 'topics: [', 'topics: [unheard-of, ');
  const whole = (await workspace.report()).findings.map(({ code, file, pointer }) => ({ code, file, pointer }));
  const found: typeof whole = [];
  for (let shard = 1; shard <= 3; shard++) {
    const { out, err, exitCode } = await workspace.validate({ format: 'json', shard: { shard, shards: 3 } });
    const { findings, summary } = JSON.parse(out) as Report;
    expect(err).toContain(`Shard ${shard}/3 alone`);
    expect(exitCode).toBe(summary.errors > 0 ? 1 : 0);
    for (const { code, file, pointer } of findings) found.push({ code, file, pointer });
  }
  const OF_ALL = /^(?:D|R|V02)/;
  expect(whole.some(({ code }) => OF_ALL.test(code))).toBe(true);
  const sorted = (list: typeof whole) => list.map((finding) => JSON.stringify(finding)).sort();
  expect(found.length).toBeGreaterThan(1);
  expect(sorted(found)).toEqual(sorted(whole.filter(({ code }) => !OF_ALL.test(code))));
});

describe('a step', () => {
  test('that was done for the same files is not done again, and is after a change', async () => {
    const workspace = openWorkspace();
    const sharded = new Sharded(workspace, 1);
    await sharded.run();
    for (const step of [sharded.link(1), sharded.plan(), sharded.examine(1)])
      expect((await step).out).toMatch(/ before, and nothing has changed since\n$/);
    const [file] = readdirSync(workspace.path('raw/articles'));
    const path = `raw/articles/${file}`;
    workspace.file(path, workspace.read(path).replace(/title: (["']?)(\w)/, 'title: $1X'));
    await expect(sharded.examine(1)).rejects.toThrow(
      /have changed since they were planned: run `shard links --shard 1\/1`/,
    );
    for (const step of [() => sharded.link(1), () => sharded.plan(), () => sharded.examine(1)])
      expect((await step()).out).not.toContain('before');
  });

  test('that reads other articles than those that were planned writes nothing', async () => {
    const sharded = new Sharded(openWorkspace(), 1);
    await sharded.link(1);
    await sharded.plan();
    const [file] = readdirSync(sharded.workspace.path('raw/articles'));
    const path = `raw/articles/${file}`;
    sharded.workspace.file(path, sharded.workspace.read(path).replace(/title: (["']?)(\w)/, 'title: $1X'));
    await expect(sharded.examine(1)).rejects.toThrow('have changed since they were planned');
    expect(readdirSync(sharded.options.work).sort()).toEqual(['links-1-of-1.piece', 'plan-of-1.piece']);
  });

  test('that examines takes the cut of the plan, and refuses a plan of other articles', async () => {
    const sharded = new Sharded(openWorkspace(), 2);
    for (const shard of [1, 2]) await sharded.link(shard);
    await sharded.plan();
    const files = readdirSync(sharded.workspace.path('raw/articles')).sort();
    // A file of the other shard: its own examination finds that it has changed, and so does the merge.
    const path = `raw/articles/${files.at(-1)}`;
    const text = sharded.workspace.read(path);
    sharded.workspace.file(path, `${text}${'A word more. '.repeat(1000)}\n`);
    expect((await sharded.examine(1)).out).toMatch(/examined\n$/);
    await expect(sharded.examine(2)).rejects.toThrow('have changed since they were planned');
    await expect(sharded.merge('merged')).rejects.toThrow('plan-of-2.piece was made with another list of articles');
    sharded.workspace.file(path, text);
    sharded.workspace.file('raw/articles/more-2024-01-01.md', text);
    await expect(sharded.examine(1)).rejects.toThrow('plan-of-2.piece was made with another list of articles');
  });

  test('that misses what others hand over names all of it', async () => {
    const sharded = new Sharded(openWorkspace(), 3);
    await sharded.link(2);
    await expect(sharded.plan()).rejects.toThrow(
      /links-1-of-3\.piece is not there: run `shard links --shard 1\/3`\.\n.*links-3-of-3\.piece is not there/,
    );
    await expect(sharded.examine(1)).rejects.toThrow(/plan-of-3\.piece is not there: run `shard plan --shards 3`/);
    await sharded.link(1);
    await sharded.link(3);
    await sharded.plan();
    await expect(sharded.merge('merged')).rejects.toThrow(/examine-1-of-3\.piece is not there/);
    expect(existsSync(sharded.workspace.path('merged'))).toBe(false);
  });
});

describe('a piece is refused by name', () => {
  const PIECE = 'examine-1-of-1.piece';
  const open = async () => {
    const sharded = new Sharded(openWorkspace(), 1);
    await sharded.run();
    return sharded;
  };

  test('where it is torn', async () => {
    const sharded = await open();
    truncateSync(sharded.piece(PIECE), 1000);
    await expect(sharded.merge('merged')).rejects.toThrow(
      `${PIECE} is torn or damaged: run \`shard examine --shard 1/1\``,
    );
    expect((await sharded.examine(1)).out).toMatch(/examined\n$/);
    expect((await sharded.merge('merged')).exitCode).toBe(0);
  });

  test('where one bit of its rows is another', async () => {
    const sharded = await open();
    const bytes = readFileSync(sharded.piece(PIECE));
    const at = bytes.indexOf('"claim_id"');
    expect(at).toBeGreaterThan(0);
    bytes[at + 2] = (bytes[at + 2] as number) ^ 1;
    writeFileSync(sharded.piece(PIECE), bytes);
    await expect(sharded.merge('merged')).rejects.toThrow(`${PIECE} is torn or damaged`);
    expect(existsSync(sharded.workspace.path('merged'))).toBe(false);
    expect((await sharded.examine(1)).out).toMatch(/examined\n$/);
    expect((await sharded.merge('merged')).exitCode).toBe(0);
  });

  test.each([
    [
      'another version of the program',
      (sharded: Sharded) => {
        sharded.options.program = 'other';
      },
    ],
    [
      'another folder, edition, vocabulary, citation or release',
      ({ workspace }: Sharded) => {
        const path = 'raw/vocabulary/topics.yml';
        workspace.file(path, workspace.read(path).replace('label:', 'label:  '));
        workspace.edit('CITATION.cff', 'title: ', 'title: Other ');
      },
    ],
    [
      'another list of articles',
      ({ workspace }: Sharded) => {
        const [file] = readdirSync(workspace.path('raw/articles'));
        workspace.file('raw/articles/more-2024-01-01.md', workspace.read(`raw/articles/${file}`));
      },
    ],
  ])('where it was made with %s', async (reason, change) => {
    const sharded = await open();
    change(sharded);
    await expect(sharded.merge('merged')).rejects.toThrow(`plan-of-1.piece was made with ${reason}`);
  });

  test("where it is another shard's", async () => {
    const sharded = new Sharded(openWorkspace(), 2);
    await sharded.run();
    cpSync(sharded.piece('examine-1-of-2.piece'), sharded.piece('examine-2-of-2.piece'));
    await expect(sharded.merge('merged')).rejects.toThrow('examine-2-of-2.piece is the piece of another shard');
  });

  test('where it was examined under another plan', async () => {
    const sharded = await open();
    const [file] = readdirSync(sharded.workspace.path('raw/articles'));
    const path = `raw/articles/${file}`;
    sharded.workspace.file(path, sharded.workspace.read(path).replace(/title: (["']?)(\w)/, 'title: $1X'));
    await sharded.link(1);
    await sharded.plan();
    await expect(sharded.merge('merged')).rejects.toThrow(`${PIECE} was made before what it depends on changed`);
  });
});
