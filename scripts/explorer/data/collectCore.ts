// Claims, one by one → the list of claims, column by column, packed until it is asked for.
import type { ClaimRow } from '../../schemas/generated/types.ts';
import { CORE_NAMES, type Column, type Core, readValue, shortenId, type Value } from './columns.ts';
import { writeList } from './joinPieces.ts';
import { NumberLog } from './numberLog.ts';

export interface CoreCollector {
  readonly add: (claim: ClaimRow) => void;
  /** What is read of it is unpacked each time. */
  readonly core: Core;
  /** The JSON of `core`, piece by piece: as a whole it takes far more memory than packed. */
  readonly write: () => Iterable<string>;
}

/** Collects the columns claim by claim, in a byte or two for each value. */
export function collectCore(): CoreCollector {
  const numbers = packedIds();
  const columns = CORE_NAMES.map((name) => ({ name, column: packedColumn() }));
  return {
    core: {
      get numbers() {
        return [...numbers.unpack()];
      },
      columns: Object.fromEntries(columns.map(({ name, column }) => [name, column.unpacked])),
    },
    *write() {
      yield '{"numbers":';
      yield* writeList(numbers.unpack());
      yield ',"columns":{';
      for (const [at, { name, column }] of columns.entries()) {
        yield `${at > 0 ? ',' : ''}${JSON.stringify(name)}:{"values":`;
        yield* writeList(column.unpacked.values);
        yield ',"codes":';
        yield* writeList(column.unpack());
        yield '}';
      }
      yield '}}';
    },
    add: (claim) => {
      numbers.add(shortenId(claim));
      for (const { name, column } of columns) column.add(readValue(claim, name));
    },
  };
}

/** Ids from this number on are kept as they are. */
const LARGE = 2 ** 40;

function packedIds(): { add: (id: number | string) => void; unpack: () => Iterable<number | string> } {
  const log = new NumberLog();
  const others: (number | string)[] = [];
  let count = 0;
  return {
    add: (id) => {
      count += 1;
      // Odd numbers are places among the others.
      log.add(typeof id === 'number' && id < LARGE ? 2 * id : 2 * others.push(id) - 1);
    },
    *unpack() {
      const next = log.reader();
      for (let at = 0; at < count; at += 1) {
        const code = next();
        yield code % 2 === 0 ? code / 2 : (others[(code - 1) / 2] ?? '');
      }
    },
  };
}

type Code = Column['codes'][number];

function packedColumn(): {
  add: (value: Value | readonly Value[]) => void;
  unpack: () => Iterable<Code>;
  unpacked: Column;
} {
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
  function* unpack(): Generator<Code> {
    const next = log.reader();
    for (let at = 0; at < count; at += 1) {
      const code = next();
      yield code % 2 === 0 ? code / 2 : Array.from({ length: (code - 1) / 2 }, next);
    }
  }
  return {
    unpack,
    unpacked: {
      values,
      get codes() {
        return [...unpack()];
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
