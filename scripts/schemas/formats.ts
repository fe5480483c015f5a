// Names of forms in the schemas → the functions that judge them.
import { isDay, isEdtf } from '../values/edtf.ts';
import { isLanguageTag } from '../values/languageTag.ts';
import { isWebAddress } from '../values/webAddress.ts';

/** Every `format` that a schema may name. */
export const formats: Record<string, (text: string) => boolean> = {
  edtf: isEdtf,
  day: isDay,
  'web-address': isWebAddress,
  'language-tag': isLanguageTag,
};

/** Every `x-` keyword that a schema may carry, with the type of its value. */
export const keywords: Record<string, 'object' | 'string' | 'array'> = {
  'x-change': 'object',
  'x-column': 'object',
  'x-nested': 'object',
  'x-table': 'object',
  'x-vocabulary': 'string',
  'x-expected': 'string',
  'x-needed': 'array',
};
