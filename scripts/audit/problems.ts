// What cannot be read → the remark of the rule whose code the reading gave it.
import type { ReadProblem } from '../exchange/record.ts';
import type { RuleCode } from '../findings/finding.ts';
import type { Judge, Report } from './rule.ts';

/** A judge that passes on what the reading found under a code. */
export function passOn(code: RuleCode, report: Report): Judge {
  return {
    problem(problem, number) {
      if (problem.code === code) report(toRemark(problem, number));
    },
  };
}

/** A problem as a remark. `number` is that of its record, or of the next. */
export function toRemark({ file, row, line, pointer, message, expected, found, hint }: ReadProblem, number: number) {
  return {
    place: { file, row, line, pointer },
    rows: row !== null && row >= 0 ? [number] : [],
    message,
    ...(expected === undefined ? {} : { expected }),
    ...(found === undefined ? {} : { found }),
    ...(hint === undefined ? {} : { hint }),
  };
}
