// YAML text as labels are usually written → its value; undefined where a closer look is needed.
import { load } from 'js-yaml';
import { CORE_SCHEMA } from './coreSchema.ts';
import { isUnsure } from './unsure.ts';

/**
 * Reads by the core schema of YAML 1.2 with js-yaml, which is eight times as quick as `yaml`, but keeps no places.
 * Whatever is wrong, or might be read otherwise by `yaml`, gives undefined, and {@link parseSyntax} must judge. Never
 * throws, and never runs anything.
 */
export function readYaml(text: string): unknown {
  if (isUnsure(text)) return undefined;
  try {
    const value = load(text, { schema: CORE_SCHEMA, onWarning: refuse }) ?? null;
    return hasOddKey(value) ? undefined : value;
  } catch {
    return undefined;
  }
}

/** A warning of js-yaml is an error of YAML: of indentation, mostly. */
function refuse(warning: Error): never {
  throw warning;
}

// What js-yaml makes of a key that is nothing, or a mapping.
const NO_TEXT = new Set(['null', '[object Object]']);
/** A key may take 1,024 characters, and each of its characters ten. */
const LONGEST_KEY = 100;

function hasOddKey(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some(hasOddKey);
  for (const key in value) {
    if (key.length > LONGEST_KEY || NO_TEXT.has(key)) return true;
    if (hasOddKey((value as Record<string, unknown>)[key])) return true;
  }
  return false;
}
