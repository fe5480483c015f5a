// The npm package, packed by npm and installed into an empty project without a network, gives the rows of the dataset.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { exportDataset } from '../../../scripts/commands/export.ts';
import { openProject } from '../../../scripts/project/openProject.ts';
import { type Row, readRows, TABLE_FACTS } from './corpora.ts';

const NAME = openProject({ raw: 'raw' }).settings.name;
const root = mkdtempSync(join(tmpdir(), 'veritable-npm-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const project = join(root, 'project');

function run(command: string, args: string[], cwd: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function expectSuccess(result: ReturnType<typeof run>): string {
  expect({ ...result, stdout: '' }).toMatchObject({ status: 0 });
  return result.stdout;
}

test('is packed and installed', async () => {
  const silent = { out: () => {}, err: () => {}, colour: false, interactive: false };
  expect(await exportDataset('npm', { raw: 'raw', out: join(root, 'package') }, silent as never)).toBe(0);
  expectSuccess(run('npm', ['pack', '--pack-destination', root], join(root, 'package')));
  const [archive = ''] = readdirSync(root).filter((name) => name.endsWith('.tgz'));
  expect(archive).toMatch(new RegExp(`^${NAME}-\\d+\\.\\d+\\.\\d+`));
  spawnSync('mkdir', [project]);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }');
  expectSuccess(run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(root, archive)], project));
}, 60_000);

test('gives the rows of every table', () => {
  const script = `import { load, tables } from '${NAME}';
const all = {};
for (const table of tables) all[table] = await load(table);
console.log(JSON.stringify(all));`;
  const printed = expectSuccess(run('node', ['--input-type=module', '--eval', script], project));
  const loaded = JSON.parse(printed) as Record<string, Row[]>;
  expect(Object.keys(loaded)).toEqual(TABLE_FACTS.map(({ name }) => name));
  for (const [table, rows] of Object.entries(loaded))
    expect(rows).toEqual(readRows({ name: '', folder: 'dataset' }, table));
});

test('gives a file of rows and a schema by their paths', () => {
  const script = `import entities from '${NAME}/data/entities.json' with { type: 'json' };
import schema from '${NAME}/schemas/tables/claims.schema.json' with { type: 'json' };
console.log(entities.length, schema.title);`;
  const printed = expectSuccess(run('node', ['--no-warnings', '--input-type=module', '--eval', script], project));
  expect(printed).toBe(`${readRows({ name: '', folder: 'dataset' }, 'entities').length} Claims\n`);
});

test('is typed: right use compiles, wrong use does not', () => {
  const right = `import { load, type Rows, type Verdict, version } from '${NAME}';
const claims: Rows['claims'][] = await load('claims');
export const verdicts: (Verdict | null)[] = claims.map((claim) => claim.verdict);
export const shown: string = version + (claims[0]?.evidence[0]?.shows ?? '') + (claims[0]?.article.title ?? '');
`;
  const wrong = `import { load } from '${NAME}';
export const a = await load('people');
export const b: number = (await load('claims'))[0]!.claim_date;
export const c = (await load('claims'))[0]!.verdict === 'false';
`;
  writeFileSync(join(project, 'right.ts'), right);
  writeFileSync(join(project, 'wrong.ts'), wrong);
  const options = ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--types', ''];
  const compile = (file: string) =>
    run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), ...options, file], project);
  expectSuccess(compile('right.ts'));
  const lines = compile('wrong.ts')
    .stdout.split('\n')
    .filter((line) => line.includes('error TS'));
  expect(lines.map((line) => /\((\d+),/.exec(line)?.[1])).toEqual(['2', '3', '4']);
});
