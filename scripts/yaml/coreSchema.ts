// js-yaml's building blocks → exactly the YAML 1.2 core schema, in which dates stay strings.
import yaml from 'js-yaml';

// js-yaml's own CORE_SCHEMA also reads `0b1` and `1_000` as numbers; the core schema of YAML 1.2.2, section 10.3.2, does not.
const NULL = /^(?:null|Null|NULL|~|)$/;
const BOOL = /^(?:true|True|TRUE|false|False|FALSE)$/;
const INT = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

function scalar(tag: string, pattern: RegExp, construct: (text: string) => unknown): yaml.Type {
  return new yaml.Type(`tag:yaml.org,2002:${tag}`, {
    kind: 'scalar',
    resolve: (text: string | null) => pattern.test(text ?? ''),
    construct,
  });
}

function toFloat(text: string): number {
  const low = text.toLowerCase();
  if (low.endsWith('.inf')) return low.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return low === '.nan' ? Number.NaN : Number(text);
}

/** Failsafe plus null, bool, int and float as the core schema of YAML 1.2.2 defines them. */
export const CORE_SCHEMA: yaml.Schema = yaml.FAILSAFE_SCHEMA.extend({
  implicit: [
    scalar('null', NULL, () => null),
    scalar('bool', BOOL, (text) => text.toLowerCase() === 'true'),
    scalar('int', INT, (text) => Number(text)),
    scalar('float', FLOAT, toFloat),
  ],
});

// Whatever is no text begins with one of these, or is empty.
const MAY_BE_NO_TEXT = /^(?:[-+.~0-9nNtTfF]|$)/;

/** What a plain scalar means in the core schema: null, a boolean, a number, or its own text. */
export function resolvePlain(text: string): unknown {
  if (!MAY_BE_NO_TEXT.test(text)) return text;
  if (NULL.test(text)) return null;
  if (BOOL.test(text)) return text.toLowerCase() === 'true';
  if (INT.test(text)) return Number(text);
  return FLOAT.test(text) ? toFloat(text) : text;
}
