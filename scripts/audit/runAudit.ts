// A mapping and its files → counts, and what every rule finds.
import type { Mapping } from '../exchange/mapping.ts';
import { readRecords } from '../exchange/readRecords.ts';
import type { OpenFile } from '../exchange/record.ts';
import type { RuleCode, Severity } from '../findings/finding.ts';
import { ruleOf } from '../rules/engine/catalogue.ts';
import { AuditData, type VerdictMaps } from './data.ts';
import { toRemark } from './problems.ts';
import type { AuditRule, Judge, Remark } from './rule.ts';
import { Touched } from './touched.ts';
import { VoteCounts } from './voteCounts.ts';

/** What one rule says of one place. */
export interface AuditFinding extends Remark {
  code: RuleCode;
  severity: Severity;
  message: string;
}

export interface Audit {
  /** In the order in which they were found, at most {@link MOST_KEPT} of a code. */
  findings: AuditFinding[];
  /** How many there are of each code. */
  counts: ReadonlyMap<string, number>;
  /** And how many of them are errors and warnings. */
  severities: ReadonlyMap<string, Record<Severity, number>>;
  data: AuditData;
  files: readonly { path: string; split: string | null; records: number; refused: number }[];
  /** Records by split and verdict; '' where there is none. */
  verdicts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  votes: VoteCounts;
  claims: number;
  touched: Touched;
}

/** More findings of one rule are counted, and not kept: nobody reads them, and memory is bounded. */
export const MOST_KEPT = 10_000;

/** Reads a dataset once and judges it by some rules. */
export async function runAudit(
  mapping: Mapping,
  rules: readonly AuditRule[],
  open: OpenFile,
  verdictMaps: VerdictMaps,
): Promise<Audit> {
  const data = new AuditData(mapping, verdictMaps);
  const touched = new Touched();
  const findings: AuditFinding[] = [];
  const counts = new Map<string, number>();
  const severities = new Map<string, Record<Severity, number>>();
  const add = (code: RuleCode, severity: Severity, title: string, remark: Remark) => {
    const finding = { ...remark, code, severity: remark.severity ?? severity, message: remark.message ?? title };
    touched.touch(finding.severity, remark.rows);
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    const by = severities.get(code) ?? { error: 0, warning: 0, info: 0 };
    severities.set(code, by);
    by[finding.severity]++;
    if (count <= MOST_KEPT) findings.push(finding);
  };
  const judges = rules.map(
    (rule): Judge => rule.open(data, (remark) => add(rule.code, rule.severity, rule.title, remark)),
  );
  const own = new Set(rules.map(({ code }) => code));
  const files = mapping.files.map(({ path, split }) => ({ path, split, records: 0, refused: 0 }));
  const fileOf = new Map(files.map((file) => [file.path, file]));
  const verdicts = new Map<string, Map<string, number>>();
  const votes = new VoteCounts();
  let claims = 0;
  await readRecords(mapping, open, {
    record(record) {
      const number = data.add(record);
      const file = fileOf.get(record.file.path);
      if (file) file.records++;
      if (record.file.copyOf === null) {
        if (record.values.text) claims++;
        votes.add(record);
        const by = verdicts.get(record.split ?? '') ?? new Map<string, number>();
        verdicts.set(record.split ?? '', by);
        const verdict = data.verdictOf(number) ?? '';
        by.set(verdict, (by.get(verdict) ?? 0) + 1);
      }
      for (const judge of judges) judge.record?.(record, number);
    },
    problem(problem) {
      const number = data.size;
      if (problem.records > 0) data.addRefused(problem);
      const file = fileOf.get(problem.file);
      if (file) file.refused += problem.records;
      for (const judge of judges) judge.problem?.(problem, number);
      if (!own.has(problem.code) && !problem.code.startsWith('F')) {
        const { severity, title } = ruleOf(problem.code);
        add(problem.code, severity, title, toRemark(problem, number));
      }
    },
  });
  for (const judge of judges) judge.end?.();
  return { findings, counts, severities, data, files, verdicts, votes, claims, touched };
}
