// private/review/<annotator>.jsonl ↔ what stands in it.
import { dirname, resolve } from 'node:path';
import { privateFile } from '../labelling/privateFile.ts';
import { ensureFolder } from '../platform/files.ts';
import { appendLine, isPlainFile, readLines } from '../platform/reading.ts';
import { type Journal, journalName, readJournal } from './journal.ts';

/** The journal of one annotator; lines are only ever added. */
export class JournalFile {
  readonly #home: string;
  readonly #name: string;
  #current: Journal;

  /** @throws UserError where the journal is behind a link that leads out of the project */
  constructor(raw: string, annotator: string) {
    this.#home = dirname(resolve(raw));
    this.#name = journalName(annotator);
    this.#current = this.#read();
  }

  get current(): Journal {
    return this.#current;
  }

  async append(line: string): Promise<void> {
    await ensureFolder(dirname(privateFile(this.#home, this.#name)));
    appendLine(privateFile(this.#home, this.#name), line);
    this.#current = this.#read();
  }

  #read(): Journal {
    const path = privateFile(this.#home, this.#name);
    return readJournal(isPlainFile(path) === null ? [] : readLines(path));
  }
}
