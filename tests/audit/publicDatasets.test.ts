// Public datasets, copied into a folder from their repositories: what is known of them is found.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderCounts } from '../../scripts/audit/renderAuditText.ts';
import type { Audit } from '../../scripts/audit/runAudit.ts';
import { summariseAudit } from '../../scripts/audit/summarise.ts';
import { FIELD_DATA } from '../outside.ts';
import { audit, filesOf } from './auditing.ts';

const count = ({ findings }: Audit, code: string, message: RegExp, severity?: string) =>
  findings.filter(
    (finding) => finding.code === code && message.test(finding.message) && (!severity || finding.severity === severity),
  ).length;

/** A describe block that is skipped by name where the repository is not there. */
function dataset(name: string, tests: (folder: string) => void): void {
  const folder = join(FIELD_DATA ?? '', name);
  describe.skipIf(!FIELD_DATA || !existsSync(folder))(`FIELD_DATA/${name}`, () => tests(folder));
}

dataset('climate-fever-dataset', (folder) => {
  test('twins, votes and labels', { timeout: 120_000 }, async () => {
    const found = await audit(
      `files: [{ path: dataset/climate-fever.jsonl }]
fields: { id: claim_id, text: claim, verdict: claim_label }
lists: { evidence: { each: "evidences[]", fields: { id: evidence_id, text: evidence, stance: evidence_label, page: article, votes: "votes[]" } } }
dropped: ["evidences[].entropy"]
declared: { votes: majority-tie-nei, label: fever-aggregate, stated: { claims: { number: 1535 }, pairs: { number: 7675, of: evidence }, votes: { number: 18486, of: votes } } }
`,
      filesOf(folder),
    );
    expect(count(found, 'F14', /./)).toBe(0);
    expect(count(found, 'F08', /claim is there already/)).toBe(45);
    expect(count(found, 'F09', /^The same words/)).toBe(15);
    expect(count(found, 'F08', /nearly/)).toBe(10);
    expect(count(found, 'F09', /^Nearly/)).toBe(8);
    // 171 by words; three of them stand twice beside one claim, on two pages each, and are no twins.
    expect(count(found, 'F08', /piece of evidence/)).toBe(168);
    expect(count(found, 'F09', /same evidence/)).toBe(41);
    expect(count(found, 'F15', /./) + count(found, 'F16', /./)).toBe(0);
    expect(count(found, 'F18', /control/)).toBe(3);
    const summary = summariseAudit(found);
    expect(summary.agreement).toMatchObject([
      { of: 'evidence', units: 7675, votes: 18_486, alpha: expect.closeTo(0.33401548, 8) },
    ]);
    expect(renderCounts(summary)).toContain('agreement on evidence: 18,486 votes on 7,675, alpha 0.334 [0.319, 0.348]');
  });
});

dataset('COVID-19-disinformation', (folder) => {
  const file = (split: string) =>
    `{ path: data/multilang/covid19_disinfo_multilang_multiclass_${split}.tsv, split: ${split} }`;
  test('ids and splits', { timeout: 120_000 }, async () => {
    const found = await audit(
      `files: [${file('train')}, ${file('dev')}, ${file('test')}]
fields: { id: tweet_id, verdict: q1_label }
extra: [q2_label, q3_label, q4_label, q5_label, q6_label, q7_label]
`,
      filesOf(folder),
    );
    const inFile = (split: string, message: RegExp) =>
      found.findings.filter(
        ({ code, place, message: said }) => code === 'F10' && place.file.includes(`_${split}.`) && message.test(said),
      ).length;
    expect(found.files.map(({ records }) => records)).toEqual([11615, 1078, 3177]);
    expect(['train', 'dev', 'test'].map((split) => inFile(split, /spreadsheet/))).toEqual([5, 0, 1]);
    expect(['train', 'dev', 'test'].map((split) => inFile(split, /twice/))).toEqual([119, 0, 8]);
    expect(['train', 'test'].map((split) => inFile(split, /twice.*differ/))).toEqual([112, 8]);
    const shared = (later: string, earlier: string, end = /./) =>
      found.findings.filter(
        ({ code, message }) =>
          code === 'F11' && message.includes(`of \`${later}\` shares with \`${earlier}\``) && end.test(message),
      ).length;
    expect([shared('test', 'train'), shared('test', 'train', /differ/)]).toEqual([67, 65]);
    expect([shared('dev', 'train'), shared('dev', 'train', /differ/)]).toEqual([24, 23]);
    expect([shared('test', 'dev'), shared('test', 'dev', /differ/)]).toEqual([5, 5]);
    expect(found.touched.count(found.data.size).error).toBe(452);
  });
  test('none of the four numbers that its README states is that of its files', { timeout: 120_000 }, async () => {
    const stated = { arabic: 4542, bulgarian: 4966, dutch: 3697, english: 2665 };
    const paths = (language: string) =>
      ['train', 'dev', 'test'].map((split) => `data/${language}/covid19_disinfo_${language}_multiclass_${split}.tsv`);
    const languages = Object.entries(stated);
    const found = await audit(
      `files: [${languages
        .flatMap(([language]) => paths(language))
        .map((path) => `{ path: ${path} }`)
        .join(', ')}]
fields: { id: tweet_id, verdict: q1_label }
dropped: [q2_label, q3_label, q4_label, q5_label, q6_label, q7_label]
declared: { stated: { ${languages.map(([language, number]) => `${language}: { number: ${number}, files: [${paths(language).join(', ')}] }`).join(', ')} } }
`,
      filesOf(folder),
    );
    expect(found.findings.flatMap(({ code, expected, found: is }) => (code === 'F14' ? [[expected, is]] : []))).toEqual(
      [
        ['4542 records', '4966 records'],
        ['4966 records', '3697 records'],
        ['3697 records', '2665 records'],
        ['2665 records', '4542 records'],
      ],
    );
  });
});

dataset('LIAR-PLUS', (folder) => {
  const header =
    '[id, json_file_id, label, claim, topics, originator, title, state, party, barely, false_count, half, mostly, pants, context, justification]';
  const fields = 'fields: { id: json_file_id, text: claim, verdict: label }\n';
  test('read with quotation marks, records vanish', { timeout: 120_000 }, async () => {
    const found = await audit(
      `files: [{ path: dataset/tsv/test2.tsv, header: ${header} }]\n${fields}dropped: ${header.replace(/json_file_id, label, claim, /, '')}\n`,
      filesOf(folder),
    );
    expect(found.data.read).toBe(1267);
    const swallowed = found.findings
      .flatMap(({ message }) => /which (\d+) records/.exec(message)?.[1] ?? [])
      .map(Number);
    expect(swallowed.reduce((a, b) => a + b, 0)).toBe(16);
    expect(swallowed.length).toBe(2);
  });
  test('read without, every line is told', { timeout: 120_000 }, async () => {
    const found = await audit(
      `files: [{ path: dataset/tsv/test2.tsv, quote: null, header: ${header} }]\n${fields}dropped: ${header.replace(/json_file_id, label, claim, /, '')}\n`,
      filesOf(folder),
    );
    expect(found.data.size).toBe(1299);
    expect([count(found, 'F01', /has 15 columns/), count(found, 'F01', /has 2 columns/)]).toEqual([16, 16]);
  });
});

dataset('LIAR-PLUS', (folder) => {
  const header =
    '[id, json_file_id, label, claim, topics, originator, title, state, party, barely, false_count, half, mostly, pants, context, justification]';
  test.each([
    ['val', 1284],
    // Sixteen records of the table are cut in two by a line break.
    ['test', 1283],
  ])('in %s, `party` of JSON Lines is the column `state` of all %d', { timeout: 120_000 }, async (part, rows) => {
    const table = `dataset/tsv/${part}2.tsv`;
    const joined = readFileSync(join(folder, table), 'utf8').replace(/\n(?!\d+\t)/g, ' ');
    const files = new Proxy(filesOf(folder), { get: (all, path) => (path === table ? joined : all[String(path)]) });
    const found = await audit(
      `files: [{ path: ${table}, quote: null, header: ${header} }, { path: dataset/jsonl/${part}2.jsonl }]
fields: { id: json_file_id, text: claim, verdict: label, claimant: originator, claimant_role: title, justification: justification }
extra: [party, state]
dropped: [id, topics, barely, false_count, half, mostly, pants, context]
declared: { same_rows_in: [[${table}, dataset/jsonl/${part}2.jsonl]] }
`,
      files,
    );
    expect(count(found, 'F20', new RegExp(`\`party\` is the column \`state\` .* in all ${rows} rows`))).toBe(1);
  });
});

dataset('x-fact', (folder) => {
  test('verdict maps', { timeout: 120_000 }, async () => {
    const maps = 'data/x-fact/label_maps';
    const names = readdirSync(join(folder, maps)).filter((name) => name.endsWith('.txt'));
    const found = await audit(
      `verdict_maps: { files: [${names.map((name) => `${maps}/${name}`).join(', ')}], classes: ${maps}/master_mapping.tsv }\n`,
      filesOf(folder),
    );
    expect(summariseAudit(found).verdict_maps).toEqual({ files: 35, pairs: 648, words: 576 });
    expect(renderCounts(summariseAudit(found))).toContain('35 verdict maps with 648 pairs of 576 words');
    const said = (pattern: RegExp) =>
      new Set(
        found.findings.flatMap(({ code, message }) => (code === 'F13' ? (pattern.exec(message)?.[1] ?? []) : [])),
      );
    expect(said(/^The word `(.*)` has two targets/).size).toBe(2);
    expect(said(/^The target `(.*)` is in two classes/).size).toBe(1);
    // In 51 pairs; 11 targets.
    expect([count(found, 'F13', /^No class/), said(/^No class has the target `(.*)`/).size]).toEqual([51, 11]);
  });
});

dataset('liar2', (folder) => {
  test('tallies and splits', { timeout: 120_000 }, async () => {
    const found = await audit(
      `files: [{ path: liar2/valid.csv, split: dev }, { path: liar2/test.csv, split: test }]
fields: { id: id, text: statement, verdict: label, claimant: speaker }
dropped: [date, subject, speaker_description, state_info, context, justification]
declared: { tallies: { true_counts: "5", mostly_true_counts: "4", half_true_counts: "3", mostly_false_counts: "2", false_counts: "1", pants_on_fire_counts: "0" } }
`,
      filesOf(folder),
    );
    expect(count(found, 'F12', /zero, though/)).toBe(2);
    expect(count(found, 'F12', /in 673 rows only one is not zero, and in 671/)).toBe(1);
    expect(count(found, 'F11', /: words/)).toBe(2);
    expect(count(found, 'F11', /nearly/)).toBe(1);
  });
});
