// Text of a plain scalar → its value in the YAML 1.2 core schema, in which dates stay strings.

// YAML 1.2.2, section 10.3.2.
const WORDS = new Map<string, null | boolean>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);
const LONGEST_WORD = 5;
const INT = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** What a plain scalar means: null, a boolean, a number, or its own text. */
export function resolvePlain(text: string): unknown {
  if (!mayBeNumber(text)) {
    const word = text.length > LONGEST_WORD ? undefined : WORDS.get(text);
    return word === undefined ? text : word;
  }
  if (INT.test(text)) return Number(text);
  return FLOAT.test(text) ? toFloat(text) : text;
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

function toFloat(text: string): number {
  const low = text.toLowerCase();
  if (low.endsWith('.inf')) return low.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return low === '.nan' ? Number.NaN : Number(text);
}
