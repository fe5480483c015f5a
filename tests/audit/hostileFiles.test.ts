// Random and mutated files of every format: no exception, no record lost in silence, and every report can be rendered.

import { expect, test } from 'vitest';
import { RULES } from '../../scripts/audit/index.ts';
import { locateAudit } from '../../scripts/audit/locateAudit.ts';
import { renderAuditPage } from '../../scripts/audit/renderAuditPage.ts';
import { summariseAudit } from '../../scripts/audit/summarise.ts';
import fc from '../property.ts';
import { audit, pieces } from './auditing.ts';

const RUNS = Number(process.env['VERITABLE_FUZZ_RUNS'] ?? 150);

const MAPPINGS: Record<string, string> = {
  csv: 'files: [{ path: f.csv }]\nfields: { id: id, text: claim, verdict: verdict, claim_date: date, claimant: who, url: url }\nlists: { evidence: { each: ".", fields: { text: evidence, url: page } } }\n',
  tsv: 'files: [{ path: f.tsv, quote: null }]\nfields: { id: id, text: claim, verdict: verdict }\n',
  jsonl:
    'files: [{ path: f.jsonl }]\nfields: { id: id, text: claim, verdict: verdict }\nlists: { evidence: { each: "evidence[][]", fields: { id: "1", page: "2", group: "^" } }, rationales: { each: "s[]", fields: { sentences: "[]" } } }\ndeclared: { votes: majority-tie-nei, label: fever-aggregate, undecided: [NEI] }\n',
  json: 'files: [{ path: f.json }]\nfields: { id: id, text: claim, verdict: verdict }\nlists: { evidence: { each: "q[].a[]", fields: { question: ^.q, answer: a, url: u, archive_url: c } } }\n',
  xlsx: 'files: [{ path: f.xlsx }]\nfields: { id: id, text: claim }\n',
  jsonld: 'files: [{ path: f.jsonld }]\nfields: { text: text, verdict: verdict }\n',
};

const SEEDS: Record<string, string> = {
  csv: 'id,claim,verdict,date,who,url,evidence,page\n1,"One, ""two""\nthree",true,2021-01-02,Ada,https://example.org/1,Text,https://example.org/2021/01/02/x\n2,Two,false,,,,,\n',
  tsv: 'id\tclaim\tverdict\n1\t"One\ttrue\n2\tTwo"\tfalse\n',
  jsonl:
    '{"id": 12345678901234567890, "claim": "One", "verdict": "NEI", "evidence": [[[1, 2, "P", 0], null]], "s": [[0, 1]]}\n{"id": "2"}\n',
  json: '[{"id": "1", "claim": "One", "verdict": "true", "q": [{"q": "Who?", "a": [{"a": "A", "u": "https://example.org", "c": "https://web.archive.org/web/2021/http://example.org"}]}]}]',
  xlsx: 'PK\u0003\u0004',
  jsonld:
    '{"@graph": [{"@type": "ClaimReview", "url": "https://example.org/1", "claimReviewed": "One", "reviewRating": {"alternateName": "False"}}, null]}',
};

const SIGNS = [
  '"',
  ',',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\',
  '\u0000',
  '\u202E',
  '\uFEFF',
  '1e999',
  '-',
  '=',
  '__proto__',
  'null',
  '\u{1F600}',
  ' ',
];

const edits = fc.array(
  fc.tuple(fc.nat(400), fc.nat(30), fc.oneof(fc.constantFrom(...SIGNS), fc.string({ maxLength: 6 }))),
  { maxLength: 8 },
);

function mutate(text: string, changes: readonly [number, number, string][]): string {
  let result = text;
  for (const [at, length, by] of changes) {
    const start = result.length === 0 ? 0 : at % result.length;
    result = result.slice(0, start) + by + result.slice(start + (length % 5));
  }
  return result;
}

const content = (format: string) =>
  fc.oneof(
    edits.map((changes) => Buffer.from(mutate(SEEDS[format] ?? '', changes))),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    fc.array(fc.constantFrom(...SIGNS, 'a', '1'), { maxLength: 60 }).map((parts) => Buffer.from(parts.join(''))),
  );

for (const [format, mapping] of Object.entries(MAPPINGS))
  test(`${format} (${RUNS} files)`, { timeout: 3_600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(content(format), fc.integer({ min: 1, max: 64 }), async (bytes, size) => {
        const files = { [`f.${format}`]: bytes };
        const found = await audit(mapping, files, size);
        const { data, findings } = found;
        // The file in one piece says the same.
        const whole = await audit(mapping, files);
        // Of a file in a wrong encoding so much is read as came in whole pieces, and the finding says up to where.
        if (!whole.findings.some(({ code }) => code === 'A02')) expect(found.findings).toEqual(whole.findings);
        const open = (path: string) => pieces(files[path], size);
        const located = locateAudit(data.mapping, findings, open, () => '');
        expect(located.length).toBe(findings.length);
        expect(renderAuditPage(located, summariseAudit(found), RULES, null)).not.toContain('<script');
        // Every line of JSON Lines, and every line of a table without quotation marks, is a record or a finding.
        if (format === 'jsonl' && !findings.some(({ code }) => code === 'A02')) {
          const lines = bytes
            .toString('utf8')
            .replace(/^\uFEFF/, '')
            .split('\n')
            .filter((line) => line.trim() !== '');
          expect(data.read + data.refused).toBe(lines.length);
        }
        if (format === 'tsv' && !findings.some(({ code }) => code === 'A02' || code === 'A01') && !bytes.includes(13)) {
          const lines = bytes
            .toString('utf8')
            .replace(/^\uFEFF/, '')
            .split('\n')
            .filter((line) => line.trim() !== '');
          expect(data.read + data.refused).toBeGreaterThanOrEqual(Math.max(0, lines.length - 1));
        }
      }),
      { numRuns: RUNS },
    );
  });
