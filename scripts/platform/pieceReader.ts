// Files and places in them → the bytes that stand there, all in one memory that is used again.
import { closeSync, openSync, readSync } from 'node:fs';

/** From one offset up to another. */
export type Range = readonly [from: number, to: number];

/** Reads a piece of each of some files at a time. What is read is good until the next reading. */
export class PieceReader {
  private readonly paths: readonly string[];
  private readonly handles: number[] = [];
  private memory = new Uint8Array(new ArrayBuffer(0));

  constructor(paths: readonly string[]) {
    this.paths = paths;
    try {
      for (const path of paths) this.handles.push(openSync(path, 'r'));
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** @param ranges one for each file, in the order of the paths */
  read(ranges: readonly Range[]): Uint8Array<ArrayBuffer>[] {
    const size = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
    if (this.memory.length < size) this.memory = new Uint8Array(new ArrayBuffer(Math.ceil(1.25 * size)));
    let end = 0;
    return ranges.map(([from, to], i) => {
      const start = end;
      end = start + to - from;
      for (let at = start; at < end; ) {
        const read = readSync(this.handles[i] as number, this.memory, at, end - at, from + at - start);
        if (read === 0) throw new Error(`${this.paths[i]} is shorter than it was.`);
        at += read;
      }
      return this.memory.subarray(start, end);
    });
  }

  close(): void {
    for (const handle of this.handles.splice(0)) closeSync(handle);
  }
}
