// The core schema of YAML 1.2 → a schema of js-yaml, whose own one also takes `0b1` and `-0x1` for numbers, and `-.5`
// for text.
import { FAILSAFE_SCHEMA, Type } from 'js-yaml';

// YAML 1.2.2, section 10.3.2.
const WORDS = new Map<string, null | boolean>([
  ...['~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const LONGEST_WORD = 5;
const NUMBER =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Null, booleans and numbers; every other plain scalar, a date too, is text. */
export const CORE_SCHEMA = FAILSAFE_SCHEMA.extend({
  implicit: [new Type('tag:yaml.org,2002:plain', { kind: 'scalar', resolve: isNoText, construct: toValue })],
});

function isNoText(text: string): boolean {
  return mayBeNumber(text) ? NUMBER.test(text) : text.length <= LONGEST_WORD && WORDS.has(text);
}

/** Whether a text begins like a number, and not like a date, of which labels are full. */
function mayBeNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  if (!isDigit(first)) return first === 43 || first === 45 || first === 46;
  return text.charCodeAt(4) !== 45 || !isDigit(text.charCodeAt(3));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function toValue(text: string): null | boolean | number {
  const word = WORDS.get(text);
  if (word !== undefined) return word;
  const low = text.toLowerCase();
  if (low.endsWith('.inf')) return low.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return low === '.nan' ? Number.NaN : Number(text);
}
