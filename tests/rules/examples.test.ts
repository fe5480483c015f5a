// Every rule's own examples: a good one brings nothing, a bad one one finding of the rule, where the example says.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { globSync } from 'glob';
import { describe, expect, test } from 'vitest';
import type { Example } from '../../scripts/rules/engine/rule.ts';
import { RULES } from '../../scripts/rules/index.ts';
import type { ReportFinding } from '../../scripts/schemas/generated/types.ts';
import { GAZETTE, openWorkspace, type Workspace } from '../workspace.ts';

function apply({ edits }: Example): Workspace {
  const workspace = openWorkspace();
  for (const { file, replace, by } of edits) {
    const name = file === undefined ? GAZETTE : `raw/${file}`;
    if (replace === '') workspace.file(name, by);
    else workspace.edit(name, replace, by);
  }
  return workspace;
}

/** The text that a finding's range covers, '' where it is for a whole file. */
function coveredText({ file, range }: ReportFinding): string {
  if (!range) return '';
  const lines = readFileSync(file, 'utf8').split(/(?<=\n)/);
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).join('').length + [...(lines[line - 1] ?? '')].slice(0, column - 1).join('').length;
  return lines.join('').slice(offset(range.start.line, range.start.column), offset(range.end.line, range.end.column));
}

test('every rule is in the file that its code names, and no two have one code', () => {
  const files = globSync('scripts/rules/[A-Z][0-9][0-9]-*.ts', { posix: true }).map((path) =>
    basename(path).slice(0, 3),
  );
  expect(RULES.map(({ code }) => code)).toEqual(files.sort());
  expect(new Set(files).size).toBe(files.length);
});

/**
 * Rules that no edit of the example can break: their tests stand in special.test.ts, those of releases in
 * releaseRules.test.ts.
 */
const WITHOUT_EXAMPLE = ['A01', 'A02', 'A31', 'Q02', 'Q03', 'Q07', 'R01', 'R02', 'R03', 'R04', 'R05', 'R06'];

test('what a reader sees of every refused example', { timeout: 60_000 }, async () => {
  const pages: string[] = [];
  for (const rule of RULES) {
    for (const example of rule.examples.bad) {
      const workspace = apply(example);
      const { out } = await workspace.validate();
      pages.push(out.replaceAll(/\S*veritable-\w+\//g, '').trimEnd());
    }
  }
  await expect(`${pages.join(`\n\n${'='.repeat(80)}\n\n`)}\n`).toMatchFileSnapshot('rendered.txt');
});

test('every rule has a bad example, or a test of its own', () => {
  const silent = RULES.filter(({ examples }) => examples.bad.length === 0).map(({ code }) => code);
  expect(silent).toEqual(WITHOUT_EXAMPLE);
});

for (const rule of RULES) {
  if (rule.examples.good.length + rule.examples.bad.length === 0) continue;
  describe(`${rule.code} ${rule.title}`, () => {
    rule.examples.good.forEach((example, i) => {
      test(`good ${i + 1}${example.why ? `: ${example.why}` : ''}`, async () => {
        const { findings } = await apply(example).report();
        expect(findings).toEqual([]);
      });
    });
    rule.examples.bad.forEach((example, i) => {
      test(`bad ${i + 1}${example.why ? `: ${example.why}` : ''}`, async () => {
        const { findings } = await apply(example).report();
        const own = findings.filter(({ code }) => code === rule.code);
        expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual([expect.stringContaining(rule.code)]);
        expect(own[0]?.severity).toBe(rule.severity);
        expect(coveredText(own[0] as ReportFinding)).toContain(example.at ?? '');
      });
    });
  });
}
