// Results of one run → a file of a cache, on which nothing depends: what the system refuses is let go.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Piece, ResultWriter } from './resultFile.ts';

/** Writes a result file into a folder that holds only so much. After a failure nothing more is written. */
export class KeptWriter {
  private readonly path: string;
  private writer: ResultWriter | null;

  constructor(path: string) {
    this.path = path;
    this.writer = attempt(() => new ResultWriter(path));
  }

  /** The place of a piece; worth nothing after a failure, as is then the whole file. */
  add(bytes: Uint8Array): Piece {
    return this.do((writer) => writer.add(bytes)) ?? { at: 0, length: 0, sum: 0 };
  }

  finish(head: unknown): void {
    this.do((writer) => writer.finish(head));
    this.writer = null;
    tidyFolder(dirname(this.path));
  }

  abandon(): void {
    this.writer?.abandon();
    this.writer = null;
  }

  private do<T>(work: (writer: ResultWriter) => T): T | null {
    const { writer } = this;
    const done = writer && attempt(() => ({ result: work(writer) }));
    if (!done) this.abandon();
    return done ? done.result : null;
  }
}

/** What a folder of results may hold: so many files, so many bytes. What was written longest ago goes first. */
const [MOST_FILES, MOST_BYTES] = [24, 2 ** 30];

function tidyFolder(folder: string): void {
  attempt(() => {
    const files = readdirSync(folder).map((name) => {
      const path = join(folder, name);
      const { mtimeMs, size } = statSync(path);
      return { path, mtimeMs, size };
    });
    let bytes = 0;
    for (const [i, { path, size }] of files.sort((a, b) => b.mtimeMs - a.mtimeMs).entries()) {
      bytes += size;
      if (i >= MOST_FILES || (i > 0 && bytes > MOST_BYTES)) rmSync(path, { force: true });
    }
  });
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
