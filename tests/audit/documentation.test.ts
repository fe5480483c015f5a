// docs/audit.md begins with an example that a reader can repeat: it says what the program says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { audit } from '../../scripts/commands/audit.ts';
import { validatorOf } from '../../scripts/schemas/validator.ts';
import { record } from '../workspace.ts';

const guide = readFileSync('docs/audit.md', 'utf8');
const MARKET = 'examples/foreign/market.yml';
const run = (paths: string[], options: Partial<Parameters<typeof audit>[1]> = {}) =>
  record((terminal) => audit(paths, { format: 'text', ...options }, terminal));

test('the files of the example are those that are shown', { timeout: 60_000 }, () => {
  for (const name of ['market.csv', 'market.yml'])
    expect(guide).toContain(readFileSync(`examples/foreign/${name}`, 'utf8'));
});

test('the report ends as it is shown', { timeout: 60_000 }, async () => {
  const { out, exitCode } = await run([MARKET]);
  expect(exitCode).toBe(1);
  expect(guide).toContain(out.trim().split('\n').at(-1));
});

test('a draft is a mapping that can be used at once', { timeout: 60_000 }, async () => {
  const { out } = await run(['examples/foreign/market.csv'], { draft: true });
  expect(out).toContain('claim_date: said_on');
  expect(out).toContain('evidence: { each: ".", fields: { url: source } }');
});

test('a report in JSON keeps to its schema, and nothing is new against itself', { timeout: 60_000 }, async () => {
  const { out } = await run([MARKET], { format: 'json' });
  const report = JSON.parse(out);
  const validate = validatorOf('report.schema.json');
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  const folder = mkdtempSync(join(tmpdir(), 'veritable-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await run([MARKET], { format: 'json', output: join(folder, 'old.json') });
  const { out: text } = await run([MARKET], { against: join(folder, 'old.json') });
  expect(text).toContain(`0 new, 0 gone, ${report.findings.length} the same`);
});

test.each(['sarif', 'github', 'html'] as const)(
  '%s names every rule that found something',
  { timeout: 60_000 },
  async (format) => {
    const { out } = await run([MARKET], { format });
    for (const code of ['F04', 'F05', 'F08', 'F09', 'F10']) expect(out).toContain(code);
    if (format === 'html') {
      expect(out).toMatch(/^<!doctype html>\n<html lang="en">/);
      expect(out).not.toMatch(/<script|https?:\/\/[^<"]*\.(?:js|css)/);
      expect(out).toContain('dir="auto"');
    }
  },
);

test('hostile text is escaped on the page', { timeout: 60_000 }, async () => {
  const { renderAuditPage } = await import('../../scripts/audit/renderAuditPage.ts');
  const { RULES } = await import('../../scripts/audit/index.ts');
  const { out } = await run([MARKET], { format: 'json' });
  const { findings, audit: summary } = JSON.parse(out);
  const evil = '<img src=x onerror=alert(1)>"\'';
  const page = renderAuditPage(
    [{ ...findings[0], found: evil, file: evil, message: evil }],
    { ...summary, name: evil },
    RULES,
    null,
  );
  expect(page).not.toContain('<img');
});
