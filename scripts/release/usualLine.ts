// A line of a ledger as most are written → its id and digest, without all of it being parsed.
import type { LedgerRow, LedgerTable } from '../schemas/generated/types.ts';

/** What a ledger is searched by. */
export type UsualRow = Pick<LedgerRow, 'table' | 'id' | 'record'>;

/** An id of the schemas, or none. */
const ID = '(?:null|"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")';
const HASH = '"(?:[A-Za-z0-9_-]{12})?"';

/**
 * Knows the rows of a table that hold neither revisions nor a reason: JSON that the schema takes, written as ledgers
 * are. Whatever else a line may be is for the parser and the schema to say.
 */
export class UsualLine {
  readonly table: string;
  private readonly pattern: RegExp;

  constructor({ name, columns }: LedgerTable) {
    this.table = name;
    // The schema of the header has taken both: the name is an id, and there is a column.
    const hashes = `(?:${HASH},){${columns.length - 1}}${HASH}`;
    this.pattern = new RegExp(
      `^\\{"table":"${name}","id":"([^"\\\\\\x00-\\x1f]*)","verdict":${ID},"status":${ID},"record":"([0-9a-f]{64})","hashes":\\[${hashes}\\]\\}$`,
    );
  }

  /** Null where a line is not as usual. */
  read(line: string): UsualRow | null {
    const [, id, record] = this.pattern.exec(line) ?? [];
    return id === undefined || record === undefined ? null : { table: this.table, id, record };
  }
}
