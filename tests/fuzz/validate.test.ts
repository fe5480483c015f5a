// Whatever is thrown at `validate`: no exception, no hang, an exit code of 0 or 1, and a report that its schema
// describes.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { validatorOf } from '../../scripts/schemas/validator.ts';
import fc from '../property.ts';
import { GAZETTE, HERALD, openWorkspace, type Workspace } from '../workspace.ts';
import { applyEdits, edits } from './edits.ts';

vi.setConfig({ testTimeout: 120_000 });

const SOURCES = [GAZETTE, HERALD, 'raw/vocabulary/entities.yml', 'raw/expectations.yml', 'CITATION.cff'];
const RUNS = { numRuns: Number(process.env['FUZZ_RUNS'] ?? 25) };

async function survives(workspace: Workspace): Promise<void> {
  const json = await workspace.validate({ format: 'json' });
  expect(json.exitCode).toBeOneOf([0, 1]);
  const report = JSON.parse(json.out);
  const isReport = validatorOf('report.schema.json');
  expect(isReport(report), JSON.stringify(isReport.errors)).toBe(true);
  expect(json.exitCode).toBe(report.summary.errors > 0 ? 1 : 0);
  for (const format of ['text', 'github', 'sarif'] as const)
    expect((await workspace.validate({ format })).exitCode).toBe(json.exitCode);
}

test('random bytes', async () => {
  const workspace = openWorkspace();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SOURCES), fc.uint8Array({ maxLength: 400 }), async (file, bytes) => {
      const before = workspace.read(file);
      await survives(workspace.file(file, bytes));
      workspace.file(file, before);
    }),
    RUNS,
  );
});

const KEYS = ['id', 'title', 'claims', 'text', 'suppress', 'rights', '__proto__', 'toString', '<<', '', '?', '~'];
const scalar = fc.oneof(
  fc.constantFrom(
    'null',
    'true',
    '012',
    '1:30',
    '2024-02-30',
    '&a x',
    '*a',
    '!!js x',
    '"\\u0000"',
    '[',
    '}',
    '|',
    '- x',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double().map(String),
);
const yaml = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    scalar,
    fc.array(tie('node'), { maxLength: 4 }).map((items) => items.map((item) => `\n- ${indent(item)}`).join('')),
    fc
      .array(fc.tuple(fc.oneof(fc.constantFrom(...KEYS), scalar), tie('node')), { maxLength: 5 })
      .map((pairs) => pairs.map(([key, value]) => `\n${key}: ${indent(value)}`).join('')),
  ),
})).node;

function indent(text: string): string {
  return text.replaceAll('\n', '\n  ');
}

test('random YAML', async () => {
  const workspace = openWorkspace();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SOURCES), yaml, async (file, text) => {
      const before = workspace.read(file);
      await survives(workspace.file(file, file.endsWith('.md') ? `---\n${text}\n---\nbody\n` : text));
      workspace.file(file, before);
    }),
    RUNS,
  );
});

test('random edits of real files', async () => {
  const workspace = openWorkspace();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SOURCES), edits, async (file, changes) => {
      const before = workspace.read(file);
      await survives(workspace.file(file, applyEdits(before, changes)));
      workspace.file(file, before);
    }),
    RUNS,
  );
});

test('random edits of the labels of this repository', async () => {
  const workspace = openWorkspace();
  const [name = ''] = readdirSync('raw/articles');
  for (const folder of ['articles', 'vocabulary'])
    cpSync(`raw/${folder}`, workspace.path(`raw/${folder}`), { recursive: true, force: true });
  const file = `raw/articles/${name}`;
  const text = workspace.read(file);
  await fc.assert(
    fc.asyncProperty(edits, async (changes) => {
      const { exitCode } = await workspace.file(file, applyEdits(text, changes)).validate();
      expect(exitCode).toBeOneOf([0, 1]);
    }),
    { numRuns: Math.ceil(RUNS.numRuns / 2) },
  );
});

test('a fix never brings a finding that was not there, and fixing twice changes nothing', async () => {
  const workspace = openWorkspace();
  const originals = SOURCES.map((file) => [file, readFileSync(workspace.path(file), 'utf8')] as const);
  const keys = async () =>
    (await workspace.report()).findings.map(({ code, file, message }) => `${code} ${file} ${message}`).sort();
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...SOURCES), edits, async (file, changes) => {
      for (const [name, text] of originals) workspace.file(name, text);
      workspace.file(file, applyEdits(workspace.read(file), changes));
      const before = await keys();
      expect((await workspace.fix()).exitCode).toBeOneOf([0, 1]);
      const after = await keys();
      const rest = [...before];
      for (const key of after) {
        expect(rest).toContain(key);
        rest.splice(rest.indexOf(key), 1);
      }
      const once = SOURCES.map((name) => workspace.read(name));
      await workspace.fix();
      expect(SOURCES.map((name) => workspace.read(name))).toEqual(once);
    }),
    RUNS,
  );
});
