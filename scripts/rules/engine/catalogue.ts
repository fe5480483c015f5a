// The code of a rule → the rule.
import type { RuleCode, Severity } from '../../findings/finding.ts';
import { RULES } from '../index.ts';
import type { Rule } from './rule.ts';

const BY_CODE = new Map<string, Rule>(RULES.map((rule) => [rule.code, rule]));

/** The rule of a code; a code that no rule has is a mistake of the program. */
export function ruleOf(code: string): Rule {
  const rule = BY_CODE.get(code);
  if (!rule) throw new Error(`There is no rule ${code}.`);
  return rule;
}

/** Whether some rule has the code. */
export function isRuleCode(code: string): code is RuleCode {
  return BY_CODE.has(code);
}

/** The severity of a rule, or null where no rule has the code. */
export function severityOf(code: string): Severity | null {
  return BY_CODE.get(code)?.severity ?? null;
}
