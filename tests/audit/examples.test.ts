// Every rule's own examples: a good one brings nothing, a bad one a finding of the rule, where the example says.
import { describe, expect, test } from 'vitest';
import { RULES } from '../../scripts/audit/index.ts';
import { locateAudit } from '../../scripts/audit/locateAudit.ts';
import { type AuditExample, USUAL_MAPPING } from '../../scripts/audit/rule.ts';
import { audit, pieces } from './auditing.ts';

async function find({ mapping = USUAL_MAPPING, files }: AuditExample) {
  const found = await audit(mapping, files);
  const text = `mapping: 1\nname: example\n${mapping}`;
  const open = (path: string) => pieces(files[path], 1 << 20);
  return locateAudit(found.data.mapping, found.findings, open, () => text).map((finding) => ({
    ...finding,
    covered: coverOf(finding.file === 'mapping.yml' ? text : (files[finding.file] ?? ''), finding.range),
  }));
}

/** The lines that a range covers, or the part of its one line. */
function coverOf(
  text: string,
  range: { start: { line: number; column: number }; end: { line: number; column: number } } | null,
): string {
  if (!range) return '';
  const line = text.split('\n')[range.start.line - 1] ?? '';
  const { start, end } = range;
  return start.line === end.line && end.column > start.column
    ? [...line].slice(start.column - 1, end.column - 1).join('')
    : line;
}

test('codes are F01 to F24, in order', () => {
  expect(RULES.map(({ code }) => code)).toEqual(
    Array.from({ length: 24 }, (_, i) => `F${String(i + 1).padStart(2, '0')}`),
  );
});

for (const { code, title, severity, examples } of RULES)
  describe(`${code} ${title}`, () => {
    examples.good.forEach((example, i) => {
      test(`good ${i + 1}${example.why ? `: ${example.why}` : ''}`, async () => {
        const findings = await find(example);
        expect(
          findings.filter((finding) => finding.code === code && (finding.severity !== 'info' || severity === 'info')),
        ).toEqual([]);
      });
    });
    examples.bad.forEach((example, i) => {
      test(`bad ${i + 1}${example.why ? `: ${example.why}` : ''}`, async () => {
        const own = (await find(example)).filter((finding) => finding.code === code);
        expect(own.length).toBeGreaterThan(0);
        expect(own.map(({ covered }) => covered).join('\n')).toContain(example.at ?? '');
      });
    });
    test('has a bad example', () => expect(examples.bad.length).toBeGreaterThan(0));
  });
