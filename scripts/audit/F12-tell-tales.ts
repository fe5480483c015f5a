// No column gives the verdict away.
import type { Field } from '../exchange/mapping.ts';
import type { ForeignRecord } from '../exchange/record.ts';
import { Guesses } from './guesses.ts';
import type { AuditRule } from './rule.ts';

/** A column tells when guesses by it are right so often, and the commonest verdict is right less often. */
const RIGHT = 0.95;
const COMMONEST = 0.8;
/** A lone tally tells when it is the verdict so often. */
const LONE = 0.8;

const OWN = new Set(['id', 'text', 'verdict', 'split']);

export const tellTales: AuditRule = {
  code: 'F12',
  title: 'No column gives the verdict away.',
  severity: 'warning',
  scope: 'dataset',
  rationale:
    'A column from which the verdict can be read lets a system look clever. Told where guessing each verdict as the commonest among the other rows with the same value is right in 95 % of the rows, and the commonest verdict in less than 80 %. Tallies of verdicts, which the mapping declares, tell where only one is not zero; a verdict whose own tally is zero is told too.',
  examples: {
    good: [
      {
        mapping: 'files: [{ path: claims.csv }]\nfields: { text: claim, verdict: verdict }\nextra: [region]\n',
        files: {
          'claims.csv': 'claim,verdict,region\nOne,true,east\nTwo,false,east\nThree,true,west\nFour,false,west\n',
        },
      },
    ],
    bad: [
      {
        mapping: 'files: [{ path: claims.csv }]\nfields: { text: claim, verdict: verdict }\nextra: [stamp]\n',
        files: { 'claims.csv': 'claim,verdict,stamp\nOne,true,x\nTwo,false,y\nThree,true,x\nFour,false,y\n' },
        at: 'stamp',
      },
      {
        mapping:
          'files: [{ path: claims.csv }]\nfields: { text: claim, verdict: verdict }\ndeclared: { tallies: { t: "true", f: "false" } }\n',
        files: { 'claims.csv': 'claim,verdict,t,f\nOne,true,0,3\n' },
        at: 'true',
      },
    ],
  },
  open(data, report) {
    const { fields, extra, declared } = data.mapping;
    const verdictField = data.field('verdict');
    const tallies = Object.entries(declared.tallies ?? {});
    const known = new Set([...Object.keys(declared.tallies ?? {}), ...Object.keys(declared.derived ?? {})]);
    const judged = [...fields.filter(({ role, constant }) => !OWN.has(role) && constant === null), ...extra].filter(
      ({ path }) => !known.has(path) && path !== verdictField?.path,
    );
    const guesses = judged.map((field) => ({ field, guess: new Guesses() }));
    const lone = { rows: 0, right: 0, first: -1 };
    return {
      record(record, number) {
        const verdict = data.verdictOf(number);
        if (verdict === null) return;
        for (const { field, guess } of guesses) guess.add(readValue(record, field) ?? '', verdict);
        if (tallies.length > 0) judgeTallies(record, number, verdict);
      },
      end() {
        for (const { field, guess } of guesses) {
          const found = guess.measure();
          if (!found || found.right < RIGHT || found.commonest >= COMMONEST) continue;
          const first = data.mapping.files[0]?.path ?? '';
          report({
            place: { file: first, row: data.isTable(first) ? -1 : 0, line: 1, pointer: `/${field.path}` },
            rows: [],
            message: `The field \`${field.path}\` gives the verdict away: guesses by it are right in ${percent(found.right)} of the rows, the commonest verdict in ${percent(found.commonest)}.`,
            hint: 'keep it away from whoever is to find the verdict',
          });
        }
        if (lone.rows >= 5 && lone.right / lone.rows >= LONE)
          report({
            place: data.placeOf(lone.first, 'verdict'),
            rows: [],
            message: `The tallies give the verdict away: in ${lone.rows} rows only one is not zero, and in ${lone.right} of them it is the verdict's.`,
            hint: 'take each claim out of the tallies of its own row',
          });
      },
    };

    function judgeTallies(record: ForeignRecord, number: number, verdict: string): void {
      const counts = tallies.map(([column, of]) => ({ of, n: Number(record.value[column] ?? Number.NaN) }));
      const given = counts.filter(({ n }) => n > 0);
      if (counts.some(({ of, n }) => of === verdict && n === 0) && given.length > 0)
        report({
          place: data.placeOf(number, 'verdict'),
          rows: [number],
          message: 'The tally of this verdict is zero, though the claim has it.',
          expected: 'a tally of 1 at least',
          found: verdict,
        });
      if (given.length !== 1) return;
      if (lone.rows === 0) lone.first = number;
      lone.rows++;
      if (given[0]?.of === verdict) lone.right++;
    }
  },
};

function readValue(record: ForeignRecord, { role, path }: Field): string | null | undefined {
  return role === '' ? record.extra[path] : record.values[role as keyof typeof record.values];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
