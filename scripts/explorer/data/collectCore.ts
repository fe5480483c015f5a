// Claims, one by one → the list of claims, column by column, packed until it is asked for.
import type { ClaimRow } from '../../schemas/generated/types.ts';
import { CORE_NAMES, type Column, type Core, readValue, shortenId, type Value } from './columns.ts';
import { NumberLog } from './numberLog.ts';

/**
 * Collects the columns claim by claim, in a byte or two for each value. What is read of `core` is unpacked each time.
 */
export function collectCore(): { add: (claim: ClaimRow) => void; core: Core } {
  const numbers = packedIds();
  const columns = CORE_NAMES.map((name) => ({ name, column: packedColumn() }));
  return {
    core: {
      get numbers() {
        return numbers.unpack();
      },
      columns: Object.fromEntries(columns.map(({ name, column }) => [name, column.unpacked])),
    },
    add: (claim) => {
      numbers.add(shortenId(claim));
      for (const { name, column } of columns) column.add(readValue(claim, name));
    },
  };
}

/** Ids from this number on are kept as they are. */
const LARGE = 2 ** 40;

function packedIds(): { add: (id: number | string) => void; unpack: () => (number | string)[] } {
  const log = new NumberLog();
  const others: (number | string)[] = [];
  let count = 0;
  return {
    add: (id) => {
      count += 1;
      // Odd numbers are places among the others.
      log.add(typeof id === 'number' && id < LARGE ? 2 * id : 2 * others.push(id) - 1);
    },
    unpack: () => {
      const next = log.reader();
      return Array.from({ length: count }, () => {
        const code = next();
        return code % 2 === 0 ? code / 2 : (others[(code - 1) / 2] ?? '');
      });
    },
  };
}

function packedColumn(): { add: (value: Value | readonly Value[]) => void; unpacked: Column } {
  const log = new NumberLog();
  const known = new Map<Value, number>();
  const values: Value[] = [];
  let count = 0;
  const codeOf = (value: Value): number => {
    const found = known.get(value);
    if (found !== undefined) return found;
    known.set(value, values.length);
    return values.push(value) - 1;
  };
  return {
    unpacked: {
      values,
      get codes() {
        const next = log.reader();
        return Array.from({ length: count }, () => {
          const code = next();
          return code % 2 === 0 ? code / 2 : Array.from({ length: (code - 1) / 2 }, next);
        });
      },
    },
    add: (value) => {
      count += 1;
      if (!isList(value)) return log.add(2 * codeOf(value));
      // Odd numbers are lengths of lists, whose codes follow.
      log.add(2 * value.length + 1);
      for (const one of value) log.add(codeOf(one));
    },
  };
}

function isList(value: Value | readonly Value[]): value is readonly Value[] {
  return Array.isArray(value);
}
