// How far the votes of a dataset agree stands in its report: as text, in JSON and on the page.
import { expect, test } from 'vitest';
import { renderAuditPage } from '../../scripts/audit/renderAuditPage.ts';
import { renderCounts } from '../../scripts/audit/renderAuditText.ts';
import { summariseAudit } from '../../scripts/audit/summarise.ts';
import { measureAlpha } from '../../scripts/claims/agreement.ts';
import { audit } from './auditing.ts';

const MAPPING = `files: [{ path: claims.jsonl }]
fields: { text: claim, verdict: label }
lists: { annotations: { each: "votes[]", fields: { verdict: "." } }, evidence: { each: "evidence[]", fields: { votes: "votes[]" } } }
`;
const lines = (...rows: object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const summary = async (mapping: string, content: string) =>
  summariseAudit(await audit(mapping, { 'claims.jsonl': content }));

const UNITS = [['yes', 'yes'], ['no', 'yes', 'no'], ['no', 'no'], ['yes'], ['yes', null, 'yes']] as const;

test('votes on claims and on evidence are measured each, a missing vote is none', async () => {
  const { agreement } = await summary(
    MAPPING,
    lines(...UNITS.map((votes, i) => ({ claim: `Claim ${i}`, label: 'yes', votes, evidence: [] })), {
      claim: 'Another',
      label: 'no',
      votes: [],
      evidence: [{ votes: ['a', 'b'] }, { votes: ['b', 'b'] }],
    }),
  );
  const expected = measureAlpha(UNITS.map((votes) => [votes.filter((vote) => vote !== null), 1]));
  expect(agreement).toEqual([
    { of: 'claims', units: 4, votes: 9, raw: expected.raw, alpha: expected.alpha, alpha_interval: expected.interval },
    { of: 'evidence', units: 2, votes: 4, raw: 0.5, alpha: 0, alpha_interval: expect.any(Array) },
  ]);
});

test('the report says it as text and on the page', async () => {
  const found = await summary(MAPPING, lines(...UNITS.map((votes) => ({ claim: 'A claim', label: 'yes', votes }))));
  const [{ alpha, alpha_interval: interval }] = found.agreement as [(typeof found.agreement)[number]];
  const shown = `${alpha?.toFixed(3)} [${interval?.map((bound) => bound.toFixed(3)).join(', ')}]`;
  expect(renderCounts(found)).toContain(`agreement on claims: 9 votes on 4, alpha ${shown}, raw 0.667`);
  const page = renderAuditPage([], found, [], null);
  expect(page).toContain('<h2>Agreement</h2>');
  expect(page).toContain(shown);
});

test('a dataset without two votes on anything says nothing of it', async () => {
  const found = await summary(MAPPING, lines({ claim: 'A claim', label: 'yes', votes: ['yes'] }));
  expect(found.agreement).toEqual([]);
  expect(renderAuditPage([], found, [], null)).not.toContain('Agreement');
});

test('sentences in the place of votes are not measured', async () => {
  const rows = Array.from({ length: 10_001 }, (_, i) => ({ claim: `Claim ${i}`, label: 'yes', votes: [`${i}`, 'so'] }));
  expect((await summary(MAPPING, lines(...rows))).agreement).toEqual([]);
});
