// Predictions, from a file's text to the whole score.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test, vi } from 'vitest';
import { joinPredictions } from '../../scripts/score/joinPredictions.ts';
import { Problems } from '../../scripts/score/problems.ts';
import { readPredictions } from '../../scripts/score/readPredictions.ts';
import { scoreEvidence } from '../../scripts/score/scoreEvidence.ts';
import { scoreSystems } from '../../scripts/score/scoreSystems.ts';
import type { DatasetClaim } from '../../scripts/splits/datasetClaim.ts';
import { sentenceKey } from '../../scripts/splits/sentenceKey.ts';
import { FIELD_CASES } from '../outside.ts';
import fc from '../property.ts';
import { sketchClaim } from '../splits/claims.ts';

vi.setConfig({ testTimeout: 120_000 });

const CLASSES = ['true', 'false', 'mixed', 'unproven'];

function judge(claims: readonly DatasetClaim[], text: string, missing: 'error' | 'wrong' = 'error', classes = CLASSES) {
  const problems = new Problems();
  const read = readPredictions(text, problems);
  const gold = { scale: 'own' as const, classes, claims, others: new Set(['elsewhere']), withdrawn: new Set(['gone']) };
  const joined = joinPredictions(gold, read.predictions, missing, problems);
  return { read, joined, problems: problems.list() };
}

const CLAIMS = ['a', 'b', 'c'].map((id) => sketchClaim({ id, verdict: id === 'a' ? 'false' : 'true' }));
const kindsOf = (text: string) =>
  Object.fromEntries(judge(CLAIMS, text).problems.map(({ kind, count }) => [kind, count]));

describe('predictions', () => {
  test('are joined by id, whatever their order and form', () => {
    const csv = 'claim_id,verdict\nc,true\na,false\nb,true\n';
    const lines =
      '{"claim_id":"b","verdict":"true"}\r\n{"id":"a","predicted_label":"false"}\n\n{"claim_id":"c","verdict":"true"}';
    for (const text of [csv, lines, `\ufeff${csv}`, csv.replaceAll('\n', '\r\n')]) {
      const { joined, problems } = judge(CLAIMS, text);
      expect(problems).toEqual([]);
      expect(joined.claims.every(({ gold, predicted }) => gold === predicted)).toBe(true);
    }
  });

  test('are refused with everything that is wrong, each at its line', () => {
    const { problems } = judge(CLAIMS, 'claim_id,verdict\na,False\na,true\nx,true\nb,true,1\n');
    expect(problems.map(({ kind, count, places }) => [kind, count, places[0]?.line, places[0]?.text])).toEqual([
      ['columns', 1, 5, '3, not 2'],
      ['repeated', 1, 3, 'a'],
      ['unknown_id', 1, 4, 'x'],
      ['unknown_verdict', 1, 2, 'a: False'],
      ['missing', 2, null, 'b'],
    ]);
    expect(problems[3]?.hint).toBe('did you mean `false`?');
  });

  test.each([
    ['claim_id,verdict,p_true,p_false\na,false,0.2,0.8\nb,true,0.5,0.4\nc,true,1,0\n', { probability_sum: 1 }],
    ['claim_id,verdict,p_true,p_false\na,false,-0.5,1.5\nb,true,1,0\nc,true,1,0\n', { probability: 2 }],
    ['claim_id,verdict,p_true,p_false\na,false,0x1,1\nb,true,1,0\nc,true,1,0\n', { probability: 1 }],
    ['claim_id,verdict,p_true,p_fase\na,false,0,1\nb,true,1,0\nc,true,1,0\n', { probability_verdict: 3 }],
    ['claim_id,verdict,p_true\na,false,\nb,true,1\nc,true,1\n', { probability_part: 1 }],
    ['id,label\na,false\n', { column_missing: 2, no_id: 1, missing: 3 }],
    ['', { column_missing: 2, missing: 3 }],
    ['{"claim_id":"a"\n{"claim_id":"a","verdict":"false","evidence":7}', { unreadable: 1, evidence: 1, missing: 2 }],
    ['{"about":{"version":1}}', { about: 1, missing: 3 }],
  ])('are refused where they cannot be believed: %j', (text, expected) => {
    expect(kindsOf(text)).toEqual(expected);
  });

  test('for withdrawn claims and other splits are skipped and counted', () => {
    const { joined, problems } = judge(CLAIMS, 'claim_id,verdict\na,true\nb,true\nc,true\ngone,true\nelsewhere,true\n');
    expect(problems).toEqual([]);
    expect(joined.skipped).toEqual({ withdrawn: 1, others: 1 });
  });

  test('that are missing may be counted as wrong', () => {
    const { joined, problems } = judge(CLAIMS, 'claim_id,verdict\na,false\nb,true\n', 'wrong');
    expect(problems).toEqual([]);
    const { systems } = scoreSystems(CLASSES, [{ name: 'a', joined, evidence: null }]);
    expect(systems[0]).toMatchObject({ missing: 1, scores: { claims: 3, accuracy: 2 / 3 } });
    expect(systems[0]?.confusion['true']).toMatchObject({ true: 1, '(none)': 1 });
  });

  test('say what they are for in a first line, and what means nothing is named', () => {
    const { read } = judge(
      CLAIMS,
      '{"system":"x","dataset":"d","version":"1.0.0"}\n{"claim_id":"a","verdict":"true","time":3}',
    );
    expect(read.about).toMatchObject({ system: 'x', dataset: 'd', version: '1.0.0', trained_on: [] });
    expect(read.ignored).toEqual(['time']);
  });

  test('of any text end in predictions or problems, never in an exception', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'claim_id',
        'verdict',
        ',',
        '\n',
        '"',
        '{',
        '"claim_id":"a"',
        '}',
        'a,true',
        'p_true',
        '[[',
        '\u0000',
        '\ufeff',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((parts) => parts.join('')),
        (text) => {
          const { joined, problems } = judge(CLAIMS, text);
          expect(joined.missing === 0 || problems.length > 0).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe.skipIf(!FIELD_CASES)('FIELD_CASES', () => {
  const text = (file: string) => readFileSync(`${FIELD_CASES}/${file}`, 'utf8');
  const cases = FIELD_CASES ? JSON.parse(text('expected.json')).cases : {};
  const gold = () =>
    Papa.parse<Record<string, string>>(text('gold.csv').trim(), { header: true }).data.map((row) =>
      sketchClaim({
        id: row['claim_id'] as string,
        verdict: row['verdict'] as string,
        article: row['article_id'] as string,
      }),
    );
  const system = (file: string) => ({ name: file, joined: judge(gold(), text(file)).joined, evidence: null });
  const near = (value: unknown): unknown =>
    typeof value === 'number'
      ? expect.closeTo(value, 6)
      : value !== null && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, near(part)]))
        : value;

  test.each(['system-a.csv', 'system-b.csv', 'system-a-shuffled.jsonl'])('gold.csv with %s', (file) => {
    const { systems, groups } = scoreSystems(CLASSES, [system(file)]);
    const [own] = systems;
    const { claims, accuracy, macro_f1, balanced_accuracy, per_class, confusion, ...calibration } = {
      ...cases['gold.csv'].score['system-a.csv'],
      ...(file === 'system-b.csv' ? cases['gold.csv'].score[file] : {}),
    };
    expect(groups).toBe(cases['gold.csv'].bootstrap_groups);
    expect(own?.scores).toEqual(near({ claims, accuracy, macro_f1, balanced_accuracy }));
    expect(own).toMatchObject({ per_class: near(per_class), confusion });
    const { ece_10_equal_bins: ece, brier, nll: log_loss } = calibration;
    expect(own?.calibration).toEqual(file === 'system-a.csv' ? near({ ece, brier, log_loss }) : null);
  });

  test('gold.csv: the majority, and two systems', () => {
    const { majority, comparison } = scoreSystems(CLASSES, [system('system-a.csv'), system('system-b.csv')]);
    const { accuracy, macro_f1, balanced_accuracy } = cases['gold.csv'].score.majority;
    expect(majority.scores).toMatchObject(near({ accuracy, macro_f1, balanced_accuracy }) as object);
    const { a_right_b_wrong, b_right_a_wrong, exact_two_sided_p } = cases['gold.csv'].mcnemar;
    expect(comparison).toMatchObject({
      first_alone_right: a_right_b_wrong,
      second_alone_right: b_right_a_wrong,
      mcnemar_p: near(exact_two_sided_p),
    });
  });

  test.each([
    ['system-missing.csv', 'missing'],
    ['system-repeated.csv', 'repeated'],
    ['system-unknown-id.csv', 'unknown_id'],
    ['system-unknown-verdict.csv', 'unknown_verdict'],
  ])('%s is refused', (file, kind) => {
    const { problems } = judge(gold(), text(file));
    const { score_error: sentence, count } = cases[file];
    expect(problems.find((problem) => problem.kind === kind)).toMatchObject({ sentence, count });
  });

  test('system-missing.csv may be scored all the same', () => {
    const { joined } = judge(gold(), text('system-missing.csv'), 'wrong');
    const { systems } = scoreSystems(CLASSES, [{ name: 'x', joined, evidence: null }]);
    expect(systems[0]?.scores.accuracy).toBeCloseTo(cases['system-missing.csv'].with_missing_as_wrong, 6);
  });

  test('fever-gold.jsonl with fever-predictions.jsonl', () => {
    const claims = text('fever-gold.jsonl')
      .trim()
      .split('\n')
      .map((line): DatasetClaim => {
        const { id, label, evidence } = JSON.parse(line) as {
          id: number;
          label: string;
          evidence: [string, number][][];
        };
        return {
          ...sketchClaim({ id: String(id), verdict: label }),
          evidence: evidence.flatMap((group, i) =>
            group.map(([page, sentence]) => ({
              page: null,
              text: null,
              group: String(i),
              sentence: sentenceKey(page, sentence),
            })),
          ),
        };
      });
    const { joined, problems } = judge(claims, text('fever-predictions.jsonl'), 'error', [
      'SUPPORTS',
      'REFUTES',
      'NOT ENOUGH INFO',
    ]);
    expect(problems).toEqual([]);
    expect(scoreEvidence(joined.claims, null)?.fever).toEqual(near(cases['fever-gold.jsonl'].score_evidence));
  });
});
