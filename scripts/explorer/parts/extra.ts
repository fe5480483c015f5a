// What a project asks of its claims and articles besides → facts, by the titles of its fields.
import { type ExtraField, extraColumn } from '../../schemas/extra.ts';
import { type Child, h } from '../nodes/node.ts';

/** A fact for every field; where the row holds nothing the value is null, and so the fact is left out. */
export function listExtra(fields: readonly ExtraField[], row: object): [string, Child][] {
  const values = row as Readonly<Record<string, unknown>>;
  return fields.map(({ name, title }) => {
    const text = sayValue(values[extraColumn(name)]);
    return [title, text === '' ? null : h('bdi', {}, text)];
  });
}

function sayValue(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return value === null || value === undefined ? '' : String(value);
}
