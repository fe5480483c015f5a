// The three laws of import and export, on the formats' own examples and on datasets that are made to go wrong. With
// LAW_RUNS=10000 they are tried on as many datasets as a release is.
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { averitec } from '../../scripts/transfer/averitec.ts';
import type { Canonical } from '../../scripts/transfer/canonical.ts';
import { claimReview } from '../../scripts/transfer/claimReview.ts';
import { fever } from '../../scripts/transfer/fever.ts';
import { fieldOfPlace } from '../../scripts/transfer/flatten.ts';
import fc from '../property.ts';
import { averitecRow, feedWith, feverRow, MAPPED, tableRow } from './generated.ts';
import { type Brought, bring, flat, rewrite, send } from './memory.ts';

const RUNS = { numRuns: Number(process.env['LAW_RUNS'] ?? 100) };
const LONG = 3_600_000;

const standard = (format: Canonical, verdicts: Record<string, string>, file: string, extra: string) =>
  `${JSON.stringify({ name: 'example', files: [{ path: file }], ...format.mapping(verdicts) }).slice(1, -1)}, extra: [${extra}]`;

const AVERITEC = standard(
  averitec,
  {
    Supported: 'supported',
    Refuted: 'refuted',
    'Not Enough Evidence': 'not_enough_evidence',
    'Conflicting Evidence/Cherrypicking': 'conflicting',
  },
  'a.json',
  'required_reannotation, reporting_source, fact_checking_strategies',
);
const FEVER = standard(
  fever,
  { SUPPORTS: 'supported', REFUTES: 'refuted', 'NOT ENOUGH INFO': 'not_enough_evidence' },
  'f.jsonl',
  'verifiable, "evidence[][].0"',
);
const REVIEWS = standard(
  claimReview,
  { False: 'refuted', 'Mostly true': 'misleading', True: 'supported' },
  'c.jsonld',
  '',
);
const TABLE = `"name": "table", "files": [{ path: t.csv }], fields: { text: claim, verdict: { path: verdict, map: { "true": supported, "false": refuted, half: misleading } }, claimant: who, claim_date: { path: day, form: D.M.YYYY } }, lists: { evidence: { each: ".", fields: { url: page } } }, extra: [note]`;

const fetch = (mapping: string, file: string, text: string) => bring(mapping, { [file]: text });

/** Law 2: what goes out without its source gives the same labels when it comes in. */
async function expectSame(format: Canonical, brought: Brought): Promise<void> {
  const sent = send(format, brought, brought.mapping.name);
  const again = await fetch(sent.mapping, format.file, sent.text);
  expect(again.problems).toEqual([]);
  const kept = brought.made.filter(({ label }) => label.claim.verdict !== null);
  expect(again.made.length).toBe(kept.length);
  const lost = new Set(Object.keys(sent.lost).map((what) => what.replace(/: lost$/, '')));
  const withoutLost = (values: unknown[]) =>
    values.map((value) =>
      Object.fromEntries(Object.entries(value as object).filter(([place]) => !lost.has(fieldOfPlace(place)))),
    );
  expect(withoutLost(flat(again.made))).toEqual(withoutLost(flat(kept)));
  // What was written once is written the same again.
  expect(send(format, again, brought.mapping.name).text).toBe(sent.text);
}

describe('AVeriTeC', () => {
  const run = (check: (rows: object[], brought: Brought) => Promise<void> | void) =>
    fc.assert(
      fc.asyncProperty(fc.array(averitecRow, { maxLength: 4 }), async (rows) =>
        check(rows, await fetch(AVERITEC, 'a.json', JSON.stringify(rows))),
      ),
      RUNS,
    );

  test('Law 1: with the source every row is as it was, sign by sign', { timeout: LONG }, () =>
    run((rows, brought) => {
      const texts = rows.map((row) => JSON.stringify(row, null, 2));
      expect(brought.made.length).toBe(rows.length);
      expect(rewrite(brought, texts)).toEqual({ texts, unwritten: {} });
    }),
  );

  test('Law 1: a changed verdict stands in its place and nowhere else', { timeout: LONG }, () =>
    run((rows, brought) => {
      const texts = rows.map((row) => JSON.stringify(row, null, 2));
      const changed = rewrite(brought, texts, (label) => ({
        ...label,
        claim: { ...label.claim, verdict: 'supported', text: 'Another claim.' },
      }));
      expect(changed.unwritten).toEqual({});
      expect(changed.texts.map((text) => JSON.parse(text))).toEqual(
        rows.map((row) => ({ ...row, label: 'Supported', claim: 'Another claim.' })),
      );
    }),
  );

  test('Law 2: without it the same labels come in again', { timeout: LONG }, () =>
    run((_, brought) => expectSame(averitec, brought)),
  );
});

describe('FEVER', () => {
  const run = (check: (rows: object[], brought: Brought) => Promise<void> | void) =>
    fc.assert(
      fc.asyncProperty(fc.uniqueArray(feverRow, { maxLength: 4, selector: ({ id }) => id }), async (rows) =>
        check(rows, await fetch(FEVER, 'f.jsonl', rows.map((row) => JSON.stringify(row)).join('\n'))),
      ),
      RUNS,
    );

  test('Law 1: with the source every row is as it was', { timeout: LONG }, () =>
    run((rows, brought) => {
      const texts = rows.map((row) => JSON.stringify(row));
      expect(rewrite(brought, texts)).toEqual({ texts, unwritten: {} });
    }),
  );

  test('Law 2: without it the same labels come in again', { timeout: LONG }, () =>
    run((_, brought) => expectSame(fever, brought)),
  );
});

describe('ClaimReview', () => {
  const run = (verdicts: string[], check: (text: string, brought: Brought) => Promise<void> | void) =>
    fc.assert(
      fc.asyncProperty(feedWith(verdicts), async (value) => {
        const text = JSON.stringify(value);
        return check(text, await fetch(REVIEWS, 'c.jsonld', text));
      }),
      RUNS,
    );

  test('Law 1: nothing is changed that nobody changed', { timeout: LONG }, () =>
    run([...MAPPED, 'A sentence.'], (text, brought) => {
      expect(
        rewrite(
          brought,
          brought.made.map(() => text),
        ).texts,
      ).toEqual(brought.made.map(() => text));
    }),
  );

  test('Law 2: without it the same labels come in again', { timeout: LONG }, () =>
    run(MAPPED, (_, brought) => expectSame(claimReview, brought)),
  );
});

describe('a table', () => {
  test('Law 2: as AVeriTeC it gives the same labels, but for what is counted', { timeout: LONG }, () =>
    fc.assert(
      fc.asyncProperty(fc.array(tableRow, { minLength: 1, maxLength: 4 }), async (rows) => {
        const brought = await fetch(TABLE, 't.csv', stringify(rows, { header: true, quoted: true }));
        await expectSame(averitec, brought);
      }),
      RUNS,
    ),
  );
});
