// Path of a mapping and a JSON value → the values that it leads to, each with its JSON Pointer.

/** A step along a path: to a key, to each item of a list, or back to what holds the item. */
export type Step = { kind: 'key'; key: string } | { kind: 'each' } | { kind: 'parent' };

/** A value, and how one got there: the record, or an item of a list in it. */
export interface Item {
  value: unknown;
  /** JSON Pointer inside the record. */
  pointer: string;
  parent: Item | null;
  /** Its place in its list. */
  index: number;
}

/**
 * Steps of a path: keys joined by `.`, `[]` each item, `^` what holds the item, `.` alone the thing itself. Null where
 * it is none.
 */
export function parsePath(path: string): Step[] | null {
  if (path === '.') return [];
  const steps: Step[] = [];
  for (const part of path.split('.')) {
    if (part === '^') steps.push({ kind: 'parent' });
    else {
      const [, key = '', lists = ''] = /^(.*?)((?:\[\])*)$/s.exec(part) ?? [];
      if (key === '' && lists === '') return null;
      if (key !== '') steps.push({ kind: 'key', key });
      for (let i = 0; i < lists.length; i += 2) steps.push({ kind: 'each' });
    }
  }
  return steps;
}

export function rootItem(value: unknown): Item {
  return { value, pointer: '', parent: null, index: 0 };
}

/**
 * Everything that a path leads to from an item. Where a key is absent the value is undefined; a list that is none has
 * no items.
 */
export function follow(item: Item, steps: readonly Step[]): Item[] {
  return walk(item, item.value, item.pointer, steps, 0);
}

function walk(context: Item, value: unknown, pointer: string, steps: readonly Step[], from: number): Item[] {
  for (let i = from; i < steps.length; i++) {
    const step = steps[i] as Step;
    if (step.kind === 'key') {
      value = childOf(value, step.key);
      pointer += `/${escapeToken(step.key)}`;
    } else if (step.kind === 'parent') {
      if (!context.parent) return [];
      // At the end of a path what holds the item stands for its place among others of its kind.
      if (i === steps.length - 1) return [{ ...context.parent, value: String(context.parent.index) }];
      context = context.parent;
      ({ value, pointer } = context);
    } else {
      if (!Array.isArray(value)) return [];
      return value.flatMap((entry: unknown, index) => {
        const next = { value: entry, pointer: `${pointer}/${index}`, parent: context, index };
        return walk(next, entry, next.pointer, steps, i + 1);
      });
    }
  }
  return [value === context.value && pointer === context.pointer ? context : { ...context, value, pointer }];
}

function childOf(value: unknown, key: string): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  if (Array.isArray(value)) return /^\d{1,9}$/.test(key) ? value[Number(key)] : undefined;
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

export function escapeToken(key: string): string {
  return key.includes('~') || key.includes('/') ? key.replaceAll('~', '~0').replaceAll('/', '~1') : key;
}
