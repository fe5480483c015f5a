// YAML text → value, on the fast path; null where a closer look is needed.
import yaml from 'js-yaml';
import { readCommonYaml } from './commonYaml.ts';
import { CORE_SCHEMA } from './coreSchema.ts';

// Anything that could be an anchor, an alias, a tag, a directive, a merge key or a second document is left to the slow path, which knows
// for certain and points at it. A false alarm costs time, never correctness.
const NEEDS_A_CLOSER_LOOK = /(?:^|[\s[{,:-])[&*!][^\s]|^%|^---|^\.\.\.|<<\s*:|\t/m;

/**
 * Reads one YAML 1.2 document with core schema rules. Never throws and never runs anything: `{ value }`, or null where the text holds an error,
 * an anchor, an alias, a tag or anything else that {@link parseSyntax} must judge.
 */
export function readYaml(text: string): { value: unknown } | null {
  const common = readCommonYaml(text);
  if (common) return common;
  if (NEEDS_A_CLOSER_LOOK.test(text)) return null;
  try {
    return { value: yaml.load(text, { schema: CORE_SCHEMA }) ?? null };
  } catch {
    return null;
  }
}
