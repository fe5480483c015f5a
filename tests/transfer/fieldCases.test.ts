// Small datasets, each with what published ones really have: what an import makes of them, and what goes out again.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { averitec } from '../../scripts/transfer/averitec.ts';
import { claimReview } from '../../scripts/transfer/claimReview.ts';
import { fever } from '../../scripts/transfer/fever.ts';
import { type Brought, bring, flat, rewrite, send } from './memory.ts';

const folder = process.env['VERITABLE_FIELD_CASES'] ?? '';
const present = existsSync(join(folder, 'expected.json'));
const expected = present ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')).cases : {};
const read = (name: string, encoding: BufferEncoding = 'utf8') => readFileSync(join(folder, name), encoding);

const REVIEW_FILES = ['claimreview-a.jsonld', 'claimreview-b.jsonld'];
const describeMapping = (files: string[], mapping: object, extra: string[] = []) =>
  JSON.stringify({ name: 'case', files: files.map((path) => ({ path })), ...mapping, extra }).slice(1, -1);

/** How often each sort of remark was made, by the names of the case. */
function remarks({ unread, counts, notes }: Brought): Record<string, number> {
  const refused = (pattern: RegExp) => unread.filter(({ message }) => pattern.test(message)).length;
  return {
    no_review: refused(/empty feed item/),
    media_review: refused(/MediaReview/),
    no_claim: refused(/no claim/),
    no_verdict: refused(/no verdict/),
    address_not_absolute: refused(/no absolute address/),
    same_review_again:
      refused(/there already/) +
      (counts['record: the ClaimReview is there already, with the same address and words'] ?? 0),
    address_from_feed_item: notes['note: the address is that of the feed item'] ?? 0,
    addresses_in_one_text: notes['note: several addresses stand in one text'] ?? 0,
    numbers_as_text: notes['note: a number is text'] ?? 0,
    rating_outside: notes['note: the rating lies outside its bounds and is dropped'] ?? 0,
    date_form: counts['reviewed: kept in extra as written'] ?? 0,
    outer_space: counts['text: outer space dropped'] ?? 0,
    placeholder_author: counts['claimant: placeholder, kept in extra'] ?? 0,
    unmapped_rating: counts['verdict: not in the map, a draft'] ?? 0,
  };
}

describe.skipIf(!present)('field cases (VERITABLE_FIELD_CASES)', () => {
  const bringReviews = () => {
    const { fields, lists } = claimReview.mapping({
      False: 'refuted',
      Falsch: 'refuted',
      'Mostly false': 'misleading',
      'Half true': 'misleading',
      'Mostly true': 'misleading',
      True: 'supported',
    });
    const claimant = { path: 'claimant', none: ['SOCIAL MEDIA POST'] };
    const mapping = describeMapping(REVIEW_FILES, { fields: { ...fields, claimant }, lists });
    return bring(mapping, Object.fromEntries(REVIEW_FILES.map((name) => [name, read(name)])));
  };

  test('a ClaimReview feed of 30 wild items is 25 claims, and each skip is named', async () => {
    const brought = await bringReviews();
    const { import: wanted } = expected['claimreview-a.jsonld + claimreview-b.jsonld'];
    expect(brought.made.length).toBe(wanted.claims);
    const found = remarks(brought);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, wanted.findings[name]])));
  });

  test('the feed goes out and comes in again as the same claims', async () => {
    const brought = await bringReviews();
    const sent = send(claimReview, brought, 'case');
    expect(sent.lost).toEqual({});
    const again = await bring(sent.mapping, { [claimReview.file]: sent.text });
    expect(flat(again.made)).toEqual(flat(brought.made.filter(({ label }) => label.claim.verdict !== null)));
  });

  test('FEVER keeps its groups, and goes out without its source as it came in', async () => {
    const verdicts = { SUPPORTS: 'supported', REFUTES: 'refuted', 'NOT ENOUGH INFO': 'not_enough_evidence' };
    const mapping = describeMapping(['fever.jsonl'], fever.mapping(verdicts), ['verifiable', 'evidence[][].0']);
    const brought = await bring(mapping, { 'fever.jsonl': read('fever.jsonl') });
    const evidence = brought.made.flatMap(({ label }) =>
      label.claim.evidence.map((piece) => ({ ...piece, of: label.id })),
    );
    expect({
      claims: brought.made.length,
      evidence_groups: new Set(evidence.map(({ of, group }) => `${of} ${group}`)).size,
      evidence_sentences: evidence.length,
    }).toEqual(expected['fever.jsonl'].import);
    const lines = read('fever.jsonl').trim().split('\n');
    const parsed = (rows: readonly string[]) => rows.map((row) => JSON.stringify(JSON.parse(row)));
    expect(parsed(send(fever, brought).rows)).toEqual(parsed(lines));
  });

  test('AVeriTeC goes out with its source as it was, and without it but for folded space', async () => {
    const verdicts = {
      Supported: 'supported',
      Refuted: 'refuted',
      'Not Enough Evidence': 'not_enough_evidence',
      'Conflicting Evidence/Cherrypicking': 'conflicting',
    };
    const extra = ['required_reannotation', 'reporting_source', 'fact_checking_strategies'];
    const mapping = describeMapping(['evidence.json'], averitec.mapping(verdicts), extra);
    const brought = await bring(mapping, { 'evidence.json': read('evidence.json') });
    const rows = JSON.parse(read('evidence.json')) as object[];
    const texts = rows.map((row) => JSON.stringify(row));
    expect(rewrite(brought, texts)).toEqual({ texts, unwritten: {} });
    const lost = expected['evidence.json'].lost_without_the_source_file;
    expect(brought.counts['answer: line breaks and tabs folded']).toBe(lost['whitespace of answer']);
    expect(brought.counts['speaker: outer space dropped']).toBe(lost['outer space of speaker']);
    const folded = (row: object) =>
      JSON.parse(JSON.stringify(row), (_, value) =>
        typeof value === 'string' ? value.replace(/\s*[\t\n]\s*/g, ' ').trim() : value,
      );
    const sent = send(averitec, brought);
    expect(sent.lost).toEqual({});
    expect(sent.rows.map((row) => JSON.parse(row))).toEqual(rows.map(folded));
  });
});
