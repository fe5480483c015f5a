// The real dataset, as a stranger finds it: read by programs that did not write it.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SchemaPath } from '../../scripts/schemas/generated/registry.ts';
import { TABLES } from '../../scripts/schemas/generated/tables.ts';
import type { Manifest } from '../../scripts/schemas/generated/types.ts';
import { validatorOf } from '../../scripts/schemas/validator.ts';

const manifest = JSON.parse(readFileSync('dataset/manifest.json', 'utf8')) as Manifest;
/** Tables that only claims from elsewhere fill are counted where they have rows. */
const counted = manifest.counts as unknown as Partial<Record<string, number>>;

function readLines(name: string): Record<string, unknown>[] {
  return readFileSync(`dataset/${name}.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** The contract's first columns of claims.csv; those who load the file by position rely on them. */
const CONTRACT =
  'claim_id, article_id, claim, quote, claimant, claimant_role, claim_date, claim_type, verdict, justification, source_publisher, source_title, source_url, source_published, source_language, evidence_count, evidence_urls, status, claimant_id, claimant_kind, reported_by, event_date, claim_date_first, claim_date_last, verdict_averitec, verdict_fever, confidence, votes, origins_count, topics, same_as, cluster_id, quote_start, quote_end';

test('claims.csv begins with the columns of the contract, in their order', () => {
  const header = readFileSync('dataset/claims.csv', 'utf8').split('\n')[0]?.split(',');
  expect(header?.slice(0, CONTRACT.split(', ').length)).toEqual(CONTRACT.split(', '));
});

test('every claim has source, date, verdict and justification', () => {
  const bare = readLines('claims').filter(
    (row) => !row['source_title'] || !row['claim_date'] || !row['verdict'] || !row['justification'],
  );
  expect(bare).toEqual([]);
});

test('verdicts stand on evidence of matching stance', () => {
  const needed: Record<string, string> = { supported: 'supports', refuted: 'refutes', misleading: 'refutes' };
  const unfounded = readLines('claims').filter((row) => {
    const stance = needed[String(row['verdict'])];
    return stance !== undefined && !(row['evidence'] as { stance: string }[]).some((item) => item.stance === stance);
  });
  expect(unfounded.map((row) => row['claim_id'])).toEqual([]);
});

test('no claim rests on its own article', () => {
  const own = readLines('claims').filter((row) =>
    (row['evidence'] as { url: string }[]).some(({ url }) => url === row['source_url']),
  );
  expect(own.map((row) => row['claim_id'])).toEqual([]);
});

describe.each(TABLES.map((table) => [table.name, table] as const))('%s', (name, table) => {
  const rows = readLines(name);

  test('each row is what its schema says', () => {
    const validate = validatorOf(`tables/${name}.schema.json` as SchemaPath);
    for (const row of rows) expect([validate(row), validate.errors]).toEqual([true, null]);
  });

  test('the key is unique', () => {
    const keys = rows.map((row) => table.key.map((column) => row[column]).join('\n'));
    expect(new Set(keys).size).toBe(rows.length);
  });

  test('what it refers to is there', () => {
    for (const [column, target] of Object.entries(table.references)) {
      const [other = '', key = ''] = target.split('.');
      const known = new Set(readLines(other).map((row) => row[key]));
      expect(rows.filter((row) => row[column] !== null && !known.has(row[column]))).toEqual([]);
    }
  });

  test('the manifest counts its rows', () => {
    expect(counted[name] ?? 0).toBe(rows.length);
  });
});

test("Python's csv and json modules read the same cells from CSV, JSON and JSON Lines", () => {
  const script = `
import csv, json, sys
def cell(value):
    if value is None: return ''
    if value is True: return 'true'
    if value is False: return 'false'
    if isinstance(value, list): return '|'.join(value)
    return str(value)
report = {}
for name in json.loads(sys.argv[1]):
    with open(f'dataset/{name}.csv', encoding='utf-8', newline='') as f: table = list(csv.reader(f, strict=True))
    with open(f'dataset/{name}.jsonl', encoding='utf-8') as f: lines = [json.loads(line) for line in f]
    head, body = table[0], table[1:]
    differing = sum(a != b for a, b in zip(body, [[cell(row[c]) for c in head] for row in lines]))
    report[name] = [len(body), len(lines), differing]
with open('dataset/claims.json', encoding='utf-8') as f, open('dataset/claims.jsonl', encoding='utf-8') as g:
    report['same'] = json.load(f) == [json.loads(line) for line in g]
print(json.dumps(report))
`;
  const python = spawnSync('python3', ['-c', script, JSON.stringify(TABLES.map(({ name }) => name))], {
    encoding: 'utf8',
  });
  expect(python.stderr).toBe('');
  const { same, ...tables } = JSON.parse(python.stdout) as Record<string, [number, number, number]> & { same: boolean };
  expect(same).toBe(true);
  for (const [name, [csvRows, jsonRows, differing]] of Object.entries(tables)) {
    expect([name, csvRows, differing]).toEqual([name, jsonRows, 0]);
    expect(csvRows).toBe(counted[name] ?? 0);
  }
});

test('sha256sum accepts SHA256SUMS', () => {
  const check = spawnSync('sha256sum', ['--strict', '--quiet', '-c', 'SHA256SUMS'], {
    cwd: 'dataset',
    encoding: 'utf8',
  });
  expect([check.status, check.stdout, check.stderr]).toEqual([0, '', '']);
});
