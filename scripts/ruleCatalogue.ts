// The rules → what they say of themselves.
import type { RuleText } from './findings/finding.ts';
import { RULES as ALL } from './rules/index.ts';

export type { RuleText } from './findings/finding.ts';

/** Every rule by its code: title, severity and reason. */
export const RULES: readonly RuleText[] = ALL.map(({ code, title, severity, rationale }) => ({
  code,
  title,
  severity,
  rationale,
}));
