import { describe, expect, test } from 'vitest';
import { createAjv } from '../../scripts/schemas/validator.ts';
import { GAZETTE, HERALD, openWorkspace } from '../workspace.ts';

describe('validate', () => {
  test('has nothing to say of the example', async () => {
    const { summary, findings } = await openWorkspace().report();
    expect(findings).toEqual([]);
    expect(summary).toEqual({
      articles: 2,
      claims: 3,
      errors: 0,
      warnings: 0,
      quotations: { checked: 2, unchecked: 1 },
    });
  });

  test('points at the line and says what to do', async () => {
    const { out, exitCode } = await openWorkspace().edit(GAZETTE, 'verdict: refuted', 'verdict: refutd').validate();
    expect(exitCode).toBe(1);
    expect(out).toContain('gazette-2024-05-02.md:33:14  error V01');
    expect(out).toContain('33 │     verdict: refutd\n      │              ^^^^^^ found refutd');
  });

  test('the JSON report is what its schema says', async () => {
    const report = await openWorkspace()
      .edit(GAZETTE, 'verdict: refuted', 'verdict: refutd')
      .edit(GAZETTE, 'language: en', 'langauge: en')
      .report();
    const ajv = createAjv();
    expect([ajv.validate('report.schema.json', report), ajv.errors]).toEqual([true, null]);
    expect(report.findings.map(({ code, range }) => [code, range?.start.line])).toEqual([
      ['A10', 12],
      ['V01', 33],
    ]);
  });

  test('a change of one letter in a quotation is found in file, line and column', async () => {
    const { findings } = await openWorkspace()
      .edit(GAZETTE, 'quote: shut for eleven days', 'quote: shut for eleven dais')
      .report();
    expect(findings).toMatchObject([
      { code: 'Q01', pointer: '/claims/0/quote', range: { start: { line: 24, column: 12 } } },
    ]);
  });

  test('a change of one letter in a capture is found once: no quotation is looked for in another text', async () => {
    const workspace = openWorkspace().edit('captures/herald-0503.txt', 'eleven', 'twelve');
    const { findings } = await workspace.report({ captures: workspace.path('captures') });
    expect(findings.map(({ code }) => code)).toEqual(['Q02']);
    expect(findings.every(({ file }) => file.endsWith(HERALD))).toBe(true);
  });

  test('a folder of captures that was named must hold every capture', async () => {
    const workspace = openWorkspace().remove('captures/herald-0503.txt');
    expect((await workspace.report({ captures: workspace.path('captures') })).findings).toMatchObject([
      { code: 'Q03', severity: 'error' },
    ]);
    expect((await workspace.report()).findings).toEqual([]);
  });

  test('26 words of a withheld text in a synopsis are found where they begin', async () => {
    const words = Array.from({ length: 30 }, (_, i) => `word${i}`).join(' ');
    const workspace = openWorkspace();
    workspace.file('captures/herald-0503.txt', `${workspace.read('captures/herald-0503.txt')}${words}\n`);
    workspace.edit(HERALD, 'The Harbour Herald reports', `Word0, ${words.slice(6)}. It reports`);
    const { findings } = await workspace.report({ captures: workspace.path('captures') });
    expect(findings.find(({ code }) => code === 'Q07')).toMatchObject({ range: { start: { column: 1 } } });
  });

  test('a broken file hides nothing in another', async () => {
    const { findings } = await openWorkspace()
      .edit(HERALD, 'title: Bridge open again', 'title: "Bridge')
      .edit(GAZETTE, 'nature: original', 'nature: orginal')
      .report();
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['A04', 'A13']));
  });

  test('--output writes the report to a file and prints nothing', async () => {
    const workspace = openWorkspace();
    const { out } = await workspace.validate({ format: 'json', output: workspace.path('report.json') });
    expect(out).toBe('');
    expect(JSON.parse(workspace.read('report.json'))).toMatchObject({ version: 1 });
  });

  test('text of the data does not reach the terminal as a command', async () => {
    const { out } = await openWorkspace().edit(GAZETTE, 'verdict: refuted', 'verdict: "\\e[2Jgone"').validate();
    expect(out).not.toContain('\u001b');
  });
});
