// A value and a change → the value that the change asks for, whatever the text that it stands in looks like.
import { fromPointer } from '../values/jsonPointer.ts';
import type { ValueChange } from './edit.ts';

/**
 * The changed value; the old one is left as it is, and what has not changed is shared. undefined where the change names
 * a place that is not there.
 */
export function applyChange(value: unknown, change: ValueChange): unknown {
  return changeAt(value, fromPointer(change.pointer), change);
}

function changeAt(value: unknown, [token, ...rest]: readonly string[], change: ValueChange): unknown {
  if (token === undefined) return changeHere(value, change);
  if (Array.isArray(value)) {
    const i = Number(token);
    if (!/^\d+$/.test(token) || i >= value.length) return undefined;
    if (rest.length === 0 && change.kind === 'remove') return value.filter((_, at) => at !== i);
    const item = changeAt(value[i], rest, change);
    return item === undefined ? undefined : value.map((old, at) => (at === i ? item : old));
  }
  if (value === null || typeof value !== 'object') return undefined;
  const holder = value as Record<string, unknown>;
  const isThere = Object.hasOwn(holder, token);
  if (rest.length === 0 && change.kind === 'rename')
    return isThere && !Object.hasOwn(holder, change.key) ? renamed(holder, token, change.key) : undefined;
  if (rest.length === 0 && change.kind === 'remove') return isThere ? withoutKey(holder, token) : undefined;
  if (!isThere && rest.length > 0) return undefined;
  const part = changeAt(isThere ? holder[token] : null, rest, change);
  return part === undefined ? undefined : withKey(holder, token, part);
}

function changeHere(value: unknown, change: ValueChange): unknown {
  if (change.kind === 'set') return change.value;
  if (change.kind !== 'append') return undefined;
  if (value === null) return [change.value];
  return Array.isArray(value) ? [...(value as unknown[]), change.value] : undefined;
}

// By entries, since a label may have a key `__proto__`.
function withKey(holder: Record<string, unknown>, key: string, value: unknown): unknown {
  return Object.fromEntries([...Object.entries(holder).filter(([name]) => name !== key), [key, value]]);
}

function withoutKey(holder: Record<string, unknown>, key: string): unknown {
  return Object.fromEntries(Object.entries(holder).filter(([name]) => name !== key));
}

function renamed(holder: Record<string, unknown>, key: string, to: string): unknown {
  return Object.fromEntries(Object.entries(holder).map(([name, value]) => [name === key ? to : name, value]));
}
