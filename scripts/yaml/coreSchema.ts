// Text of a plain scalar → its value in the YAML 1.2 core schema, in which dates stay strings.

// YAML 1.2.2, section 10.3.2.
const NULL = /^(?:null|Null|NULL|~|)$/;
const BOOL = /^(?:true|True|TRUE|false|False|FALSE)$/;
const INT = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT =
  /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

// Whatever is no text begins with one of these, or is empty.
const MAY_BE_NO_TEXT = /^(?:[-+.~0-9nNtTfF]|$)/;

/** What a plain scalar means: null, a boolean, a number, or its own text. */
export function resolvePlain(text: string): unknown {
  if (!MAY_BE_NO_TEXT.test(text)) return text;
  if (NULL.test(text)) return null;
  if (BOOL.test(text)) return text.toLowerCase() === 'true';
  if (INT.test(text)) return Number(text);
  return FLOAT.test(text) ? toFloat(text) : text;
}

function toFloat(text: string): number {
  const low = text.toLowerCase();
  if (low.endsWith('.inf')) return low.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return low === '.nan' ? Number.NaN : Number(text);
}
