import { describe, expect, test } from 'vitest';
import { renderGithub, renderStepSummary } from '../../scripts/findings/renderGithub.ts';
import { makeFinding, SUMMARY } from './sample.ts';

const commandsOf = (report: string) => report.split('\n').filter((line) => line.trimStart().startsWith('::'));

describe('annotations', () => {
  test('name the place, the rule and what to do', () => {
    const finding = makeFinding({ expected: 'one of a, b', hint: 'did you mean `a`?' });
    expect(commandsOf(renderGithub([finding], SUMMARY))).toEqual([
      '::error file=raw/articles/a.md,line=2,endLine=2,col=10,endColumn=17,title=V01 No such verdict.::expected: one of a, b%0Ahint: did you mean `a`?',
    ]);
  });

  test('are ten at most, the worst first; the rest are plain lines', () => {
    const warnings = Array.from({ length: 10 }, (_, i) => makeFinding({ severity: 'warning', file: `w${i}.md` }));
    const report = renderGithub([...warnings, makeFinding({ file: 'worst.md' })], SUMMARY);
    const commands = commandsOf(report);
    expect(commands).toHaveLength(10);
    expect(commands[0]).toContain('::error file=worst.md');
    expect(report).toContain('w9.md:2:10 warning V01 No such verdict.');
  });

  test('keep text of the data inside their own line and value', () => {
    const hostile = 'x,line=1::y\n::error::z%0A\u001b[31m';
    const report = renderGithub([makeFinding({ file: hostile, message: hostile, found: hostile })], SUMMARY);
    expect(commandsOf(report)).toHaveLength(1);
    expect(commandsOf(report)[0]).toContain('file=x%2Cline=1%3A%3Ay');
    expect(report).not.toContain('\u001b');
  });

  test('plain lines are no commands, in neither form', () => {
    const many = Array.from({ length: 11 }, () => makeFinding({ file: '::set-env x', message: '##[error]x' }));
    const last = renderGithub(many, SUMMARY).split('\n')[10];
    expect(last).toBe(': :set-env x:2:10 error V01 ## [error]x');
  });
});

describe('the step summary', () => {
  test('is a table of all findings in which text of the data is no markup', () => {
    const finding = makeFinding({ message: 'a | b <img src=x>' });
    const table = renderStepSummary([finding, finding], SUMMARY);
    expect(table.split('\n').filter((line) => line.startsWith('| raw'))).toEqual(
      Array(2).fill('| raw/articles/a.md:2:10 | error | V01 | a \\| b &lt;img src=x&gt; |  |'),
    );
  });

  test('stays below the size that GitHub takes, and counts what it leaves out', () => {
    const findings = Array.from({ length: 3000 }, () => makeFinding({ message: 'x'.repeat(1000) }));
    const table = renderStepSummary(findings, SUMMARY);
    expect(Buffer.byteLength(table)).toBeLessThan(1024 * 1024);
    const rows = table.split('\n').filter((line) => line.startsWith('| raw')).length;
    expect(table).toContain(`${3000 - rows} more are in the report.`);
  });
});
