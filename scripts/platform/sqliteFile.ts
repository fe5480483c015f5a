// SQL statements and rows → a new SQLite file.
import { closeSync, openSync } from 'node:fs';
import sqlite, { type Database } from 'node-sqlite3-wasm';
import { UserError } from './userError.ts';

/** What a cell holds; whole numbers up to 2⁵³ go as they are. */
export type SqlValue = string | number | null;

/** What SQLite says where the disk refuses; all else that it says is a fault of the program. */
const REFUSED = /disk|unable to open|readonly/i;

/**
 * A database that is written once, where no file is yet. SQLite comes compiled in the package, so that the bytes depend
 * on what is written and not on the machine. Rows go to the disk as they come; a cache of 2 MB is in memory. Where the
 * disk refuses, a UserError names the file.
 */
export class SqliteFile {
  private readonly path: string;
  private readonly database: Database;

  constructor(path: string) {
    this.path = path;
    this.database = this.explain(() => {
      // SQLite would make a file that nobody else may read.
      closeSync(openSync(path, 'wx'));
      return new sqlite.Database(path);
    });
    // Nobody reads it before it is whole, and one that breaks is thrown away.
    this.execute('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN');
  }

  /** Runs one statement or several. */
  execute(sql: string): void {
    this.explain(() => this.database.exec(sql));
  }

  /** Runs a statement for each row, with the row's values in the place of its question marks. */
  insert(sql: string, rows: Iterable<SqlValue[]>): void {
    const statement = this.explain(() => this.database.prepare(sql));
    try {
      for (const row of rows) this.explain(() => statement.run(row));
    } finally {
      statement.finalize();
    }
  }

  /** Writes what is left and packs the file. */
  finish(): void {
    this.execute('COMMIT; VACUUM');
  }

  /** To be called once, also where the writing is given up. */
  close(): void {
    this.database.close();
  }

  private explain<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Error) || !REFUSED.test(error.message)) throw error;
      throw new UserError(`cannot write ${this.path}: ${error.message}`, { cause: error });
    }
  }
}
