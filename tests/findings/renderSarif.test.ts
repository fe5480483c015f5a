import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { describeLeftOut, renderSarif } from '../../scripts/findings/renderSarif.ts';
import { ruleOf } from '../../scripts/rules/engine/catalogue.ts';
import { RULES } from '../../scripts/rules/index.ts';
import { makeFinding } from './sample.ts';

const range = { start: { line: 3, column: 1 }, end: { line: 3, column: 4 } };
const full = makeFinding({
  expected: 'x',
  found: '[a](b) {0}',
  hint: 'h',
  related: [{ file: 'raw/b c#.md', range: null, message: 'the other place' }],
  fix: {
    title: 'write `a`',
    edits: [{ file: 'raw/articles/a.md', range, text: 'a', offsets: [3, 4] }],
  },
});

// That the log is SARIF the compiler says, by the types of its schema (@types/sarif); these are the bounds of its numbers.
test('lines and columns are counted from 1, indexes from 0', () => {
  for (const findings of [[], [makeFinding({ range: null })], [full, makeFinding({ code: 'Q01' })]]) {
    const log = JSON.parse(renderSarif(findings, RULES)) as Log;
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run?.results).toHaveLength(findings.length);
    for (const { ruleIndex = -1, locations = [], relatedLocations = [], fixes = [] } of run?.results ?? []) {
      expect(run?.tool.driver.rules?.[ruleIndex]).toBeDefined();
      const regions = [
        ...[...locations, ...relatedLocations].map(({ physicalLocation }) => physicalLocation?.region),
        ...fixes.flatMap(({ artifactChanges }) =>
          artifactChanges.flatMap(({ replacements }) => replacements.map(({ deletedRegion }) => deletedRegion)),
        ),
      ];
      for (const { startLine, startColumn, endLine, endColumn } of regions.filter((region) => region !== undefined))
        for (const number of [startLine, startColumn, endLine, endColumn]) expect(number).toBeGreaterThanOrEqual(1);
    }
  }
});

test('every result names its rule, by code and by index', () => {
  const { runs } = JSON.parse(renderSarif([makeFinding({ code: 'Q01' }), full], RULES));
  const { rules } = runs[0].tool.driver;
  for (const result of runs[0].results) expect(rules[result.ruleIndex].id).toBe(result.ruleId);
  expect(rules[runs[0].results[0].ruleIndex].shortDescription.text).toBe(ruleOf('Q01').title);
});

test('paths are relative URI references and messages hold no link or placeholder', () => {
  const [result] = JSON.parse(renderSarif([full], RULES)).runs[0].results;
  expect(result.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe('raw/b%20c%23.md');
  expect(result.message.text).toContain('\\[a\\](b) {{0}}');
});

test('of more findings than GitHub shows the worst are in the log, which says how many are left out', () => {
  const findings = [
    ...Array.from({ length: 5000 }, (_, i) => makeFinding({ code: 'Q01', severity: 'warning', message: `${i}` })),
    full,
  ];
  const [run] = JSON.parse(renderSarif(findings, RULES)).runs;
  expect(run.results).toHaveLength(5000);
  expect(run.results[0].level).toBe('error');
  expect(run.invocations[0].toolExecutionNotifications[0].message.text).toBe(describeLeftOut(5001));
  expect(describeLeftOut(5001)).toMatch(/^1 of 5001 findings/);
  expect(describeLeftOut(5000)).toBeNull();
});

test('a result is known again on another line, and two that say the same are told apart', () => {
  const fingerprints = (...findings: Parameters<typeof renderSarif>[0]) =>
    JSON.parse(renderSarif(findings, RULES)).runs[0].results.map(
      (result: { partialFingerprints: object }) => result.partialFingerprints,
    );
  const [here, again] = fingerprints(full, full);
  expect(fingerprints({ ...full, range })).toEqual([here]);
  expect(again).not.toEqual(here);
  expect(fingerprints({ ...full, file: 'raw/articles/b.md' })).not.toEqual([here]);
});
