// A validator and a value → what is wrong with it, at a cost that grows with the value and not with its square.
import type { ErrorObject, ValidateFunction } from 'ajv';

/** Ajv joins the errors of a list's entries one by one; a list this long is given to it in parts. */
const SLICE = 500;

/** The errors of a value, up to about `most`. A long list of claims or of entries is judged part by part. */
export function collectErrors(validate: ValidateFunction, value: unknown, most: number): ErrorObject[] {
  const list = listOf(value);
  if (!list || list.items.length <= SLICE) return validate(value) ? [] : (validate.errors ?? []);
  const errors: ErrorObject[] = [];
  for (let start = 0; start < list.items.length && errors.length <= most; start += SLICE) {
    if (validate(list.replace(list.items.slice(start, start + SLICE)))) continue;
    for (const error of validate.errors ?? []) {
      const moved = moveDown(error, list.prefix, start);
      // What is wrong around the list is wrong in every part.
      if (start === 0 || moved !== error) errors.push(moved);
    }
  }
  return errors;
}

interface List {
  items: unknown[];
  /** Where its entries stand: a JSON Pointer that ends in a slash. */
  prefix: string;
  replace(items: unknown[]): unknown;
}

function listOf(value: unknown): List | null {
  if (Array.isArray(value)) return { items: value, prefix: '/', replace: (items) => items };
  const claims = (value as { claims?: unknown } | null)?.claims;
  if (!Array.isArray(claims)) return null;
  return { items: claims, prefix: '/claims/', replace: (items) => ({ ...(value as object), claims: items }) };
}

/** The error with the entry's index in the whole list; the error itself where it is not inside the list. */
function moveDown(error: ErrorObject, prefix: string, by: number): ErrorObject {
  const { instancePath } = error;
  if (!instancePath.startsWith(prefix)) return error;
  const [index = '', ...rest] = instancePath.slice(prefix.length).split('/');
  return { ...error, instancePath: prefix + [Number(index) + by, ...rest].join('/') };
}
