// Texts of a source ↔ values in the form that labels have.
import { toEdtf, writeDate } from '../exchange/dateForm.ts';
import type { Field } from '../exchange/mapping.ts';
import { mapValue } from '../exchange/mapRecord.ts';
import { isLanguageTag } from '../values/languageTag.ts';
import { isWebAddress } from '../values/webAddress.ts';
import { foldLines } from './lines.ts';

/** A form that a value has in labels: null from `read` where the text has it not. */
export interface Form {
  read(text: string): string | null;
  write(value: string): string | null;
  /** Words such as `N/A` say that there is none. */
  words: boolean;
}

export const TEXT: Form = { read: (text) => foldLines(text) || null, write: (value) => value, words: false };
export const ADDRESS: Form = {
  read: (text) => (isWebAddress(text.trim()) ? text.trim() : null),
  write: (value) => value,
  words: true,
};
export const LANGUAGE: Form = {
  read: (text) => (isLanguageTag(text.trim()) ? text.trim() : null),
  write: (value) => (value === 'und' ? null : value),
  words: true,
};
const PLACE = /^[A-Z]{2}$/;
const TYPES = new Set(['event', 'statement', 'numerical', 'prediction', 'position', 'causal', 'identity']);
const STANCES = new Set(['supports', 'refutes', 'context']);

/** A kind of claim by the mapping's map, else the word itself in any case; null where it is none. */
export function readType(text: string, field: Field): string | null {
  return oneOf(TYPES, field.map ? (mapValue(field, text) ?? '') : text);
}

/** A country as ISO 3166-1 alpha-2, or null. */
export function readPlace(text: string): string | null {
  return PLACE.test(text) ? text : null;
}

function oneOf(allowed: ReadonlySet<string>, text: string): string | null {
  const name = text.trim().toLowerCase();
  return allowed.has(name) ? name : null;
}

/** A date as the field's form says it is written, EDTF in labels. */
export function dateIn(field: Field | undefined): Form {
  const form = field?.form ?? null;
  return { read: (text) => toEdtf(text, form), write: (value) => writeDate(value, form), words: true };
}

/** A stance by the mapping's map, else the word itself in any case. */
export function stanceIn(field: Field | undefined): Form {
  return {
    read: (text) => oneOf(STANCES, field?.map ? (mapValue(field, text) ?? '') : text),
    write: (value) => (field?.map ? nativeOf(field, value, null) : value),
    words: true,
  };
}

/** What the source calls a verdict: as it stands where that is what it means, else the first word of the map for it. */
export function nativeOf(field: Field, target: string, native: string | null): string | null {
  if (native !== null && mapValue(field, native) === target) return native;
  if (!field.map) return target;
  return field.natives?.get(target) ?? null;
}
