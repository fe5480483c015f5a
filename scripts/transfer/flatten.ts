// Label → its values, each under its place: what two labels differ in, and nothing of how they are written.
import type { ImportedLabel } from './label.ts';

/** Values by their place, as `claim/text` or `evidence/e1/answer`; no nulls and no empty lists. */
export function flattenLabel({ claim, id: _, ...article }: ImportedLabel): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  const put = (path: string, value: unknown) => {
    if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return;
    if (typeof value === 'object' && !Array.isArray(value))
      for (const [key, part] of Object.entries(value)) put(`${path}/${key}`, part);
    else flat.set(path, Array.isArray(value) ? JSON.stringify(value) : value);
  };
  const { id: _id, source: _source, questions, evidence, reviews, appearances, extra, ...own } = claim;
  put('article', article);
  put('claim', own);
  for (const { id, text } of questions) put(`questions/${id}`, text);
  for (const { id, ...piece } of evidence) {
    flat.set(`evidence/${id}`, true);
    put(`evidence/${id}`, piece);
  }
  for (const [i, item] of reviews.entries()) put(`reviews/${i}`, item);
  for (const [i, item] of appearances.entries()) put(`appearances/${i}`, item);
  for (const [key, value] of extra) flat.set(`extra/${key}`, JSON.stringify(value));
  return flat;
}

/** The field that a place belongs to, whichever item of its list it is. */
export function fieldOfPlace(place: string): string {
  if (place.startsWith('extra/')) return place.replace(/\/\d+(?=\/|$)/g, '/[]');
  return place.replace(/^(evidence|questions|reviews|appearances)\/[^/]+/, '$1');
}
