// The problem matchers of .vscode/tasks.json, on what `validate` really prints.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { GAZETTE, openWorkspace } from '../workspace.ts';

interface Pattern {
  regexp: string;
  file: number;
  line?: number;
  column?: number;
  severity: number;
  code: number;
  message: number;
}

interface Matcher {
  pattern: Pattern;
  background?: { beginsPattern: string; endsPattern: string };
}

const { tasks } = JSON.parse(readFileSync('.vscode/tasks.json', 'utf8')) as {
  tasks: { label: string; command: string; problemMatcher: Matcher | Matcher[] }[];
};
const matchersOf = (label: string) => [tasks.find((task) => task.label === label)?.problemMatcher ?? []].flat();

/** The problems that an editor would list for an output. */
function readProblems(output: string, matchers: readonly Matcher[]) {
  return output.split('\n').flatMap((line) =>
    matchers.flatMap(({ pattern }) => {
      const match = new RegExp(pattern.regexp).exec(line);
      const part = (group: number | undefined) => (group === undefined ? undefined : match?.[group]);
      if (!match) return [];
      const place = [part(pattern.file), part(pattern.line), part(pattern.column)].filter((text) => text !== undefined);
      return [[place.join(':'), part(pattern.severity), part(pattern.code), part(pattern.message)].join(' ')];
    }),
  );
}

describe('every finding becomes one problem, and no other line does', () => {
  test('of a real run', async () => {
    const workspace = openWorkspace()
      .edit(GAZETTE, 'verdict: refuted\n', 'verdict: refutd\n')
      .edit(GAZETTE, 'nature: original', 'nature: orginal')
      .edit(
        GAZETTE,
        'url: https://aldport.example.org/ledger/2024',
        'url: https://aldport.example.org/ledger/2024?utm_source=x',
      )
      .file('raw/articles/empty.md', '')
      .file('raw/articles/latin-1.md', Uint8Array.of(0xe9));
    const { findings } = await workspace.report();
    const { out } = await workspace.validate();
    const expected = findings.map(({ file, range, severity, code, message }) => {
      const place = range ? `${file}:${range.start.line}:${range.start.column}` : file;
      return `${place} ${severity} ${code} ${message}`;
    });
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['error', 'warning']));
    expect(findings.some(({ range }) => range === null)).toBe(true);
    expect(readProblems(out, matchersOf('Validate'))).toEqual(expected);
  });
});

test('the marks of a round are the lines that a watch prints around its report', async () => {
  const [matcher] = matchersOf('Validate while editing');
  const { out } = await openWorkspace().validate();
  expect(out.trimEnd().split('\n').at(-1)).toMatch(new RegExp(matcher?.background?.endsPattern ?? '^$'));
  expect('Validating raw …').toMatch(new RegExp(matcher?.background?.beginsPattern ?? '^$'));
});

test('tasks run commands that there are', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  for (const { command } of tasks) expect(Object.keys(scripts)).toContain(/^npm run --silent (\S+)/.exec(command)?.[1]);
});
